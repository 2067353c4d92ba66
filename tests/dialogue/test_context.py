"""Messages that mean something only in their talk, and forms that hold together.

The clock stands at Tuesday 24 November 2026, 10:00.
"""

import pytest

from tests.dialogue.conftest import Customer

FORM_QUESTIONS = ("naam", "heet", "telefoon", "nummer")


def test_hours_go_on_over_several_turns(customer: Customer) -> None:
    friday = customer.say("zijn jullie vrijdag open?")
    saturday = customer.say("en zaterdag?")
    again = customer.say("hoe laat dan?")
    sunday = customer.say("nee, ik bedoel zondag")

    assert "20:00" in friday
    assert "16:00" in saturday
    assert "16:00" in again
    assert "dicht" in sunday
    assert "29 november" in sunday


def test_tomorrow_after_today_is_about_hours_and_moves_no_appointment(customer: Customer) -> None:
    customer.say("zijn jullie vandaag open?")

    heard = customer.say("en morgen?")

    assert "17:30" in heard
    assert "af-" not in heard


def test_a_price_goes_on_to_another_service_which_is_then_booked(customer: Customer) -> None:
    customer.say("wat kost lenzen aanmeten?")
    hearing = customer.say("en een hoortest?")
    asked = customer.say("doe die maar")

    assert "59" not in hearing
    assert "hoortest" in asked
    assert len(customer.last[-1]["buttons"]) >= 3


def test_what_does_it_cost_is_about_what_was_just_named(customer: Customer) -> None:
    customer.say("hebben jullie een persol zonnebril?")

    assert "239" in customer.say("wat kost die?")


def test_a_model_by_its_name_has_its_own_price(customer: Customer) -> None:
    assert "149" in customer.say("wat kost de clubmaster?")


def test_wares_are_never_priced_as_the_advice_on_them(customer: Customer) -> None:
    customer.say("ik wil daglenzen bestellen")

    heard = customer.say("wat kost dat?")

    assert "24,95" in heard
    assert "gratis" not in heard


def test_each_part_of_a_message_is_about_what_the_whole_names(customer: Customer) -> None:
    heard = customer.say("wat kost een oogmeting bij jullie en hoe lang duurt het?")

    assert "gratis" in heard
    assert "30 minuten" in heard


def test_an_order_just_looked_up_is_not_asked_for_again(customer: Customer) -> None:
    customer.say("waar is bestelling 100234")
    customer.say("7961 AB")

    heard = customer.say("wanneer kan ik mijn bestelling ophalen?")

    assert "100234" in heard
    assert "17:30" in heard


def test_a_question_back_keeps_its_answer_with_the_problem(customer: Customer) -> None:
    customer.say("op verjaardagen versta ik niemand meer")
    advice = customer.say("thuis gaat het wel")
    asked = customer.say("ja graag")

    assert "hoortest" in advice
    assert "hoortest" in asked
    assert customer.last[-1]["buttons"]


def test_how_long_it_takes_is_told_halfway_and_the_form_goes_on(customer: Customer) -> None:
    customer.say("ik wil een hoortest")
    customer.say("donderdag om 11 uur")

    heard = customer.say("hoe lang duurt dat eigenlijk?")

    assert "45" in heard
    assert any(word in heard for word in FORM_QUESTIONS)


