"""Facts as Dutch people say them, for what the bot says and for what staff see that it says."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency

from bot import clock
from bot.shop.opening import Interval, RegularDay

_LOCALE = "nl"
_TODAY, _TOMORROW, _DAY_AFTER = "vandaag", "morgen", "overmorgen"
_FREE = "gratis"
_UNTIL, _AND, _THROUGH, _HOUR, _CLOSED = "tot", "en", "tot en met", "uur", "dicht"


def day_words(day: date) -> str:
    """Say a day: "morgen" when it is tomorrow, else "vrijdag 27 november"."""
    near = {0: _TODAY, 1: _TOMORROW, 2: _DAY_AFTER}.get((day - clock.today()).days)
    if near:
        return near
    return full_day_words(day)


def full_day_words(day: date) -> str:
    return format_date(day, "EEEE d MMMM", locale=_LOCALE)


def weekday_words(day: RegularDay) -> str:
    return str(get_day_names(locale=_LOCALE)[day.weekday])


def time_words(moment: datetime | time) -> str:
    return f"{moment.hour}:{moment.minute:02d} {_HOUR}"


def hours_words(intervals: Sequence[Interval]) -> str:
    spans = [
        f"{i.opens.hour}:{i.opens.minute:02d} {_UNTIL} {i.closes.hour}:{i.closes.minute:02d}"
        for i in intervals
    ]
    return f"{list_words(spans)} {_HOUR}"


def money_words(amount: Decimal | None) -> str:
    if not amount:
        return _FREE
    words = format_currency(amount, "EUR", locale=_LOCALE).replace("\xa0", " ")
    return words.removesuffix(",00")


def list_words(items: Iterable[str]) -> str:
    listed = list(items)
    if any("," in item for item in listed):
        return "; ".join(listed)
    return format_list(listed, locale=_LOCALE)


def week_words(week: Sequence[RegularDay]) -> str:
    """Say a week's hours, days with the same hours together, closed days last."""
    spans: list[tuple[list[str], str]] = []
    for day in week:
        hours = hours_words(day.intervals) if day.is_open else _CLOSED
        if spans and spans[-1][1] == hours:
            spans[-1][0].append(weekday_words(day))
        else:
            spans.append(([weekday_words(day)], hours))
    said = [f"{_days_words(days)} {hours}" for days, hours in spans if hours != _CLOSED]
    closed = [day for days, hours in spans if hours == _CLOSED for day in days]
    return ", ".join([*said, f"{list_words(closed)} {_CLOSED}"] if closed else said)


def _days_words(names: Sequence[str]) -> str:
    if len(names) > 2:
        return f"{names[0]} {_THROUGH} {names[-1]}"
    return f" {_AND} ".join(names)
