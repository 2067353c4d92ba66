"""Facts in the form in which Dutch people say them: days, times, prices, lists."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import phonenumbers
from babel import Locale
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency

from bot import clock
from bot.shop.models import Service
from bot.shop.opening import Interval, RegularDay

_LOCALE = "nl"
_TODAY, _TOMORROW, _DAY_AFTER = "vandaag", "morgen", "overmorgen"
_FREE = "gratis"
_A = "een"
_DAY, _DAYS, _YEAR, _NONE = "dag", "dagen", "jaar", "geen"
_DUTCH = 31
_UNTIL, _AND, _THROUGH, _HOUR, _CLOSED = "tot", "en", "tot en met", "uur", "dicht"


def day_words(day: date) -> str:
    """Say a day: "morgen" when it is tomorrow, else "vrijdag 27 november"."""
    near = {0: _TODAY, 1: _TOMORROW, 2: _DAY_AFTER}.get((day - clock.today()).days)
    if near:
        return near
    return full_day_words(day)


def full_day_words(day: date) -> str:
    return format_date(day, "EEEE d MMMM", locale=_LOCALE)


def booked_day_words(day: date) -> str:
    """Say a day that must not be mistaken: "morgen (woensdag 25 november)"."""
    near, full = day_words(day), full_day_words(day)
    return full if near == full else f"{near} ({full})"


def weekday_words(day: RegularDay) -> str:
    return get_day_names(locale=_LOCALE)[day.weekday]


def service_words(service: Service) -> dict[str, Any]:
    """Say a service by its name, and as part of a sentence: "een oogmeting"."""
    name = service.name
    guessed = name if " " in name else f"{_A} {name}"
    return {"service": name, "a_service": service.phrase or guessed}


def days_words(number: int) -> str:
    return f"{number} {_DAY if number == 1 else _DAYS}"


def years_words(number: int) -> str:
    """Say for how long something holds: "2 jaar", or "geen" when it doesn't at all."""
    return f"{number} {_YEAR}" if number else _NONE


def phone_words(number: str) -> str:
    """Say a phone number as people read it: "06 12345678"."""
    parsed = phonenumbers.parse(number)
    form = phonenumbers.PhoneNumberFormat
    is_dutch = parsed.country_code == _DUTCH
    return phonenumbers.format_number(parsed, form.NATIONAL if is_dutch else form.INTERNATIONAL)


def time_words(moment: datetime | time) -> str:
    return f"{moment.hour}:{moment.minute:02d} {_HOUR}"


def slot_words(moment: datetime) -> str:
    """A short title for a button: "vr 27 nov, 14:30"."""
    return f"{format_date(moment, 'EEE d MMM', locale=_LOCALE)}, {moment.hour}:{moment.minute:02d}"


def hours_words(intervals: Sequence[Interval]) -> str:
    spans = [
        f"{i.opens.hour}:{i.opens.minute:02d} {_UNTIL} {i.closes.hour}:{i.closes.minute:02d}"
        for i in intervals
    ]
    return f"{list_words(spans)} {_HOUR}"


def country_words(code: str) -> str:
    """Say a country by its name: "België"; what is no code is said as it is."""
    return Locale(_LOCALE).territories.get(code.upper(), code)


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
