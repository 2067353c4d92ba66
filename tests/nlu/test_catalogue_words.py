"""Brands, kinds and services by the words that customers have for them."""

from pathlib import Path

import pytest
import yaml

from bot.engine.entities.catalogue import Catalogue

_ROOT = Path(__file__).parents[2]

# Entities in order of the alphabet; a space in a value is written as an underscore.
SAID = [
    ("rayban", "brand=Ray-Ban"),
    ("ray ban", "brand=Ray-Ban"),
    ("raybans", "brand=Ray-Ban"),
    ("ray-ban's", "brand=Ray-Ban"),
    ("lindbergh", "brand=Lindberg"),
    ("lindberch", "brand=Lindberg"),
    ("leesbrilletje", "kind=leesbril"),
    ("gehoorapparaat", "kind=hoortoestel"),
    ("ogen laten meten", "service=eye_test"),
    ("daglenzen", "kind=lenzen"),
    ("gehoortest", "service=hearing_test"),
    ("nieuwe lenzen uitproberen", "kind=lenzen service=lens_fitting"),
    ("dagen", ""),
    ("een person", ""),
    ("persoon", ""),
    ("helder water", ""),
    ("leesbril van Helder", "brand=Helder kind=leesbril"),
    ("Helder leesbril", "brand=Helder kind=leesbril"),
    ("Optiek Helder", ""),
    ("persoll", "brand=Persol"),
    ("fonak", "brand=Phonak"),
    ("phonac", "brand=Phonak"),
    ("biofinty", "brand=Biofinity"),
    ("daylies", "brand=Dailies"),
    ("dailys", "brand=Dailies"),
    ("dutz kids", "brand=Dutz_Kids"),
    ("dutz", "brand=Dutz"),
    ("ray ben", "brand=Ray-Ban"),
    ("mijn ogen weer eens laten meten", "service=eye_test"),
    ("testen van mijn gehoor", "service=hearing_test"),
    ("mijn bril even laten bijstellen", "kind=bril service=adjustment"),
    ("oogmetting", "service=eye_test"),
    ("ooggmeting", "service=eye_test"),
    ("hoortoestl", "kind=hoortoestel"),
    ("montur", "kind=montuur"),
    ("zonebril", "kind=zonnebril"),
    ("racefietsbrilletje", "kind=bril"),
    ("ray-ban clubmaster", "brand=Ray-Ban"),
    ("billen", ""),
    ("brillenkoker", ""),
    ("repratie", "service=repair"),
    ("lenze", "kind=lenzen"),
    ("oogmetingen", "service=eye_test"),
    ("hoortesten", "service=hearing_test"),
    ("mijn oren laten testen", "service=hearing_test"),
    ("brillekes", "kind=bril"),
    ("ogentest", "service=eye_test"),
    ("contact lenzen", "kind=lenzen"),
    ("lees bril", "kind=leesbril"),
    ("zonnebriltje", "kind=zonnebril"),
    ("gehoor toestel", "kind=hoortoestel"),
    ("rayban zonnebril", "brand=Ray-Ban kind=zonnebril"),
    ("Lindbergs", "brand=Lindberg"),
    ("ik wil mijn gehoor graag eens laten testen", "service=hearing_test"),
    ("kan je mijn bril bijstellen", "kind=bril service=adjustment"),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    training = yaml.safe_load((_ROOT / "data/nlu/vocabulary.yml").read_text("utf-8"))["nlu"]
    phrases = {"service": {}, "kind": {}, "brand": _brands()}
    meanings = {
        phrase: block["synonym"]
        for block in training
        if "synonym" in block
        for phrase in _examples(block)
    }
    for block in training:
        if block.get("lookup") in phrases:
            phrases[block["lookup"]] = {
                phrase: meanings.get(phrase, phrase) for phrase in _examples(block)
            }
    return Catalogue(phrases)


def _examples(block: dict[str, str]) -> list[str]:
    return [line.removeprefix("- ").strip() for line in block["examples"].splitlines()]


def _brands() -> dict[str, str]:
    names = ("Ray-Ban", "Lindberg", "Dutz", "Dutz Kids", "Persol", "Helder", "Dailies")
    models = {"Ray-Ban Clubmaster": "Ray-Ban", "Persol 714": "Persol"}
    return {name: name for name in (*names, "Biofinity", "Phonak")} | models


@pytest.mark.parametrize(("said", "expected"), SAID)
def test_the_catalogue_knows_what_is_meant(catalogue: Catalogue, said: str, expected: str) -> None:
    found = catalogue.find(said)

    entities = sorted(f"{one.entity}={one.value.replace(' ', '_')}" for one in found)
    assert " ".join(entities) == expected


def test_a_kind_is_found_where_it_stands(catalogue: Catalogue) -> None:
    said = "Heb je een leesbrilletje?"

    [found] = catalogue.find(said)

    assert said[found.start : found.end] == "leesbrilletje"
