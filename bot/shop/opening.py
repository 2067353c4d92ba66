"""When the shop is open: exceptions, public holidays, weekly hours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import holidays

from bot.clock import ZONE
from bot.shop.models import (
    ExceptionInterval,
    OpeningException,
    OpeningInterval,
    Shop,
    Weekday,
)

SEARCHED_DAYS = 366
# Shorter words ("open", "dagen") stand in a reason by chance.
_TELLING_LENGTH = 7

# The library writes a sentence's first word; in running text only these keep their capitals.
HOLIDAY_NAMES = {
    "Goede vrijdag": "Goede Vrijdag",
    "Koningsdag": "Koningsdag",
    "Hemelvaartsdag": "Hemelvaartsdag",
    "Bevrijdingsdag": "Bevrijdingsdag",
}


class NeverOpen(Exception):
    """The shop does not open within a year."""


@dataclass(frozen=True)
class Interval:
    opens: time
    closes: time


@dataclass(frozen=True)
class Opening:
    day: date
    intervals: tuple[Interval, ...]
    reason: str | None

    @property
    def is_open(self) -> bool:
        return bool(self.intervals)


@dataclass(frozen=True)
class Period:
    """Days in a row with other hours than usual, for a reason that customers know."""

    first: Opening
    last: Opening


@dataclass(frozen=True)
class RegularDay:
    weekday: Weekday
    intervals: tuple[Interval, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.intervals)


def opening_on(day: date) -> Opening:
    """Return the shop's opening on one day.

    An exception wins over a public holiday, and that over the weekly hours.
    """
    return opening_week(day, days=1)[0]


def opening_week(first: date, days: int = 7) -> list[Opening]:
    weekly = {regular.weekday: regular.intervals for regular in regular_week()}
    last = first + timedelta(days=days - 1)
    exceptions = list(
        OpeningException.objects.filter(first_day__lte=last, last_day__gte=first).prefetch_related(
            "intervals"
        )
    )
    closed_on_holidays = Shop.current().closed_on_public_holidays

    openings = []
    for day in (first + timedelta(days=offset) for offset in range(days)):
        exception = next((e for e in exceptions if e.first_day <= day <= e.last_day), None)
        holiday = _holiday(day)
        if exception:
            reason = exception.reason or None
            openings.append(Opening(day, _intervals(exception.intervals.all()), reason))
        elif holiday and closed_on_holidays:
            openings.append(Opening(day, (), holiday))
        else:
            openings.append(Opening(day, weekly[Weekday(day.weekday())], None))
    return openings


def period_named_in(text: str, today: date) -> Period | None:
    """Return the coming exception whose reason a text names: "in de voorjaarsvakantie".

    Part of a reason will do ("in de vakantie"), since few people know which one the shop means.
    """
    words = {word for word in re.findall(r"\w+", text.lower()) if len(word) >= _TELLING_LENGTH}
    for exception in OpeningException.objects.filter(last_day__gte=today):
        reasons = re.findall(r"\w+", exception.reason.lower())
        if any(word in reason for word in words for reason in reasons):
            return Period(opening_on(exception.first_day), opening_on(exception.last_day))
    return None


def is_open_at(moment: datetime) -> bool:
    return closes_at(moment) is not None


def closes_at(moment: datetime) -> time | None:
    """Return until when the shop is open, when it is."""
    local = moment.astimezone(ZONE)
    for interval in opening_on(local.date()).intervals:
        if interval.opens <= local.time() < interval.closes:
            return interval.closes
    return None


def next_opening(moment: datetime) -> tuple[Opening, Interval]:
    """Return the first interval that opens after the moment, with its day."""
    after = moment.astimezone(UTC)
    for opening in opening_week(moment.astimezone(ZONE).date(), SEARCHED_DAYS):
        for interval in opening.intervals:
            # Compared in UTC: within one zone Python compares clock faces, not moments.
            if datetime.combine(opening.day, interval.opens, ZONE).astimezone(UTC) > after:
                return opening, interval
    raise NeverOpen


def regular_week() -> list[RegularDay]:
    """Return the weekly hours, Monday first."""
    intervals = list(OpeningInterval.objects.all())
    return [
        RegularDay(weekday, _intervals(i for i in intervals if i.weekday == weekday))
        for weekday in Weekday
    ]


def _intervals(rows: Iterable[OpeningInterval | ExceptionInterval]) -> tuple[Interval, ...]:
    return tuple(Interval(row.opens, row.closes) for row in rows)


def _holiday(day: date) -> str | None:
    return _holidays(day.year).get(day)


@cache
def _holidays(year: int) -> dict[date, str]:
    calendar = holidays.country_holidays("NL", years=year, language="nl")
    return {
        day: " en ".join(_in_running_text(name) for name in calendar.get_list(day))
        for day in calendar
    }


def _in_running_text(name: str) -> str:
    return HOLIDAY_NAMES.get(name, name[0].lower() + name[1:])
