"""Days that somebody writes in an address."""

from datetime import date

from django.utils.dateparse import parse_date

_FIRST, _LAST = date(2000, 1, 1), date(2999, 12, 31)


def sane_day(written: str) -> date | None:
    """Return the day, unless it is none or so far off that nothing can be counted from it."""
    try:
        day = parse_date(written)
    except ValueError:
        return None
    return day if day and _FIRST <= day <= _LAST else None
