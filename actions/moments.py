"""When a customer wants to come: what was said now joined to what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot import clock


def join_times(entities: Sequence[dict[str, Any]], day: str | None) -> str | None:
    """Return the moment, span or day that these entities mean, given the day talked of before.

    `day` and the result are `time` values of the entity contract. A clock time without a day
    ("half drie") belongs to the day that is being talked about.
    """
    if not entities:
        return None
    named = [e for e in entities if e.get("said_day", True)]
    loose = [e for e in entities if not e.get("said_day", True)]
    known_day = named[-1]["value"][:10] if named else (day[:10] if day else None)
    if loose and known_day:
        return on_day(loose[-1]["value"], known_day)
    return (named or loose)[-1]["value"]


def on_day(value: str, day: str) -> str:
    """Return a moment or span on another day."""
    return "/".join(f"{day}{side[10:]}" for side in value.split("/"))


def is_moment(value: str) -> bool:
    return "T" in value and "/" not in value


def is_week(value: str) -> bool:
    return "/" in value and "T" not in value


def next_week() -> str:
    """Return the days of next week, as a value of the slot `day`."""
    monday = clock.today() + timedelta(days=7 - clock.today().weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def begin_of(day: str | None) -> datetime:
    """Return the first moment of a day or week that is still to come: now, when it has begun."""
    if day is None:
        return clock.now()
    return max(clock.now(), datetime.combine(as_day(day), time(), clock.ZONE))


def as_moment(value: str) -> datetime:
    return datetime.fromisoformat(value).replace(tzinfo=clock.ZONE)


def as_day(value: str) -> date:
    return date.fromisoformat(value[:10])


def within(slots: Sequence[datetime], value: str) -> list[datetime]:
    """Keep the slots that lie in a span of the day; a whole day keeps all."""
    if "/" not in value:
        return list(slots)
    start, end = (as_moment(side) for side in value.split("/"))
    return [slot for slot in slots if start <= slot < end]


def as_value(moment: datetime) -> str:
    return moment.astimezone(clock.ZONE).strftime("%Y-%m-%dT%H:%M")
