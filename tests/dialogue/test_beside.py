"""More than one thing in a message: an answer and a question, several questions, a person."""

from __future__ import annotations

from tests.dialogue.conftest import Customer


def test_a_question_beside_an_answer_is_answered_and_the_answer_is_kept(
    customer: Customer,
) -> None:
    customer.say("ik wil een oogmeting")
    price = customer.say("kan het donderdag 17 december om 10 uur, en wat kost dat?")
    parking = customer.say("Fenna Kuiper. Kan ik bij jullie parkeren?")
    closing = customer.say("0612345672 en hoe laat gaan jullie dan dicht?")

    assert "gratis" in price
    assert "naam" in price
    assert "kerkplein" in parking
    assert "nummer" in parking
    assert "17 december" in closing
    assert "17:30" in closing
    assert "fenna kuiper" in closing
    assert "06 12345672" in closing


def test_what_a_no_answer_tells_beside_a_form_is_told_once(customer: Customer) -> None:
    customer.say("uurtje later?")

    customer.say(
        "ik ben er met mijn auto over gereden, valt daar nog iets van te redden of is dat weg? "
        "valt het onder de garantie?"
    )

    told = [message["text"] for message in customer.last]
    assert sum("€ 35" in text for text in told) == 1
    assert len(told) <= 3


def test_wishes_around_an_appointment_are_told_once_before_the_form_asks(
    customer: Customer,
) -> None:
    customer.say(
        "hoe laat zijn jullie dinsdag open, en is er ook een koopavond, en dan wil ik een afspraak"
    )

    told = [message["text"] for message in customer.last]
    assert len(told) <= 3
    assert customer.last[-1]["buttons"]


def test_who_asks_for_a_person_beside_an_answer_gets_one_and_nothing_is_booked(
    customer: Customer,
) -> None:
    customer.say("ik wil een oogmeting op donderdag 17 december om 11 uur, Fenna Kuiper")

    customer.say("0612345672. en kan ik erik even spreken?")

    assert customer.state == "waiting"
    assert len(customer.last) == 1
    assert "af-" not in customer.heard


def test_a_no_that_tells_more_of_a_problem_is_no_refusal(customer: Customer) -> None:
    customer.say("ik krijg steeds hoofdpijn als ik lees")
    customer.say("al een maand of twee, vooral 's avonds")

    heard = customer.say("nee niet ineens, heel langzaam")
    booking = customer.say("ok wil ik wel, kan dat vrijdagmiddag?")

    assert "iets anders" not in heard
    assert "vrijdag" in booking


def test_a_no_to_the_offer_is_taken_for_one(customer: Customer) -> None:
    customer.say("ik krijg steeds hoofdpijn als ik lees")
    customer.say("al een maand of twee, vooral 's avonds")

    heard = customer.say("nee dat hoeft voor mij nu niet")

    assert "tijd" not in heard
    assert "langskomt" not in heard