def test_a_service_by_itself_answers_the_form(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken")

    customer.say("oogmeting")

    assert any("nov" in button["title"] for button in customer.last[-1]["buttons"])


def test_as_soon_as_possible_is_the_first_free_moment(customer: Customer) -> None:
    customer.say("afspraak voor montuuradvies graag")
    first = customer.last[-1]["buttons"][0]["title"].split(", ")[1]
    customer.say("zo snel mogelijk")
    customer.say("Anna van 't Hof")

    assert first in customer.say("0612345679")


def test_what_was_wrong_in_the_summary_is_asked_again_and_nothing_else(customer: Customer) -> None:
    customer.say("ik wil donderdag om 10:00 een oogmeting, ik heet Jan de Vries, 0612345678")
    customer.say("nee")
    customer.say("de tijd")
    summary = customer.say("14:00")

    assert "14:00" in summary
    assert "jan de vries" in summary
    assert "oogmeting" in summary


@pytest.mark.parametrize(
    ("wish", "again"),
    [
        ("waar blijft mijn bestelling?", "is mijn bril al klaar dan?"),
        ("ik wil mijn afspraak afzeggen", "ik kan niet komen, zeg mijn afspraak maar af"),
    ],
)
def test_the_same_wish_again_is_no_misunderstanding(
    customer: Customer, wish: str, again: str
) -> None:
    customer.say(wish)

    heard = customer.say(again)

    assert "nummer" in heard
    assert "begreep" not in heard
    assert "volg je" not in heard


def test_erasing_halfway_a_form_erases_and_asks_nothing_more(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken voor een oogmeting")
    customer.say("wis dit gesprek")

    customer.choose("Ja, wis")

    assert len(customer.last) == 1
    assert customer.state == "closed"


def test_a_person_asked_for_halfway_a_form_ends_the_form(customer: Customer) -> None:
    customer.say("ik wil een afspraak maken voor een oogmeting")

    customer.say("kan ik een medewerker spreken?")

    assert len(customer.last) == 1
    assert customer.state == "waiting"


def test_a_tip_is_about_what_was_asked(customer: Customer) -> None:
    assert "beslaan" in customer.say("waarom beslaat mijn bril altijd als ik binnenkom")
    assert "water" in customer.say("en hoe maak ik hem goed schoon?")


def test_another_alphabet_is_answered_as_another_language(customer: Customer) -> None:
    assert "dutch" in customer.say("我想买眼镜")


def test_the_day_after_the_one_that_was_asked_after(customer: Customer) -> None:
    customer.say("zijn jullie zaterdag open?")
    customer.say("en de zaterdag daarna?")

    assert "12 december" in customer.say("en die daarna?")


def test_an_order_is_asked_after_again_and_then_something_else(customer: Customer) -> None:
    customer.say("mijn bestelling 100236, 7961 AB")

    why = customer.say("waarom duurt dat zo lang")
    hours = customer.say("wanneer zijn jullie open")

    assert "leverancier" in why
    assert "9:30" in hours
    assert "bestelnummer" not in hours


def test_a_total_with_the_glasses_that_were_named(customer: Customer) -> None:
    total = customer.say("ik wil een multifocale bril met de clubmaster, wat kost dat in totaal")

    assert "394" in total
    assert "244" in customer.say("en met gewone glazen?")


def test_the_one_that_was_just_shown_can_be_wanted(customer: Customer) -> None:
    customer.say("hebben jullie een wayfarer?")

    heard = customer.say("doe die maar")

    assert "0123 456 789" in heard
    assert "155" in heard


def test_nobody_has_to_come_any_more(customer: Customer) -> None:
    customer.say("ik wil een medewerker spreken")

    back = customer.say("laat maar, hoeft niet meer")

    assert customer.state == "bot"
    assert "chatbot" in back
    assert "9:30" in customer.say("wat zijn jullie openingstijden")


def test_an_emergency_stays_one_when_a_favour_is_asked(customer: Customer) -> None:
    customer.say("mijn moeder ziet ineens een zwarte vlek in haar oog en lichtflitsen")

    again = customer.say("kan ze niet gewoon eerst bij jullie langskomen dan")
    calls = customer.say("ok ik bel de huisarts")

    assert "huisarts" in again
    assert "voordringen" not in again
    assert "weet ik niet" not in calls


def test_when_a_repair_can_be_brought_is_no_question_about_stock(customer: Customer) -> None:
    customer.say("mijn bril is kapot, maken jullie dat?")
    customer.say("hoeveel geld")

    heard = customer.say("vandaag kan? ik werk tot 5 uur")

    assert "vandaag" in heard
    assert "17:30" in heard


@pytest.mark.parametrize(
    "asked", ["zullen we vrienden worden", "kan ik je wel vertrouwen?", "ben je nooit eenzaam?"]
)
def test_a_question_about_the_bot_itself_is_answered_as_one(customer: Customer, asked: str) -> None:
    customer.say("goedemiddag")

    heard = customer.say(asked)

    assert "chatbot" in heard or "computer" in heard
    assert not any(message.get("buttons") for message in customer.last)


def test_whether_a_repair_is_done_in_time_is_told_as_how_long_it_takes(customer: Customer) -> None:
    customer.say("hoi, het neuspootje van mijn bril is afgebroken")

    heard = customer.say("zaterdag moet ik naar een bruiloft, lukt dat nog?")

    assert "minuten" in heard


def test_a_pain_is_no_question_about_the_bot(customer: Customer) -> None:
    customer.say("goedemiddag")

    heard = customer.say("heb je iets tegen pijn achter mijn oren? mijn bril knelt")

    assert "chatbot" not in heard
    assert "computer" not in heard
