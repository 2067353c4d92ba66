"""Opening hours in the console: tried on first, in force at once."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from bot.review.models import AuditEntry
from bot.shop.models import OpeningException, OpeningInterval, Shop
from bot.shop.opening import opening_on
from tests.unit.review.conftest import LogsIn

HOURS = "/staf/zaak/tijden/"
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _own_var(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def week(client: Client, **changes: str) -> dict[str, str]:
    """Return the form as it stands, with some fields filled in otherwise."""
    response = client.get(HOURS)
    form = response.context["form"]
    filled = {name: form[name].value() for name in form.fields}
    known = {name: f"{value:%H:%M}" if value else "" for name, value in filled.items()}
    return {"gezien": response.context["mark"], **known, **changes}


def other(**fields: str) -> dict[str, str]:
    return {"first_day": "2026-11-25", "kind": "dicht", "reason": "", "gezien": "", **fields}


def test_other_hours_hold_at_once_and_are_in_the_log(erik: Client) -> None:
    erik.post(HOURS, week(erik, d2_0_open="10:00", d2_0_dicht="16:00"))

    (interval,) = opening_on(WEDNESDAY).intervals
    entry = AuditEntry.objects.get(action="hours.changed")
    assert (interval.opens, interval.closes) == (time(10), time(16))
    assert entry.details["before"] == {"woensdag": "9:30 tot 17:30 uur"}
    assert entry.details["after"] == {"woensdag": "10:00 tot 16:00 uur"}
    assert "10:00 tot 16:00 uur" in erik.get("/staf/zaak/").content.decode()


def test_a_break_makes_two_stretches_and_an_empty_day_is_closed(erik: Client) -> None:
    changes = {"d2_0_dicht": "12:30", "d2_1_open": "13:00", "d2_1_dicht": "17:30"}

    erik.post(HOURS, week(erik, d3_0_open="", d3_0_dicht="", **changes))

    assert len(opening_on(WEDNESDAY).intervals) == 2
    assert not opening_on(date(2026, 11, 26)).is_open


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"d2_0_dicht": ""}, "Woensdag: vul bij beide in"),
        ({"d2_0_dicht": "08:00"}, "Woensdag: de winkel gaat dicht voordat die opengaat"),
        (
            {"d2_1_open": "12:00", "d2_1_dicht": "13:00"},
            "de twee tijden overlappen elkaar",
        ),
    ],
)
def test_hours_that_cannot_be_are_refused_and_stay(
    erik: Client, changes: dict[str, str], says: str
) -> None:
    page = erik.post(HOURS, week(erik, **changes)).content.decode()

    assert says in page
    assert len(opening_on(WEDNESDAY).intervals) == 1
    assert not AuditEntry.objects.exists()


def test_what_the_bot_would_say_is_shown_and_nothing_is_kept(erik: Client) -> None:
    page = erik.post(f"{HOURS}proef/", week(erik, d2_0_open="11:00")).content.decode()

    assert "We zijn morgen open van 11:00 tot 17:30 uur." in page
    assert opening_on(WEDNESDAY).intervals[0].opens == time(9, 30)


def test_of_two_who_change_the_week_the_second_is_told(logs_in: LogsIn) -> None:
    erik, noor = logs_in("Erik"), logs_in("Noor")
    late = week(erik, d2_0_open="11:00")
    noor.post(HOURS, week(noor, d2_0_open="10:00"))

    page = erik.post(HOURS, late)

    assert "noor heeft dit net ook gewijzigd" in page.content.decode()
    assert opening_on(WEDNESDAY).intervals[0].opens == time(10)
    erik.post(HOURS, late | {"gezien": page.context["mark"]})
    assert opening_on(WEDNESDAY).intervals[0].opens == time(11)


def test_a_closed_day_is_made_with_what_the_bot_says_of_it(erik: Client) -> None:
    page = erik.post(f"{HOURS}anders/", other(reason="verbouwing"), follow=True).content.decode()

    assert not opening_on(WEDNESDAY).is_open
    assert "We zijn morgen dicht vanwege verbouwing." in page
    assert AuditEntry.objects.get(action="exception.added").subject == "verbouwing"


def test_a_late_evening_and_a_holiday_of_days(erik: Client) -> None:
    times = {"kind": "anders", "t_0_open": "09:30", "t_0_dicht": "21:00"}
    erik.post(f"{HOURS}anders/", other(reason="koopavond", **times))
    holiday = other(first_day="2027-03-01", last_day="2027-03-06", reason="vakantie")

    says = erik.post(f"{HOURS}anders/", holiday, follow=True).content.decode()

    assert opening_on(WEDNESDAY).intervals[0].closes == time(21)
    assert "Van maandag 1 maart tot en met zaterdag 6 maart zijn we dicht" in says


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"first_day": ""}, "Kies een dag"),
        ({"last_day": "2026-11-20"}, "ligt voor de eerste"),
        ({"kind": "anders"}, "hoe laat de winkel dan open"),
        ({"first_day": "2026-12-24"}, "staat er al iets: kerstavond"),
    ],
)
def test_an_exception_that_cannot_be_is_refused(
    erik: Client, fields: dict[str, str], says: str
) -> None:
    before = OpeningException.objects.count()

    page = erik.post(f"{HOURS}anders/", other(**fields)).content.decode()

    assert says in page
    assert OpeningException.objects.count() == before


def test_an_exception_is_changed_and_taken_away(erik: Client) -> None:
    eve = OpeningException.objects.get(reason="kerstavond")
    own = f"{HOURS}anders/{eve.pk}/"
    mark = erik.get(own).context["mark"]

    erik.post(own, other(first_day="2026-12-24", reason="kerstavond", gezien=mark))
    closed = not opening_on(date(2026, 12, 24)).is_open
    stale = erik.post(f"{own}weg/", {"gezien": mark}, follow=True).content.decode()
    still_closed = not opening_on(date(2026, 12, 24)).is_open
    erik.post(f"{own}weg/", {"gezien": erik.get(own).context["mark"]})

    assert "erik heeft dit net gewijzigd" in stale
    assert still_closed
    assert closed
    assert opening_on(date(2026, 12, 24)).intervals[0].closes == time(17, 30)


def test_public_holidays_are_closed_or_not(erik: Client) -> None:
    erik.post(f"{HOURS}feestdagen/", {"dicht": "nee"})

    assert not Shop.current().closed_on_public_holidays
    assert opening_on(date(2026, 12, 25)).is_open


def test_a_shop_that_is_never_open_still_has_its_page(erik: Client) -> None:
    OpeningInterval.objects.all().delete()
    OpeningException.objects.all().delete()

    assert "nergens een openingstijd" in erik.get(HOURS).content.decode()


def test_a_reader_looks_but_changes_nothing(logs_in: LogsIn) -> None:
    reader = logs_in("Sam", may_answer=False)
    before = list(OpeningInterval.objects.values_list())

    seen = reader.get(HOURS).content.decode()
    statuses = [
        reader.post(HOURS + part, week(reader, d2_0_open="11:00") | other()).status_code
        for part in ("", "proef/", "feestdagen/", "anders/", "anders/proef/", "anders/1/weg/")
    ]

    assert "Bewaar de week" not in seen
    assert statuses == [403] * 6
    assert list(OpeningInterval.objects.values_list()) == before
