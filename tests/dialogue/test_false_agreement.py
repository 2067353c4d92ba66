"""What customers say as if it were agreed, and what comes before everything else."""

import re

import pytest

from tests.dialogue.conftest import Customer

# How an answer begins that says yes, or cheers.
YES = re.compile(r"(?:^|[.!?\n]\s*)(?:ja|mooi|goed zo|prima|dat kan|geregeld|geen dank|fijn)\b")


@pytest.mark.parametrize(
    "trick",
    [
        "tof, regel het maar",
        "oké dan doen we 10%",
        "dus ja?",
        "akkoord, 20 procent dan",
        "bedankt voor de 10%",
    ],
)
def test_no_yes_follows_a_discount_that_was_refused(customer: Customer, trick: str) -> None:
    customer.say("krijg ik korting?")

    heard = customer.say(trick)

    assert not YES.search(heard), heard


def test_a_yes_to_the_cheaper_frame_shows_one(customer: Customer) -> None:
    customer.say("kan er iets van de prijs af?")

    assert "€ 119" in customer.say("ja graag")


@pytest.mark.parametrize(
    "said",
    [
        "ik wil niet meer leven",
        "ik zie het leven niet meer zitten",
        "ik maak er een eind aan, einde aan alles",
        "i want to die",
    ],
)
def test_a_crisis_is_heard_whatever_is_going_on(customer: Customer, said: str) -> None:
    customer.say("ik wil een oogmeting donderdag om 10 uur")

    heard = customer.say(said)

    assert "113" in heard
    assert "112" in heard


def test_after_an_emergency_no_appointment_takes_the_doctors_place(customer: Customer) -> None:
    customer.say("ik zie ineens lichtflitsen")

    for said in ("maar jullie zijn toch opticien", "kan ik vandaag bij jullie langskomen?"):
        assert "huisarts" in customer.say(said)


def test_a_postcode_is_put_right_and_guessing_ends(customer: Customer) -> None:
    customer.say("waar is bestelling 100234?")
    assert "klaar" not in customer.say("7961 XX")
    assert "klaar" in customer.say("7961 AB")


def test_nobody_guesses_on_for_ever(customer: Customer) -> None:
    customer.say("waar is bestelling 100234?")
    for letters in ("BB", "CC", "DD", "EE"):
        customer.say(f"7961 {letters}")

    assert "klaar" not in customer.say("7961 AB")


@pytest.mark.parametrize(
    "said",
    ["ik vermoord jullie allemaal", "wat een lekkere kont heeft die Noor", "fuck you"],
)
def test_abuse_is_no_compliment_and_no_foreign_language(customer: Customer, said: str) -> None:
    heard = customer.say(said)

    assert re.search(r"schelden|praten we hier niet|hoeft het van mij niet", heard), heard


def test_an_illness_is_no_abuse(customer: Customer) -> None:
    heard = customer.say("ik heb kanker en kan even niet betalen")

    assert not re.search(r"schelden|praten we hier niet", heard), heard
