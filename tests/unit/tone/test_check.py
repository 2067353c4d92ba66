"""What a finding says, and what the checks leave alone."""

import pytest

from bot.tone import check
from bot.tone.readability import reading, syllables


def found(text: str) -> list[str]:
    return [finding.check for finding in check(text)]


def test_a_finding_says_where_why_and_how_to_say_it_better():
    text = "Dag. Wat kan ik voor u doen?"

    finding = next(finding for finding in check(text) if finding.check == "formal_address")

    assert text[finding.start : finding.end] == finding.found == "u"
    assert finding.principle == "gelijkwaardig"
    assert "meneer of mevrouw" in finding.reason
    assert "je" in finding.better


def test_every_place_of_a_fault_is_found():
    assert found("Heeft u uw bril bij u?") == ["formal_address"] * 3


@pytest.mark.parametrize(
    "text",
    [
        'Je schreef: "kunt u mij korting geven!!". Dat lukt niet.',
        "Je zei 'u bent mijn vriend'. Ik ben een chatbot.",
    ],
)
def test_what_a_customer_said_is_quoted_freely(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["Korting? Nee, dat doen we niet.", "Is de klant koning? Bij ons niet."],
)
def test_a_question_is_read_with_the_no_that_answers_it(text):
    assert found(text) == []


def test_a_question_is_read_with_what_follows_from_it():
    assert found("Mag ik je telefoonnummer? Dan vertel ik wat het kost.") == ["something_in_return"]
    assert found("Mag ik je naam? Dan zet ik je op de lijst voor dinsdag.") == []


def test_a_denial_counts_only_for_its_own_part_of_the_sentence():
    assert found("Korting doen we niet.") == []
    assert "discount_promise" in found("We doen het niet vaak, maar jij krijgt korting.")


def test_a_plain_dutch_word_is_given_for_an_english_one():
    [finding] = check("Je kunt je afspraak hier checken.")

    assert (finding.check, finding.better) == ("english", '"nakijken"')


def test_english_help_for_who_reads_no_dutch_is_left_alone():
    assert found("Sorry, I only know Dutch. You can call us. Schrijf gerust in het Engels.") == []
    assert found("You can call us today.") == ["english"]


def test_a_place_for_a_fact_counts_as_one_short_word():
    facts = " ".join(["{verzekeringsmaatschappijen}"] * 12)

    assert found(f"Dit zijn ze: {facts}.") == []
    assert reading("{a_very_long_name} is open.").words >= 3


def test_forty_words_fit_in_a_bubble_and_one_more_does_not():
    eight = "Kom maar langs, dan kijken we even mee. "

    assert found(eight * 5) == []
    assert found(eight * 5 + "Goed.") == ["too_long"]


@pytest.mark.parametrize(
    ("word", "count"), [("bril", 1), ("zeeën", 2), ("openingstijden", 5), ("nieuwe", 2)]
)
def test_syllables(word, count):
    assert syllables(word) == count
