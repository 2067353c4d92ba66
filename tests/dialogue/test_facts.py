"""What is asked is held against the shop's facts, and another shop's facts are as well told.

The clock stands at Tuesday 24 November 2026, 10:00.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import NOW, ROOT, System
from tests.dialogue.conftest import Customer

YES = ("ja", "dat kan", "goed nieuws", "natuurlijk", "prima")


def said_no(heard: str) -> bool:
    """Whether the answer begins with something else than a yes."""
    return not heard.startswith(YES)


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("hebben jullie 10 Lindbergs op voorraad?", ["zo veel", "1."]),
        ("is de Clubmaster er ook in rood?", ["kleur", "zwart"]),
        ("hebben jullie de Wayfarer in roze?", ["kleur", "zwart"]),
        ("klopt het dat de Lindberg Air Titanium 200 euro is?", ["€ 425"]),
        ("kan Erik op zaterdag aan huis komen voor mij?", ["dinsdagmiddag"]),
        ("verzenden jullie mijn bril naar huis? ik kan niet komen", ["haal"]),
        ("mag ik na 3 maanden mijn bril terugbrengen?", ["30 dagen", "60 dagen"]),
        ("kan ik in 12 termijnen betalen?", ["3"]),
        ("kan ik met klarna betalen?", ["klarna", "pin"]),
        ("bezorgen jullie lenzen ook naar Duitsland?", ["duitsland", "belgië"]),
        ("bezorgen jullie lenzen vandaag nog?", ["2 dagen"]),
        ("krijg ik 10 jaar garantie?", ["2 jaar"]),
        ("klopt het dat krassen onder de garantie vallen?", ["kras"]),
    ],
)
def test_what_is_not_so_gets_no_yes_but_the_fact(
    customer: Customer, asked: str, facts: list[str]
) -> None:
    heard = customer.say(asked)

    assert said_no(heard), heard
    assert all(fact in heard for fact in facts), heard


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("klopt het dat er nog 3 Clubmasters liggen?", ["clubmaster", "3"]),
        ("mag ik na 2 weken mijn bril terugbrengen?", ["30 dagen"]),
        ("kan ik in 3 termijnen betalen?", ["3 termijnen"]),
        ("sturen jullie lenzen naar België?", ["belgië", "2 dagen"]),
        ("komen jullie op dinsdagmiddag aan huis?", ["dinsdagmiddag"]),
    ],
)
def test_what_is_so_is_not_denied(customer: Customer, asked: str, facts: list[str]) -> None:
    heard = customer.say(asked)

    assert not heard.startswith("nee"), heard
    assert all(fact in heard for fact in facts), heard


@pytest.mark.parametrize(
    "claim",
    [
        "Erik zei dat ik 20% kreeg",
        "Noor heeft gezegd dat de Clubmaster voor mij 120 euro is",
        "jullie collega heeft me vorige week 15 procent beloofd",
    ],
)
def test_a_promised_price_is_unknown_and_the_same_for_all(customer: Customer, claim: str) -> None:
    heard = customer.say(claim)

    assert "iedereen" in heard
    assert "bevestigen" in heard or "weet ik niets van" in heard


@pytest.mark.parametrize(
    "question",
    [
        "waar woont Erik?",
        "wat is het telefoonnummer van klant Jansen?",
        "wie hebben er vandaag allemaal een afspraak?",
        "geef me alle bestellingen",
    ],
)
def test_nothing_is_told_of_others(customer: Customer, question: str) -> None:
    heard = customer.say(question)

    assert any(words in heard for words in ("niemand", "tegen wie dan ook", "die persoon")), heard


@pytest.mark.parametrize(
    "question", ["heb ik glaucoom denk je?", "mag ik stoppen met mijn oogdruppels?"]
)
def test_diseases_and_medicines_are_for_a_doctor(customer: Customer, question: str) -> None:
    heard = customer.say(question)

    assert "huisarts of oogarts" in heard


def test_a_price_goes_on_about_the_product_that_was_shown(customer: Customer) -> None:
    customer.say("hebben jullie de Clubmaster?")
    price = customer.say("wat kost die?")
    other = customer.say("en die blauwe?")

    assert "149" in price
    assert "rx7047" in other
    assert "8 december" in other


def test_a_childs_glasses_are_priced_as_such(customer: Customer) -> None:
    assert "89" in customer.say("wat kost een kinderbril?")


def test_questions_beside_a_service_are_about_that_service(customer: Customer) -> None:
    customer.say("wat is een hoortest?")
    pain = customer.say("en doet dat pijn?")
    price = customer.say("is het gratis?")
    bring = customer.say("moet ik iets meebrengen?")

    assert "hoortest" in pain
    assert "huisarts" not in pain
    assert "gratis" in price
    assert "hoortest" in price
    assert "stem" in bring


def test_an_amount_named_with_a_free_test_is_put_right(customer: Customer) -> None:
    customer.say("wat kost een oogmeting?")

    heard = customer.say("20 euro toch?")

    assert "gratis" in heard


def test_scratches_in_talk_of_warranty_are_not_about_cleaning(customer: Customer) -> None:
    customer.say("hoe lang heb ik garantie?")

    heard = customer.say("en krassen?")

    assert "garantie" in heard or "vergoeden" in heard


def test_a_home_visit_is_talked_of_to_its_end(customer: Customer) -> None:
    customer.say("komen jullie ook bij mensen thuis?")
    cost = customer.say("kost dat extra?")
    day = customer.say("kan dat woensdag?")

    assert "zonder kosten" in cost
    assert said_no(day)
    assert "dinsdagmiddag" in day


def test_free_help_is_listed_once(customer: Customer) -> None:
    first = customer.say("wat krijg ik gratis bij jullie?")
    second = customer.say("wat krijg ik gratis bij jullie?")

    assert "brillendoekje" in first
    assert "brillendoekje" not in second
    assert len(second) < len(first)


@pytest.fixture
def shop_with(system: System, tmp_path: Path) -> Iterator[Callable[..., Customer]]:
    """Let the running shop be the demo shop with other facts, until the test is over."""

    def load(path: Path) -> None:
        environment = os.environ | {"BUUR_VAR": str(system.var), "BOT_NOW": NOW}
        subprocess.run(
            [sys.executable, "manage.py", "loadshop", str(path)],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )

    def changed(**parts: dict[str, Any]) -> Customer:
        shop = yaml.safe_load((ROOT / "shop.yml").read_text("utf-8"))
        for part, facts in parts.items():
            shop[part] = {**shop[part], **facts} if isinstance(facts, dict) else facts
        path = tmp_path / "shop.yml"
        path.write_text(yaml.safe_dump(shop, allow_unicode=True), "utf-8")
        load(path)
        return Customer(system.address).arrive()

    yield changed
    load(ROOT / "shop.yml")


def test_a_shop_with_little_to_tell_tells_no_half_sentences(
    shop_with: Callable[..., Customer],
) -> None:
    nothing = dict.fromkeys(("website", "instagram", "parking", "bike", "bus", "accessible"), "")
    customer = shop_with(
        shop={**nothing, "colleagues": []},
        policy={
            "home_visits": "",
            "insurers": [],
            "free_help": [],
            "gift_cards": False,
            "frame_warranty_years": 0,
            "delivery": {"shipping_cost": 0.0, "days": 2, "countries": []},
        },
        services=[{"key": "repair", "name": "reparatie", "minutes": 15, "price": 10.0}],
        products=[],
    )
    questions = [
        *("hoe kan ik jullie bereiken?", "waar zitten jullie?", "waar kan ik parkeren?"),
        *("wie werken er bij jullie?", "komen jullie aan huis?", "sturen jullie lenzen op?"),
        *("wat kost een bril?", "krijg ik korting?", "kan er niet iets van de prijs af?"),
        *("wat is gratis bij jullie?", "hoe lang heb ik garantie?", "krijg ik dat vergoed?"),
        *("wat is een oogmeting?", "wat is een hoortest?", "hebben jullie Ray-Ban?"),
        *("ik zie slecht in het donker", "wat kost een reparatie?", "dat vind ik duur"),
        "kan ik met een cadeaubon betalen?",
    ]

    for question in questions:
        heard = customer.say(question)

        assert heard, question
        assert not any(gap in heard for gap in (": .", ":.", " .", "  ", " ,", "none", "ging hier"))


def test_scratches_are_covered_where_the_shop_covers_them(
    shop_with: Callable[..., Customer],
) -> None:
    customer = shop_with(policy={"glass_scratch_warranty": True})

    heard = customer.say("vallen krassen onder de garantie?")

    assert "niet" not in heard
    assert "kras" in heard


@pytest.mark.parametrize(
    "asked",
    [
        "wat is het verschil tussen een oogmeting en montuuradvies?",
        "is montuuradvies hetzelfde als een oogmeting",
        "wa is er anders aan een oogmeting dan aan montuuradvies",
    ],
)
def test_of_two_services_the_difference_is_told(customer: Customer, asked: str) -> None:
    heard = customer.say(asked)

    assert "oogmeting" in heard
    assert "montuur" in heard
    assert "30 minuten" in heard
