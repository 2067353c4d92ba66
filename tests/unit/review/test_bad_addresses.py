"""What somebody types into an address of the console is no reason to break."""

import pytest
from django.test import Client

PAGES = (
    "/staf/",
    "/staf/zaak/agenda/",
    "/staf/zaak/agenda/week/",
    "/staf/zaak/agenda/nieuw/",
    "/staf/zaak/tijden/anders/",
    "/staf/cijfers/",
    "/staf/logboek/",
)
DAYS = ("0001-01-01", "9999-12-31", "2026-02-30", "gisteren", "", "%00", "-1")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("page", PAGES)
def test_a_day_that_is_none_or_far_off(erik: Client, page: str, day: str) -> None:
    query = f"dag={day}&van={day}&tot={day}&vanaf={day}"

    assert erik.get(f"{page}?{query}").status_code in {200, 403}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30"])
def test_there_is_no_agenda_file_of_such_a_day(erik: Client, day: str) -> None:
    assert erik.get(f"/staf/zaak/agenda/{day}.ics").status_code == 404


@pytest.mark.parametrize("words", ["%00", "%00bril", "'; --", "%25%5f", '"', "x" * 3000])
@pytest.mark.parametrize(
    "page",
    [
        *("/staf/", "/staf/zaak/producten/", "/staf/zaak/diensten/", "/staf/zaak/bestellingen/"),
        *("/staf/zaak/antwoorden/", "/staf/verbeteren/"),
    ],
)
def test_words_that_are_looked_for(erik: Client, page: str, words: str) -> None:
    assert erik.get(f"{page}?zoek={words}").status_code == 200


@pytest.mark.parametrize("number", ["x", "-1", "0", "1e9", "99999999999999999999999", "%00"])
def test_a_page_of_a_list_that_is_not_there(erik: Client, number: str) -> None:
    for page in (
        "/staf/",
        "/staf/zaak/producten/",
        "/staf/zaak/bestellingen/",
        "/staf/verbeteren/oneens/",
    ):
        assert erik.get(f"{page}?pagina={number}").status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_an_appointment_on_a_day_that_is_far_off_is_not_made(erik: Client, day: str) -> None:
    fields = {
        "service": "1",
        "day": day,
        "start": f"{day}T10:00",
        "name": "Bo",
        "phone": "0612345678",
    }

    for also in ({"toon": "ja"}, {}):
        answer = erik.post("/staf/zaak/agenda/nieuw/", {**fields, **also})
        assert answer.status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_other_hours_on_a_day_that_is_far_off(erik: Client, day: str) -> None:
    fields = {"first_day": day, "last_day": day, "reason": "feest", "gezien": "origineel"}

    for step in ("anders/", "anders/proef/"):
        assert erik.post(f"/staf/zaak/tijden/{step}", fields).status_code in {200, 302}
    assert erik.get("/staf/zaak/tijden/").status_code == 200
