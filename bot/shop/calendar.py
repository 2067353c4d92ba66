"""Appointments as a file for a calendar: a customer's own, or the shop's."""

from collections.abc import Iterable

from icalendar import Calendar, Event, vText

from bot.clock import now
from bot.shop.models import Appointment, Shop


def calendar_file(appointment: Appointment) -> str:
    """Return one appointment for the customer's calendar."""
    shop = Shop.current()
    summary = f"{appointment.service.name.capitalize()} bij {shop.name}"
    phone = f"Bellen kan ook: {shop.phone}."
    about = f"Afspraaknummer {appointment.number}. {phone}"
    return _file(shop, [_event(shop, appointment, summary, about)])


def shop_calendar_file(appointments: Iterable[tuple[Appointment, str, str]]) -> str:
    """Return appointments for the shop's calendar, each with its title and what it is about."""
    shop = Shop.current()
    return _file(shop, [_event(shop, *each) for each in appointments])


def _event(shop: Shop, appointment: Appointment, summary: str, about: str) -> Event:
    event = Event()
    # The same UID after a move: the calendar replaces the old time instead of adding a second.
    event.add("uid", f"{appointment.number}@{shop.email.rpartition('@')[2]}")
    event.add("dtstamp", now())
    event.add("dtstart", appointment.start)
    event.add("dtend", appointment.end)
    event.add("summary", summary)
    event.add("location", vText(f"{shop.name}, {shop.address}"))
    event.add("description", about)
    event.add("status", "CONFIRMED")
    return event


def _file(shop: Shop, events: Iterable[Event]) -> str:
    calendar = Calendar()
    calendar.add("prodid", f"-//{shop.name}//Buur//NL")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return str(calendar.to_ical(), "utf-8")
