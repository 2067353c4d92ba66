"""When a customer wants to come, said from what was said before."""

import pytest

from tests.dialogue.conftest import Customer

WHO = "Lotte Visser, 0612345678"


def _asked_to_confirm(customer: Customer, *said: str) -> str:
    for text in said:
        customer.say(text)
    return customer.heard


@pytest.mark.parametrize(
    ("change", "moment"),
    [
        ("een uurtje later graag", "11:00"),
        ("half uur eerder", "9:30"),
        ("sorry, ik bedoel 14:00", "14:00"),
        ("een dag later", "vrijdag 4 december om 10:00"),
        ("liever vrijdag", "vrijdag 4 december om 10:00"),
    ],
)
def test_a_change_is_read_from_the_moment_that_was_chosen(
    customer: Customer, change: str, moment: str
) -> None:
    asked = _asked_to_confirm(customer, "oogmeting donderdag 3 december om 10 uur", WHO, change)

    assert moment in asked
    assert "oogmeting" in asked


def test_one_of_the_offered_moments_is_chosen_by_its_place(customer: Customer) -> None:
    customer.say("ik wil een hoortest op dinsdag 8 december")
    offered = [button["title"] for button in customer.last[-1]["buttons"]]
    customer.say("de derde")

    asked = customer.say(WHO)

    assert offered[2].rpartition(", ")[2] in asked
    assert "8 december" in asked


def test_after_five_is_a_span_and_no_moment(customer: Customer) -> None:
    customer.say("oogmeting donderdag 10 december na vijven")

    titles = [button["title"] for button in customer.last[-1]["buttons"]]

    assert titles
    assert all(int(title.rpartition(", ")[2].split(":")[0]) >= 17 for title in titles)


def test_an_appointment_moves_to_another_day_at_the_same_time(customer: Customer) -> None:
    _asked_to_confirm(customer, "oogmeting donderdag 10 december om 11 uur", WHO, "ja")

    asked = customer.say("kan mijn afspraak een dag later, zelfde tijd?")

    assert "vrijdag 11 december om 11:00" in asked


def test_the_day_of_the_appointment_stays_when_only_the_hour_changes(customer: Customer) -> None:
    _asked_to_confirm(customer, "hoortest woensdag 16 december om 10 uur", WHO, "ja")

    assert "16 december om 14:30" in customer.say("verzet mijn afspraak naar half drie")


def test_two_services_become_two_appointments(customer: Customer) -> None:
    said = ("oogmeting en een hoortest op woensdag 9 december om 13:00", WHO, "ja")
    _asked_to_confirm(customer, *said)
    assert "hoortest" in customer.heard

    customer.say("ja graag")
    customer.say("woensdag 9 december 15:00")
    booked = customer.say("ja")

    assert "hoortest" in booked
    assert "15:00" in booked
    both = customer.say("wanneer zijn mijn afspraken ook alweer?")
    assert "13:00" in both
    assert "15:00" in both


def test_a_day_beyond_the_calendar_is_called_too_far(customer: Customer) -> None:
    assert "dagen" in customer.say("ik wil een oogmeting op 20 april")


def test_the_day_after_a_day_that_was_asked_for(customer: Customer) -> None:
    customer.say("zijn jullie zaterdag open?")

    assert "5 december" in customer.say("en de zaterdag daarna?")


def test_a_form_that_goes_in_circles_offers_a_way_out(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken")
    for text in ("weet ik niet", "hmm", "tja", "geen idee"):
        customer.say(text)

    titles = [button["title"] for message in customer.last for button in message["buttons"]]
    assert any("medewerker" in title for title in titles)


def test_next_week_is_an_answer_and_a_weekday_is_then_in_it(customer: Customer) -> None:
    customer.say("ik wil mijn bril laten bijstellen, kan dat op afspraak?")
    customer.say("morgen")
    week = customer.say("volgende week")
    day = customer.say("vrijdag dan")

    assert "volgende week" in week
    assert "vraag" not in week
    assert "4 december" in day


def test_a_clock_time_on_a_weekday_is_in_the_week_that_was_asked_for(customer: Customer) -> None:
    customer.say("kan ik volgende week een hoortest doen?")

    customer.say("donderdag om half drie")
    summary = customer.say("Marga Prins 0612345673")

    assert "3 december" in summary


@pytest.mark.parametrize("closed", ["zondagmiddag", "maandagochtend", "zondag na vijven"])
def test_a_part_of_a_day_on_which_the_shop_is_closed_is_told(
    customer: Customer, closed: str
) -> None:
    customer.say("ik wil een oogmeting")

    heard = customer.say(closed)

    assert "ging hier iets mis" not in heard
    assert "storing" not in heard
    assert "dicht" in heard or "niet" in heard
    assert customer.last[-1]["buttons"]


def test_a_part_of_the_day_after_next_week_is_on_a_day_that_the_shop_is_open(
    customer: Customer,
) -> None:
    customer.say("kan ik volgende week een hoortest doen?")

    heard = customer.say("'s middags graag")

    assert "1 december" in heard
