"""Talks through the chat API with the real engine: facts are checked, not literal sentences.

The clock stands at Tuesday 24 November 2026, 10:00.
"""

import re

import pytest

from tests.dialogue.conftest import Customer


def test_the_first_message_says_that_it_is_a_chatbot(customer: Customer) -> None:
    assert "chatbot" in customer.heard
    assert "optiek helder" in customer.heard


def test_hours_of_a_day_come_from_the_shop(customer: Customer) -> None:
    heard = customer.say("zijn jullie vrijdag open?")

    assert "9:30" in heard
    assert "20:00" in heard


def test_a_day_after_hours_were_asked_is_about_hours_too(customer: Customer) -> None:
    customer.say("zijn jullie vrijdag open?")

    heard = customer.say("en zaterdag?")

    assert "16:00" in heard


def test_christmas_is_closed_and_says_why(customer: Customer) -> None:
    heard = customer.say("zijn jullie eerste kerstdag open?")

    assert "kerst" in heard
    assert "dicht" in heard


def test_a_price_of_a_service(customer: Customer) -> None:
    assert "gratis" in customer.say("wat kost een oogmeting?")


def test_an_order_needs_number_and_postcode(customer: Customer) -> None:
    customer.say("waar blijft mijn bestelling?")
    asked_postcode = customer.say("100235")

    heard = customer.say("7963cd")

    assert "postcode" in asked_postcode
    assert "ray-ban clubmaster" in heard
    assert "2 december" in heard


def test_a_wrong_postcode_and_an_unknown_number_read_the_same(
    customer: Customer, other_customer: Customer
) -> None:
    customer.say("status van order 100234")
    other_customer.say("status van order 999999")

    wrong_postcode = customer.say("1234 AB")
    unknown_number = other_customer.say("1234 AB")

    for heard in (wrong_postcode, unknown_number):
        assert "multifocale" not in heard
        assert "klaar" not in heard
        assert "0123 456 789" in heard


def test_an_appointment_is_made_moved_and_cancelled(customer: Customer) -> None:
    customer.say("ik wil graag een afspraak maken voor een oogmeting")
    customer.say("donderdag om 11 uur")
    customer.say("Jan de Vries")
    summary = customer.say("06 12345678")
    booked = customer.say("ja graag")
    customer.say("ik wil mijn afspraak verzetten")
    customer.say("vrijdag om half drie")
    moved = customer.say("ja")
    customer.say("ik wil mijn afspraak afzeggen")
    cancelled = customer.say("ja")

    assert "26 november" in summary
    assert "11:00" in summary
    assert "jan de vries" in summary
    assert "11:00" in booked
    assert "27 november" in moved
    assert "14:30" in moved
    assert "27 november" in cancelled


def test_all_details_in_one_message_need_only_a_confirmation(customer: Customer) -> None:
    summary = customer.say(
        "kan ik woensdag 2 december om kwart over tien een oogmeting doen? "
        "ik heet Anna van 't Hof, 0612345679"
    )

    assert "2 december" in summary
    assert "10:15" in summary
    assert "anna van 't hof" in summary


def test_a_taken_moment_gives_free_ones(customer: Customer, other_customer: Customer) -> None:
    for guest, name in ((customer, "Piet Jansen"), (other_customer, "Els Bakker")):
        guest.say("afspraak voor een hoortest")
        guest.say("dinsdag 1 december om 14:00")
        if guest is other_customer:
            break
        guest.say(name)
        guest.say("0612345670")
        guest.say("ja")

    offered = [b["title"] for m in other_customer.last for b in m.get("buttons") or []]

    assert len(offered) >= 3
    assert not any("14:00" in title for title in offered)


def test_a_closed_day_gives_free_moments(customer: Customer) -> None:
    customer.say("ik wil een afspraak voor een oogmeting")

    heard = customer.say("zondag om 11 uur")

    offered = [b["title"] for m in customer.last for b in m.get("buttons") or []]
    assert "29 november" in heard
    assert offered
    assert not any("29 nov" in title for title in offered)


