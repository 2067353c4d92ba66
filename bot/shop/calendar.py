"""An appointment as a file for the customer's own calendar."""

from icalendar import Calendar, Event, vText

from bot.clock import now
from bot.shop.models import Appointment, Shop


def calendar_file(appointment: Appointment) -> str:
    shop = Shop.current()
    event = Event()
    # The same UID after a move: the calendar replaces the old time instead of adding a second.
    event.add("uid", f"{appointment.number}@{shop.email.rpartition('@')[2]}")
    event.add("dtstamp", now())
    event.add("dtstart", appointment.start)
    event.add("dtend", appointment.end)
    event.add("summary", f"{appointment.service.name.capitalize()} bij {shop.name}")
    event.add("location", vText(f"{shop.name}, {shop.address}"))
    event.add("description", f"Afspraaknummer {appointment.number}. Bellen kan ook: {shop.phone}.")
    event.add("status", "CONFIRMED")

    calendar = Calendar()
    calendar.add("prodid", f"-//{shop.name}//Buur//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return str(calendar.to_ical(), "utf-8")
