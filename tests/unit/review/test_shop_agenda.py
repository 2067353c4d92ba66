"""Appointments in the console: under the same rules as the bot's, and not for everybody's eyes."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from bot.review.models import AuditEntry
from bot.shop import appointments
from bot.shop.models import Appointment, AppointmentState, OpeningInterval, Service
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import talk

AGENDA = "/staf/zaak/agenda/"
WEDNESDAY = "2026-11-25"


@pytest.fixture(autouse=True)
def _own_var(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def booked(moment: str, service: str = "eye_test", conversation: str = "") -> Appointment:
    start = datetime.fromisoformat(moment)
    return appointments.book(
        Service.objects.get(key=service), start, "Bo de Wit", "0612345678", "", conversation
    )


def asked(moment: str, **other: str) -> dict[str, str]:
    service = str(Service.objects.get(key="eye_test").pk)
    person = {"name": "Bo de Wit", "phone": "06 12345678", "email": ""}
    return {"service": service, "day": moment[:10], "start": moment, **person, **other}


def seen_of(client: Client, made: Appointment) -> dict[str, str]:
    """Return what the form of its page sends along: how it was when it was looked at."""
    return {"gezien": client.get(f"{AGENDA}{made.pk}/").context["mark"]}


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_day_shows_who_comes_and_where_there_is_room(erik: Client) -> None:
    booked(f"{WEDNESDAY}T10:00", "lens_fitting")

    day = page(erik, f"{AGENDA}?dag={WEDNESDAY}")

    assert "9:30 – 10:00" in day
    assert "10:00 – 10:45" in day
    assert "lenzen aanmeten" in day
    assert "Bo de Wit" in day
    assert "10:45 – 17:30" in day


def test_a_week_shows_every_quarter_once(erik: Client) -> None:
    booked(f"{WEDNESDAY}T10:00", "lens_fitting")
    booked("2026-11-27T18:30")

    week = erik.get(f"{AGENDA}week/?dag={WEDNESDAY}")

    rows = week.context["rows"]
    height = {day.day: 0 for day in week.context["days"]}
    for row in rows:
        for cell in row.cells:
            height[cell.day.day] += cell.rows
    assert set(height.values()) == {len(rows)}
    assert "lenzen aanmeten" in week.content.decode()


def test_an_appointment_is_made_by_hand_and_takes_its_time(erik: Client) -> None:
    response = erik.post(f"{AGENDA}nieuw/", asked(f"{WEDNESDAY}T11:00"))

    made = Appointment.objects.get()
    assert response.headers["Location"] == f"{AGENDA}?dag={WEDNESDAY}"
    assert (made.name, made.phone, made.start.hour) == ("Bo de Wit", "+31612345678", 11)
    with pytest.raises(appointments.SlotTaken):
        booked(f"{WEDNESDAY}T11:15")


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        (f"{WEDNESDAY}T10:15", "komt er al iemand anders"),
        ("2026-11-30T10:00", "maandag 30 november dicht"),
        ("2026-12-24T15:00", "vanwege kerstavond 9:30 tot 15:00 uur"),
        (f"{WEDNESDAY}T17:15", "niet klaar voordat de winkel dichtgaat"),
        (f"{WEDNESDAY}T10:10", "begint op een kwartier"),
        ("2026-11-20T10:00", "al geweest"),
        ("2027-06-01T10:00", "Zo ver vooruit"),
    ],
)
def test_what_the_bot_would_refuse_is_refused_here_too(
    erik: Client, moment: str, says: str
) -> None:
    booked(f"{WEDNESDAY}T10:00")

    refused = erik.post(f"{AGENDA}nieuw/", asked(moment, name="Kim Vos")).content.decode()

    assert says in refused
    assert 'value="Kim Vos"' in refused
    assert Appointment.objects.count() == 1


def test_a_number_that_is_none_is_asked_again(erik: Client) -> None:
    page = erik.post(f"{AGENDA}nieuw/", asked(f"{WEDNESDAY}T11:00", phone="morgen")).content

    assert "geen telefoonnummer" in page.decode()
    assert not Appointment.objects.exists()


def test_an_appointment_is_moved_and_the_log_knows_but_names_nobody(erik: Client) -> None:
    made = booked(f"{WEDNESDAY}T10:00")
    own = f"{AGENDA}{made.pk}/"
    mark = erik.get(own).context["mark"]

    erik.post(f"{own}verzetten/", {"gezien": mark, "start": f"{WEDNESDAY}T15:00"})

    made.refresh_from_db()
    entry = AuditEntry.objects.get(action="appointment.moved")
    assert made.start.hour == 15
    assert entry.subject == made.number
    assert entry.details["before"]["wanneer"].endswith("10:00 uur")
    assert entry.details["after"]["wanneer"].endswith("15:00 uur")
    assert "Wit" not in str(entry.details)


def test_who_moves_what_somebody_else_just_moved_is_told_so(logs_in: LogsIn) -> None:
    erik, noor = logs_in("Erik"), logs_in("Noor")
    made = booked(f"{WEDNESDAY}T10:00")
    own = f"{AGENDA}{made.pk}/"
    seen = erik.get(own).context["mark"]
    noor.post(f"{own}verzetten/", {"gezien": seen, "start": f"{WEDNESDAY}T15:00"})

    page = erik.post(f"{own}verzetten/", {"gezien": seen, "start": f"{WEDNESDAY}T16:00"})

    made.refresh_from_db()
    assert "noor heeft dit net ook gewijzigd" in page.content.decode()
    assert made.start.hour == 15


def test_a_cancelled_appointment_frees_its_time_once(erik: Client) -> None:
    made = booked(f"{WEDNESDAY}T10:00")

    seen = seen_of(erik, made)
    erik.post(f"{AGENDA}{made.pk}/afzeggen/", seen)
    again = erik.post(f"{AGENDA}{made.pk}/afzeggen/", seen).content.decode()

    assert "intussen afgezegd" in again
    assert booked(f"{WEDNESDAY}T10:00").number != made.number


def test_who_cancels_what_the_customer_just_moved_is_told_first(erik: Client) -> None:
    made = booked(f"{WEDNESDAY}T10:00")
    seen = seen_of(erik, made)
    appointments.move(made, made.start + timedelta(hours=1))

    told = erik.post(f"{AGENDA}{made.pk}/afzeggen/", seen, follow=True).content.decode()

    assert "heeft dit net gewijzigd" in told
    assert Appointment.objects.get(pk=made.pk).state == AppointmentState.BOOKED


def test_it_links_to_the_conversation_that_it_was_made_in(erik: Client) -> None:
    conversation = talk("ik wil een afspraak")
    made = booked(f"{WEDNESDAY}T10:00", conversation=str(conversation.public_id))
    gone = booked(f"{WEDNESDAY}T12:00", conversation="2f0c9a52-0000-4000-8000-000000000000")

    assert f"/staf/gesprek/{conversation.public_id}/" in page(erik, f"{AGENDA}{made.pk}/")
    assert "gewist" in page(erik, f"{AGENDA}{gone.pk}/")


@pytest.mark.parametrize("part", [f"?dag={WEDNESDAY}", f"week/?dag={WEDNESDAY}", "one"])
def test_a_reader_sees_no_name_or_number_and_changes_nothing(logs_in: LogsIn, part: str) -> None:
    reader = logs_in("Sam", may_answer=False)
    made = booked(f"{WEDNESDAY}T10:00")
    own = f"{made.pk}/"

    seen = page(reader, AGENDA + (own if part == "one" else part))

    assert "oogmeting" in seen.lower()
    assert "Bo de Wit" not in seen
    assert "612345678" not in seen.replace(" ", "")
    # Who has the number may cancel in the chat.
    assert made.number not in seen
    assert reader.get(f"{AGENDA}{WEDNESDAY}.ics").status_code == 403
    assert reader.post(f"{AGENDA}nieuw/", asked(f"{WEDNESDAY}T11:00")).status_code == 403
    for step in ("verzetten/", "afzeggen/", "gegevens/"):
        assert reader.post(f"{AGENDA}{own}{step}").status_code == 403


def test_a_reader_sees_no_number_in_what_was_changed(logs_in: LogsIn, erik: Client) -> None:
    made = booked(f"{WEDNESDAY}T10:00")
    erik.post(f"{AGENDA}{made.pk}/afzeggen/", seen_of(erik, made))

    assert made.number in page(erik, "/staf/zaak/")
    assert made.number not in page(logs_in("Sam", may_answer=False), "/staf/zaak/")


def test_who_keeps_the_shop_without_seeing_people_still_moves(logs_in: LogsIn) -> None:
    client = logs_in("Sam", may_answer=False)
    User.objects.get(username="sam").user_permissions.add(
        Permission.objects.get(codename="keep_shop")
    )
    made = booked(f"{WEDNESDAY}T10:00")
    own = f"{AGENDA}{made.pk}/"
    seen = client.get(own)

    moved = client.post(
        f"{own}verzetten/", {"gezien": seen.context["mark"], "start": f"{WEDNESDAY}T15:00"}
    )
    changed = client.post(f"{own}gegevens/", {"name": "X", "phone": "0612345678"})

    assert "Bo de Wit" not in seen.content.decode()
    assert moved.status_code == 302
    assert changed.status_code == 404


def test_a_day_goes_along_as_a_calendar_file(erik: Client) -> None:
    made = booked(f"{WEDNESDAY}T10:00")

    response = erik.get(f"{AGENDA}{WEDNESDAY}.ics")

    assert response.headers["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:Oogmeting: Bo de Wit" in response.content.decode()
    assert made.number in response.content.decode()


def test_an_appointment_outside_the_new_hours_stands_out(erik: Client) -> None:
    booked(f"{WEDNESDAY}T10:00")
    OpeningInterval.objects.filter(weekday=2).delete()

    day = page(erik, f"{AGENDA}?dag={WEDNESDAY}")

    assert "buiten de openingstijden" in day
    assert "op een tijd dat de winkel dicht is" in page(erik, "/staf/zaak/")
    assert "(dicht)" in page(erik, f"{AGENDA}week/?dag={WEDNESDAY}")


@pytest.mark.parametrize("address", ["?dag=morgen", "week/?dag=2026-13-40", "nieuw/?tijd=99:99"])
def test_a_strange_address_shows_today(erik: Client, address: str) -> None:
    assert erik.get(AGENDA + address).status_code == 200
