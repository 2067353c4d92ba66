"""A day of the agenda: who comes when, and where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet

from bot.clock import ZONE, now
from bot.shop.models import Appointment, AppointmentState
from bot.shop.opening import Opening, opening_week

QUARTER = 15


@dataclass(frozen=True)
class Stretch:
    """Minutes of a day, counted from midnight: an appointment, free, or closed when neither."""

    first: int
    last: int
    is_free: bool = False
    appointment: Appointment | None = None
    # An appointment at a time when the shop is closed, since its hours were changed.
    is_outside: bool = False
    # Free, and still to come.
    may_book: bool = False

    @property
    def opens(self) -> time:
        return clock_of(self.first)

    @property
    def closes(self) -> time:
        return clock_of(self.last)


@dataclass(frozen=True)
class Day:
    day: date
    opening: Opening
    appointments: list[Appointment]
    cancelled: list[Appointment]
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.opening.is_open


def days_from(first: date, number: int = 1) -> list[Day]:
    begin = datetime.combine(first, time(), ZONE)
    end = datetime.combine(first + timedelta(days=number), time(), ZONE)
    found = list(
        Appointment.objects.select_related("service").filter(start__gte=begin, start__lt=end)
    )
    return [
        _day(opening, [each for each in found if each.start.date() == opening.day])
        for opening in opening_week(first, number)
    ]


def outside_hours(appointments: Iterable[Appointment]) -> list[Appointment]:
    """Return those that are at a time when the shop turns out to be closed."""
    openings: dict[date, Opening] = {}
    found = []
    for each in appointments:
        day = each.start.date()
        if day not in openings:
            openings[day] = opening_week(day, 1)[0]
        if _is_outside(each, openings[day]):
            found.append(each)
    return found


def booked_from_now() -> QuerySet[Appointment]:
    return Appointment.objects.select_related("service").filter(
        state=AppointmentState.BOOKED, start__gt=now()
    )


def is_to_come(day: date, last: int) -> bool:
    return datetime.combine(day, clock_of(last), ZONE).astimezone(UTC) > now()


def clock_of(minutes: int) -> time:
    return time(min(minutes, 24 * 60 - 1) // 60, min(minutes, 24 * 60 - 1) % 60)


def minutes_of(moment: datetime | time) -> int:
    return moment.hour * 60 + moment.minute


def _day(opening: Opening, appointments: Sequence[Appointment]) -> Day:
    booked = [each for each in appointments if each.state == AppointmentState.BOOKED]
    cancelled = [each for each in appointments if each.state == AppointmentState.CANCELLED]
    return Day(opening.day, opening, booked, cancelled, list(_stretches(opening, booked)))


def _stretches(opening: Opening, booked: Sequence[Appointment]) -> Iterator[Stretch]:
    """Yield the day in order: each appointment, and the room between them."""
    taken = [(minutes_of(each.start), _end_of(each), each) for each in booked]
    rooms = [
        room
        for interval in opening.intervals
        for room in _room(minutes_of(interval.opens), minutes_of(interval.closes), taken)
    ]
    free = [
        Stretch(first, last, is_free=True, may_book=is_to_come(opening.day, last))
        for first, last in rooms
    ]
    busy = [
        Stretch(first, last, appointment=each, is_outside=_is_outside(each, opening))
        for first, last, each in taken
    ]
    yield from sorted([*free, *busy], key=lambda stretch: stretch.first)


def _room(
    first: int, last: int, taken: Iterable[tuple[int, int, Appointment]]
) -> Iterator[tuple[int, int]]:
    for begin, end, _ in taken:
        if end <= first or begin >= last:
            continue
        if begin > first:
            yield first, begin
        first = max(first, end)
    if first < last:
        yield first, last


def _end_of(appointment: Appointment) -> int:
    """Return when the next can come: the quarter that is begun is taken whole."""
    lasted = int((appointment.end - appointment.start).total_seconds() // 60)
    end = minutes_of(appointment.start) + lasted
    return -(-end // QUARTER) * QUARTER


def _is_outside(appointment: Appointment, opening: Opening) -> bool:
    return not any(
        interval.opens <= appointment.start.time() and appointment.end.time() <= interval.closes
        for interval in opening.intervals
    )
