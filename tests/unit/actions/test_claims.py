"""What a message takes for granted is read from it: amounts, spans, parts, colours, countries."""

from decimal import Decimal

import pytest

from actions.asked import PAIN, is_budget, is_medical
from actions.claims import amount_in, colour_in, country_in, days_in, instalments_in, years_in
from actions.wording import days_words, service_words, years_words
from bot.shop.models import Service


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20 euro toch?", Decimal(20)),
        ("voor €149,50", Decimal("149.50")),
        ("dus 129, klopt?", Decimal(129)),
        ("ik kom om 10 uur", None),
        ("dus 10% eraf?", None),
    ],
)
def test_euros(text: str, amount: Decimal | None) -> None:
    assert amount_in(text) == amount


@pytest.mark.parametrize(
    ("text", "days"),
    [("na 3 maanden", 90), ("na twee weken", 14), ("een half jaar", 182), ("morgen", None)],
)
def test_how_long(text: str, days: int | None) -> None:
    assert days_in(text) == days


def test_years_and_parts() -> None:
    assert years_in("10 jaar garantie?") == 10
    assert instalments_in("in twaalf termijnen") == 12
    assert instalments_in("kan ik per maand betalen") == 0
    assert instalments_in("kan ik pinnen") is None


def test_colours_and_countries() -> None:
    assert colour_in("en die rode?") == "rood"
    assert colour_in("iets roze") == "roze"
    assert colour_in("een ronde") is None
    assert country_in("naar Duitsland?") == "DE"
    assert country_in("naar huis") is None


def test_pain_that_is_there_is_no_question_after_a_test() -> None:
    assert PAIN.search("en doet dat pijn?")
    assert PAIN.search("doet een hoortest pijn")
    assert not PAIN.search("mijn oog doet pijn")
    assert not PAIN.search("het doet nu pijn")


def test_wanting_something_within_an_amount_is_no_haggling() -> None:
    assert is_budget("ik heb maar 100 euro, lukt het daarvoor?")
    assert not is_budget("ik heb 100 euro, kan ik 20% korting krijgen?")


def test_medicines_are_told_from_wares() -> None:
    assert is_medical("mag ik stoppen met mijn oogdruppels?")
    assert not is_medical("verkopen jullie oogdruppels?")


def test_a_service_is_said_in_its_own_phrase_or_with_an_article() -> None:
    own = Service(name="bril bijstellen", phrase="het bijstellen van je bril")

    assert service_words(own)["a_service"] == "het bijstellen van je bril"
    assert service_words(Service(name="oogmeting"))["a_service"] == "een oogmeting"
    assert service_words(Service(name="lenzen aanmeten"))["a_service"] == "lenzen aanmeten"


def test_one_day_and_no_year_are_said_as_such() -> None:
    assert days_words(1) == "1 dag"
    assert years_words(0) == "geen"
