"""What a message can mean, as staff choose from it: Dutch name, rule, examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from bot.review.correcting.alike import folded
from bot.review.understanding import intent_titles

_HERE = Path(__file__).parent
_SHOWN_EXAMPLES = 5
_LONGEST_SHOWN = 80
# The examples that were written to show an intent's rule.
_BY_RULE = "rules"
# A kind with fewer examples that hold what is looked for, as a part of the most, is left out.
_BY_CHANCE = 0.25


@dataclass(frozen=True)
class IntentKind:
    name: str
    title: str
    rule: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class EntityKind:
    name: str
    title: str
    hint: str


@lru_cache(maxsize=1)
def intent_kinds() -> dict[str, IntentKind]:
    rules = _yaml(_HERE / "intent_rules.yml")
    return {
        name: IntentKind(name, title, rules.get(name, ""), tuple(_shown(_examples()[name])))
        for name, title in intent_titles().items()
    }


@lru_cache(maxsize=1)
def entity_kinds() -> dict[str, EntityKind]:
    return {
        name: EntityKind(name, kind["nl"], kind["hint"])
        for name, kind in _yaml(_HERE / "entity_kinds.yml").items()
    }


def title_of_entity(name: str) -> str:
    kind = entity_kinds().get(name)
    return kind.title if kind else name


def search(query: str) -> list[IntentKind]:
    """Return the kinds that hold every word of a query.

    First those that hold them in their name, then in their rule, then in their examples: these by
    how often, and without the few that do so by chance.
    """
    words = folded(query).split()
    if not words:
        return list(intent_kinds().values())
    by_name = _holding(words, _names())
    by_rule = _holding(words, _rules())
    by_example = {
        name: sum(_holds(words, text) for text in texts) for name, texts in _all_examples().items()
    }
    seldom = max(by_example.values()) * _BY_CHANCE
    often = [name for name, number in by_example.items() if number > seldom]
    often.sort(key=lambda name: -by_example[name])
    return [intent_kinds()[name] for name in dict.fromkeys([*by_name, *by_rule, *often])]


def _holding(words: list[str], texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if _holds(words, text)]


def _holds(words: list[str], text: str) -> bool:
    return all(word in text for word in words)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name: folded(kind.title) for name, kind in intent_kinds().items()}


@lru_cache(maxsize=1)
def _rules() -> dict[str, str]:
    return {name: folded(f"{kind.title} {kind.rule}") for name, kind in intent_kinds().items()}


@lru_cache(maxsize=1)
def _all_examples() -> dict[str, list[str]]:
    return {name: [folded(text) for text, _ in told] for name, told in _examples().items()}


def _shown(examples: list[tuple[str, str]]) -> Iterator[str]:
    short = [(text, writer) for text, writer in examples if len(text) <= _LONGEST_SHOWN]
    telling_first = sorted(short, key=lambda example: example[1] != _BY_RULE)
    return (text for text, _ in telling_first[:_SHOWN_EXAMPLES])


@lru_cache(maxsize=1)
def _examples() -> dict[str, list[tuple[str, str]]]:
    """Return of each intent its training examples, each with who wrote it."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in intent_titles()}
    for path in sorted((settings.BASE_DIR / "data/nlu").glob("*/*.yml")):
        for block in _yaml(path)["nlu"]:
            if block.get("intent") in found:
                writer = (block.get("metadata") or {}).get("writer", "")
                lines = block["examples"].splitlines()
                found[block["intent"]] += [(line.removeprefix("- "), writer) for line in lines]
    return found


def _yaml(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(
        path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return content
