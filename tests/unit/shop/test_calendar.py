from icalendar import Calendar

from bot.shop.appointments import calendar_file, cancel, move
from tests.unit.shop.factories import at, booked


def event_of(text):
    return Calendar.from_ical(text).events[0]


def test_the_file_holds_the_appointment_in_the_time_of_the_shop(eye_test):
    event = event_of(calendar_file(booked(eye_test, "2026-11-27T14:30")))

    assert event.decoded("dtstart") == at("2026-11-27T14:30")
    assert event.decoded("dtend") == at("2026-11-27T15:00")
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event["location"] == "Optiek Helder, Dorpsstraat 12, 7961 HK Oosterveen"


def test_a_moved_appointment_replaces_the_one_in_the_calendar(eye_test):
    appointment = booked(eye_test, "2026-11-27T14:30")
    before = event_of(calendar_file(appointment))

    after = event_of(calendar_file(move(appointment, at("2026-11-28T10:00"))))

    assert after["uid"] == before["uid"]
    assert after.decoded("dtstart") == at("2026-11-28T10:00")


def test_the_page_gives_the_file(eye_test, client):
    appointment = booked(eye_test, "2026-11-27T14:30")

    response = client.get(f"/afspraak/{appointment.number}.ics")

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/calendar")
    assert "no-store" in response["Cache-Control"]
    assert event_of(response.content).decoded("dtstart") == at("2026-11-27T14:30")


def test_an_unknown_number_is_told_in_plain_dutch(shop, client):
    response = client.get("/afspraak/AF-234679.ics")

    assert response.status_code == 404
    assert "Deze afspraak ken ik niet" in response.content.decode()


def test_a_cancelled_appointment_has_no_file(eye_test, client):
    appointment = booked(eye_test, "2026-11-27T14:30")
    cancel(appointment)

    assert client.get(f"/afspraak/{appointment.number}.ics").status_code == 404
