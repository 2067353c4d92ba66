"""Booking, moving, cancelling and finding appointments."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from bot.clock import ZONE, now
from bot.shop.calendar import calendar_file
from bot.shop.models import Appointment, AppointmentState, Service, TakenQuarter
from bot.shop.numbers import NUMBER_PATTERN, new_number, read_number
from bot.shop.opening import Opening, opening_on
from bot.shop.people import same_person, same_phone, store_phone
from bot.shop.slots import last_bookable_day, on_grid, quarters_of

__all__ = [
    "NUMBER_PATTERN",
    "EndsAfterClosing",
    "InThePast",
    "OffGrid",
    "ShopClosed",
    "SlotRefused",
    "SlotTaken",
    "TooFarAhead",
    "UnknownAppointment",
    "book",
    "calendar_file",
    "cancel",
    "check_slot",
    "find_by_number",
    "find_by_person",
    "move",
    "of_conversation",
]


class SlotRefused(Exception):
    """An appointment cannot start at this moment."""


class SlotTaken(SlotRefused):
    """Somebody else comes then."""


class InThePast(SlotRefused):
    pass


class TooFarAhead(SlotRefused):
    """The moment lies beyond the shop's horizon."""


class OffGrid(SlotRefused):
    """Appointments start on the quarter."""


class ShopClosed(SlotRefused):
    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.opening = opening


class EndsAfterClosing(ShopClosed):
    """The shop is open at the start, but not until the end."""


class UnknownAppointment(Exception):
    """No appointment that is booked and still to come answers to this."""


def check_slot(service: Service, start: datetime, *, moving: Appointment | None = None) -> None:
    """Raise the reason why the service cannot start then; a time without a zone is local.

    An appointment that is being moved does not stand in its own way.
    """
    start = _local(start)
    if start.timestamp() <= now().timestamp():
        raise InThePast
    if start.date() > last_bookable_day():
        raise TooFarAhead
    _check_open(start, _end(service, start))
    if not on_grid(start):
        raise OffGrid
    taken = TakenQuarter.objects.filter(start__in=quarters_of(start, service.minutes))
    if moving:
        taken = taken.exclude(appointment=moving)
    if taken.exists():
        raise SlotTaken


def book(
    service: Service,
    start: datetime,
    name: str,
    phone: str,
    email: str = "",
    conversation: str = "",
) -> Appointment:
    """Book, or raise what `check_slot` raises."""
    start = _local(start)
    with transaction.atomic():
        check_slot(service, start)
        appointment = Appointment.objects.create(
            number=_unused_number(),
            service=service,
            start=start,
            end=_end(service, start),
            name=name.strip()[:120],
            phone=store_phone(phone)[:30],
            email=email.strip(),
            conversation=conversation,
        )
        _take_quarters(appointment)
    return appointment


def move(appointment: Appointment, start: datetime) -> Appointment:
    """Give the appointment another time, or raise what `check_slot` raises and leave it."""
    start = _local(start)
    with transaction.atomic():
        current = _locked(appointment)
        check_slot(current.service, start, moving=current)
        current.quarters.all().delete()
        current.start, current.end = start, _end(current.service, start)
        current.save(update_fields=["start", "end"])
        _take_quarters(current)
    appointment.start, appointment.end = current.start, current.end
    return appointment


def cancel(appointment: Appointment) -> None:
    with transaction.atomic():
        current = _locked(appointment)
        current.quarters.all().delete()
        current.state = AppointmentState.CANCELLED
        current.save(update_fields=["state"])
    appointment.state = current.state


def find_by_number(text: str) -> Appointment:
    """Find by a number as somebody types it, alone or in a sentence."""
    found = _to_come().filter(number=read_number(text)).first()
    if found is None:
        raise UnknownAppointment
    return found


def find_by_person(name: str, phone: str) -> Appointment:
    """Find somebody's first appointment to come; name and phone must both be theirs."""
    for appointment in _to_come():
        if same_phone(appointment.phone, phone) and same_person(appointment.name, name):
            return appointment
    raise UnknownAppointment


def of_conversation(conversation: str) -> list[Appointment]:
    """Return the appointments that were made in a conversation, the last one last."""
    if not conversation:
        return []
    return list(_to_come().filter(conversation=conversation).order_by("created", "pk"))


def _to_come() -> QuerySet[Appointment]:
    return Appointment.objects.select_related("service").filter(
        state=AppointmentState.BOOKED, start__gt=now()
    )


def _check_open(start: datetime, end: datetime) -> None:
    opening = opening_on(start.date())
    for interval in opening.intervals:
        closes = datetime.combine(opening.day, interval.closes, ZONE)
        if interval.opens <= start.time() < interval.closes:
            if end.timestamp() <= closes.timestamp():
                return
            raise EndsAfterClosing(opening)
    raise ShopClosed(opening)


def _local(moment: datetime) -> datetime:
    """Return the moment in the shop's zone; through UTC, so that it is one the clock shows."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZONE)
    return datetime.fromtimestamp(aware.timestamp(), ZONE)


def _end(service: Service, start: datetime) -> datetime:
    return datetime.fromtimestamp(start.timestamp() + service.minutes * 60, ZONE)


def _locked(appointment: Appointment) -> Appointment:
    """Return the row as it is now, held until the transaction ends."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("service")
    current = rows.filter(pk=appointment.pk, state=AppointmentState.BOOKED).first()
    if current is None:
        raise UnknownAppointment
    return current


def _take_quarters(appointment: Appointment) -> None:
    quarters = quarters_of(appointment.start, appointment.service.minutes)
    try:
        with transaction.atomic():
            TakenQuarter.objects.bulk_create(
                TakenQuarter(start=quarter, appointment=appointment) for quarter in quarters
            )
    except IntegrityError as taken_meanwhile:
        raise SlotTaken from taken_meanwhile


def _unused_number() -> str:
    number = new_number()
    while Appointment.objects.filter(number=number).exists():
        number = new_number()
    return number
