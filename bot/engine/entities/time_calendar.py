"""Counts on the calendar from today."""

from calendar import isleap
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.engine.entities.time_words import WEEKDAYS

IMPOSSIBLE = date.min


def dated(day: int, month: int, year: str | None, today: date) -> date | None:
    """Return the date; None for one long gone, `IMPOSSIBLE` for one that no calendar holds."""
    try:
        if year:
            on = date(int(year), month, day)
            return on if on >= today else None
        if (month, day) == (2, 29):
            return _coming_leap_day(today)
        on = date(today.year, month, day)
        return on if on >= today else date(today.year + 1, month, day)
    except ValueError:
        return IMPOSSIBLE


def _coming_leap_day(today: date) -> date:
    years = (year for year in range(today.year, today.year + 9) if isleap(year))
    return next(day for day in (date(year, 2, 29) for year in years) if day >= today)


def day_of_month(day: int, today: date, weekday: int | None = None) -> date | None:
    """Return the next such day; within two months the one on that weekday, if there is one."""
    if not 1 <= day <= 31:
        return None
    following = [
        on.replace(day=day)
        for on in (today.replace(day=1) + relativedelta(months=count) for count in range(4))
        if day <= (on + relativedelta(day=31)).day
    ]
    to_come: list[date] = [on for on in following if on > today]
    matching = [on for on in to_come if on.weekday() == weekday and (on - today).days <= 60]
    return (matching or to_come)[0]


def span_of(count: int, unit: str) -> relativedelta:
    if unit.startswith("dag"):
        return relativedelta(days=count)
    if unit.startswith("we"):
        return relativedelta(weeks=count)
    return relativedelta(months=count) if unit.startswith("maand") else relativedelta(years=count)


def coming_weekday(weekday: str, today: date) -> date:
    return today + timedelta(days=(WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)


def weekday_of_week(weekday: str, today: date, weeks_on: int) -> date:
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=WEEKDAYS.index(weekday), weeks=weeks_on)
