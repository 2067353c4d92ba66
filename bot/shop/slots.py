"""Which moments are still free to book."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from heapq import nsmallest

from bot.clock import ZONE, now, today
from bot.shop.models import Appointment, Service, Shop, TakenQuarter
from bot.shop.opening import Opening, opening_week

QUARTER = timedelta(minutes=15)


def free_slots(service: Service, day: date, *, moving: Appointment | None = None) -> list[datetime]:
    """Return the starts on one day at which the service still fits.

    An appointment that is being moved does not stand in its own way.
    """
    return _free_slots(service, day, day, moving)


def nearest_free_slots(
    service: Service, around: datetime, count: int = 3, *, moving: Appointment | None = None
) -> list[datetime]:
    """Return the free starts nearest to a moment, earliest first."""
    free = _free_slots(service, today(), last_bookable_day(), moving)
    return sorted(nsmallest(count, free, key=lambda start: abs(_gap(start, around))))


def last_bookable_day() -> date:
    return today() + timedelta(days=Shop.current().horizon_days)


def quarters_of(start: datetime, minutes: int) -> list[datetime]:
    """Return the quarters that an appointment takes; one that is begun is taken whole."""
    first = start.astimezone(UTC)
    needed = -(-timedelta(minutes=minutes) // QUARTER)
    return [first + number * QUARTER for number in range(needed)]


def on_grid(start: datetime) -> bool:
    return start.minute % 15 == 0 and start.second == 0 and start.microsecond == 0


def _free_slots(
    service: Service, first: date, last: date, moving: Appointment | None
) -> list[datetime]:
    first, last = max(first, today()), min(last, last_bookable_day())
    if first > last:
        return []
    openings = opening_week(first, (last - first).days + 1)
    taken = _taken_between(first, last, moving)
    current = now()
    return [
        start
        for opening in openings
        for start in _starts_within(opening, service.minutes)
        if _gap(start, current) > timedelta(0)
        and taken.isdisjoint(quarters_of(start, service.minutes))
    ]


def _starts_within(opening: Opening, minutes: int) -> Iterator[datetime]:
    """Count in UTC, so that a day on which the clock changes has its true length."""
    for interval in opening.intervals:
        start = datetime.combine(opening.day, interval.opens, ZONE).astimezone(UTC)
        closes = datetime.combine(opening.day, interval.closes, ZONE).astimezone(UTC)
        if not on_grid(start):
            start = start.replace(minute=start.minute // 15 * 15, second=0) + QUARTER
        while start + timedelta(minutes=minutes) <= closes:
            yield start.astimezone(ZONE)
            start += QUARTER


def _taken_between(first: date, last: date, moving: Appointment | None) -> set[datetime]:
    quarters = TakenQuarter.objects.filter(start__date__gte=first, start__date__lte=last)
    if moving:
        quarters = quarters.exclude(appointment=moving)
    return {start.astimezone(UTC) for start in quarters.values_list("start", flat=True)}


def _gap(one: datetime, other: datetime) -> timedelta:
    return one.astimezone(UTC) - other.astimezone(UTC)
