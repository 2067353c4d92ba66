"""What the training data promises: intents well covered, by several writers, in known voices."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine.training_data import VOICES, Block, read_blocks

ROOT = Path(__file__).parents[2]
INTENTS: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(
    (ROOT / "bot/engine/intents.yml").read_text("utf-8")
)
SERVICES = {
    "eye_test", "hearing_test", "lens_fitting", "adjustment", "repair", "style_advice",
}  # fmt: skip
KINDS = {
    "montuur", "kindermontuur", "zonnebril", "leesbril", "lenzen", "onderhoud", "hoortoestel",
    "bril",
}  # fmt: skip


def test_there_are_53_intents_with_a_dutch_name_each() -> None:
    names = [name for group in INTENTS.values() for name in group]
    titles = [rule["nl"] for group in INTENTS.values() for rule in group.values()]

    assert len(set(names)) == 53
    assert len(set(titles)) == 53
    assert all(rule["when"] for group in INTENTS.values() for rule in group.values())


@pytest.mark.parametrize("group", INTENTS)
def test_a_folder_holds_a_file_for_each_intent_of_its_group(group: str) -> None:
    files = {path.stem for path in (ROOT / "data/nlu" / group).glob("*.yml")}

    assert files == set(INTENTS[group])
    assert all(b.intent == b.file for b in _blocks() if b.group == group)


def test_every_intent_has_at_least_300_examples() -> None:
    counts = Counter(block.intent for block in _blocks() for _ in block.examples)

    assert {intent: n for intent, n in counts.items() if n < 300} == {}


def test_no_text_stands_under_two_intents_or_twice_under_one() -> None:
    intents: dict[str, list[str]] = {}
    for block in _blocks():
        for text in block.examples:
            intents.setdefault(_bare(text), []).append(block.intent)

    assert {text: found for text, found in intents.items() if len(found) > 1} == {}


def test_every_block_tells_its_writer_and_a_known_voice() -> None:
    strange = [
        block
        for block in _blocks()
        if not block.metadata.get("writer")
        or not set(block.voices) <= set(VOICES)
        or sum(block.voices.values()) != len(block.examples)
    ]

    assert strange == []


def test_a_writer_has_one_block_for_each_intent() -> None:
    blocks = Counter((b.intent, b.metadata["writer"]) for b in _blocks())

    assert [block for block, n in blocks.items() if n > 1] == []


def test_examples_are_sorted_by_voice_and_alphabet() -> None:
    unsorted = [
        f"{block.intent} of {block.metadata['writer']}, {voice}"
        for block in _blocks()
        for voice, examples in block.by_voice()
        if examples != sorted(examples, key=_place)
    ]

    assert unsorted == []
    assert all(list(b.voices) == [v for v in VOICES if v in b.voices] for b in _blocks())


def test_no_example_reads_as_an_annotation_or_a_command() -> None:
    examples = [text for block in _blocks() for text in block.examples]

    assert [text for text in examples if re.search(r"[\[\]{}]|^/", text)] == []


@pytest.mark.parametrize(("lookup", "keys"), [("service", SERVICES), ("kind", KINDS)])
def test_a_lookup_holds_exactly_the_phrases_of_its_keys(lookup: str, keys: set[str]) -> None:
    entries = _entries("vocabulary")
    found = [_lines(e) for e in entries if e.get("lookup") == lookup]
    phrases = {e["synonym"]: _lines(e) for e in entries if e.get("synonym") in keys}

    assert set(phrases) == keys
    assert found == [sorted(phrase for of_key in phrases.values() for phrase in of_key)]


def test_a_phrase_of_the_vocabulary_stands_for_one_key_only() -> None:
    phrases = Counter(p for e in _entries("vocabulary") if "synonym" in e for p in _lines(e))

    assert [phrase for phrase, n in phrases.items() if n > 1] == []


@cache
def _blocks() -> list[Block]:
    return list(read_blocks())


@cache
def _entries(file: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.load(
        (ROOT / f"data/nlu/{file}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader
    )["nlu"]
    return entries


def _lines(entry: dict[str, Any]) -> list[str]:
    examples: str = entry["examples"]
    return [line.removeprefix("- ") for line in examples.splitlines()]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip() or text


def _place(text: str) -> tuple[str, str]:
    return text.casefold(), text
