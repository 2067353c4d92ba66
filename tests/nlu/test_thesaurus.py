"""Concepts are found by whole words, beginnings, endings, inner parts and phrases."""

from pathlib import Path

import pytest
import yaml

from bot.engine.nlu.thesaurus import Thesaurus

FILE = Path(__file__).parents[2] / "bot/engine/nlu/thesaurus.yml"


@pytest.fixture
def small() -> Thesaurus:
    return Thesaurus(
        {
            "money": ["geld", "poen"],
            "repair": ["repareer*", "gemáákt"],
            "glasses": ["*bril"],
            "hearing": ["*hoortoestel*"],
        }
    )


@pytest.mark.parametrize(
    ("said", "concepts"),
    [
        ("mijn poen is op", ["money"]),
        ("repareert u een zonnebril", ["glasses", "repair"]),
        ("kinderhoortoestelletje", ["hearing"]),
        ("gemaakt", ["repair"]),
        ("brillen", []),
        ("poenig", []),
    ],
)
def test_words_touch_concepts(small: Thesaurus, said: str, concepts: list[str]) -> None:
    assert small.concepts(said.split()) == concepts


def test_a_phrase_counts_as_a_whole() -> None:
    phrase = Thesaurus({"sell": ["hand doen"]})

    assert phrase.concepts(["van", "de", "hand", "doen"]) == ["sell"]
    assert phrase.concepts(["doen", "hand"]) == []


def test_every_entry_of_the_file_is_a_plain_word_or_phrase() -> None:
    words_of = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    entries = [entry for words in words_of.values() for entry in words]

    assert all(isinstance(entry, str) and entry == entry.lower() for entry in entries)
    assert all(len(entry.split()) <= 3 for entry in entries)
    assert all(len(entry.strip("*")) > 0 for entry in entries)