def test_a_question_halfway_is_answered_and_the_form_goes_on(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken voor een oogmeting")

    heard = customer.say("waar kan ik bij jullie parkeren?")
    customer.say("donderdag 3 december om 10 uur")
    customer.say("Kees Mulder")
    summary = customer.say("0612345671")

    assert "kerkplein" in heard
    assert "3 december" in summary


def test_never_mind_ends_the_form_and_books_nothing(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken voor een oogmeting")

    customer.say("laat maar")
    heard = customer.say("hoe laat was mijn afspraak ook alweer?")

    assert "af-" in heard or "nummer" in heard


def test_an_appointment_is_found_by_its_number_in_a_later_conversation(
    customer: Customer, other_customer: Customer
) -> None:
    customer.say(
        "afspraak voor een oogmeting op dinsdag 8 december om 10:00, ik heet Truus Vos, 0612345672"
    )
    booked = customer.say("ja")
    number = re.search(r"af-\w{6}", booked + str(customer.last).lower())
    assert number

    other_customer.say("wanneer is mijn afspraak?")
    heard = other_customer.say(number.group())

    assert "8 december" in heard
    assert "10:00" in heard


def test_no_discount_for_anybody(customer: Customer) -> None:
    heard = customer.say("ik ben student, krijg ik korting?")

    assert "geen korting" in heard or "eerlijk" in heard


def test_a_command_of_rasa_is_plain_text(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken voor een oogmeting")

    customer.say("/restart")
    customer.say("donderdag 10 december om 10 uur")
    customer.say("Kees Mulder")
    summary = customer.say("0612345673")

    assert "10 december" in summary


@pytest.mark.parametrize("slash", ["/", "/ /"])
def test_a_command_cannot_set_what_an_order_needs(customer: Customer, slash: str) -> None:
    heard = customer.say(slash + 'affirm{"awaiting": "erase"}')

    assert "gewist" not in heard


def test_a_person_is_there_at_once_in_opening_hours(customer: Customer) -> None:
    customer.say("ik wil een medewerker spreken")

    assert customer.state == "waiting"
    assert customer.say("hallo?") == ""


def test_gibberish_is_asked_back_and_then_a_person_is_offered(customer: Customer) -> None:
    customer.say("xqzv wkrr plff")
    heard = customer.say("bmmm trrr gnnn")

    assert "medewerker" in heard or "collega" in heard


def test_a_person_who_was_offered_comes_on_a_yes(customer: Customer) -> None:
    customer.say("xqzv wkrr plff")
    customer.say("bmmm trrr gnnn")

    customer.say("ja graag")

    assert customer.state == "waiting"


def test_a_conversation_is_erased_after_one_confirmation(customer: Customer) -> None:
    customer.say("wis dit gesprek")

    customer.say("ja")

    assert customer.state == "closed"
    assert len([m for m in customer.last if m["from"] == "bot"]) == 1


def test_a_model_is_found_by_its_name_alone(customer: Customer) -> None:
    heard = customer.say("hebben jullie die wayfarer nog?")

    assert "wayfarer" in heard
    assert "155" in heard


def test_closed_weeks_are_told_by_their_name(customer: Customer) -> None:
    heard = customer.say("zijn jullie in de voorjaarsvakantie open?")

    assert "22 februari" in heard
    assert "27 februari" in heard
    assert "dicht" in heard


def test_a_name_of_any_origin_comes_with_the_phone_number(customer: Customer) -> None:
    customer.say("ik wil een afspraak voor een oogmeting, dinsdag 1 december om 10 uur")

    heard = customer.say("Fatima el Idrissi, 0612345679")

    assert "fatima el idrissi" in heard
    assert "06 12345679" in heard


def test_an_order_that_was_not_found_can_be_asked_for_again(customer: Customer) -> None:
    customer.say("waar blijft mijn bestelling 100235")
    customer.say("9999 XX")

    heard = customer.say("100235 7963 cd")

    assert heard.count("clubmaster") == 1


def test_goodbye_halfway_ends_the_form_and_asks_nothing_more(customer: Customer) -> None:
    customer.say("ik wil een afspraak voor een oogmeting")

    heard = customer.say("tot ziens")

    assert "?" not in heard
    assert customer.last[-1]["buttons"] == []


def test_an_emergency_halfway_gets_nothing_but_the_way_to_a_doctor(customer: Customer) -> None:
    customer.say("ik wil een afspraak voor een oogmeting")

    heard = customer.say("help ik zie ineens niks meer met mijn linkeroog")

    assert "huisarts" in heard
    assert "?" not in heard


def test_two_questions_in_one_message_get_two_answers_in_their_order(customer: Customer) -> None:
    heard = customer.say("Hoi, zijn jullie zaterdag open en wat kost een oogmeting?")

    hours, price = heard.find("16:00"), re.search(r"gratis|niets|geen geld", heard)
    assert hours >= 0
    assert price is not None
    assert hours < price.start()


def test_a_question_beside_a_wish_is_answered_before_the_form_begins(customer: Customer) -> None:
    heard = customer.say("Ik wil een afspraak maken voor een oogmeting. Waar kan ik parkeren?")

    assert "kerkplein" in heard
    assert customer.last[-1]["buttons"]


def test_a_story_around_a_question_gets_one_answer(customer: Customer) -> None:
    customer.say("Mijn bril is stuk en ik moet morgen op reis. Zijn jullie vandaag nog open?")

    assert "17:30" in customer.heard
    assert len([m for m in customer.last if m["from"] == "bot"]) == 1


def test_an_order_asked_after_beside_a_question_is_told_once(customer: Customer) -> None:
    heard = customer.say(
        "mijn bestelling 100235, postcode 7963CD, is die er al en hoe laat sluiten jullie vandaag"
    )

    assert "17:30" in heard
    assert heard.count("clubmaster") == 1
    customer.say("ik wil graag iemand spreken")
    assert customer.state == "waiting"


def test_an_own_appointment_asked_after_beside_a_question_is_told_once(customer: Customer) -> None:
    customer.say("ik wil een oogmeting op dinsdag 15 december om 11 uur")
    customer.say("Piet Jansen, 0612345678")
    customer.say("ja")

    heard = customer.say("hoe laat is mijn afspraak ook alweer? en waar kan ik parkeren?")

    assert "kerkplein" in heard
    assert sum("11:00" in message["text"] for message in customer.last) == 1


def test_what_is_asked_twice_in_one_message_is_answered_once(customer: Customer) -> None:
    customer.say(
        "ik heb deze week nachtdienst in het ziekenhuis en slaap tot twee uur, daarna moet ik de "
        "kinderen halen en dan is het al half vijf voor ik in het dorp ben, heb ik dan nog tijd of "
        "gaat u dan sluiten?"
    )

    told = [message["text"] for message in customer.last if message["from"] == "bot"]
    assert len(told) == len(set(told))
    assert "17:30" in customer.heard


def test_a_yes_after_an_appointment_was_moved_does_not_go_back_to_the_price(
    customer: Customer,
) -> None:
    customer.say("oogmeting donderdag 14 januari 10:00 Tess Bakker 0633445566")
    customer.say("ja")
    customer.say("ik wil mijn afspraak verzetten")
    customer.say("heb jij aanbieding voor bril deze week?")
    customer.say("donderdag 14 januari 11:30")
    moved = customer.say("ja")

    again = customer.say("ja graag")

    assert "11:30" in moved
    assert "€" not in again
