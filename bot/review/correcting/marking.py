"""Which words of a message are which detail, as staff point them out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat.models import Message
from bot.review.correcting.kinds import entity_kinds, title_of_entity

# Letters and digits with what may stand inside a word; anything else stands alone.
_WORD = re.compile(r"\w(?:[\w'’.@+\-/:]*\w)?|[^\w\s]")
_AT_MOST = 50

Entity = dict[str, Any]


@dataclass(frozen=True)
class Word:
    number: int
    text: str
    space_before: str
    start: int
    end: int
    kinds: tuple[str, ...]

    @property
    def titles(self) -> str:
        return ", ".join(title_of_entity(kind) for kind in self.kinds)


@dataclass(frozen=True)
class Mark:
    """A detail as the form carries it."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def code(self) -> str:
        return f"{self.kind}:{self.start}:{self.end}"

    @property
    def title(self) -> str:
        return title_of_entity(self.kind)


def words_of(text: str, entities: Iterable[Entity]) -> list[Word]:
    marked = list(entities)
    words: list[Word] = []
    end = 0
    for number, found in enumerate(_WORD.finditer(text)):
        kinds = tuple(
            each["entity"]
            for each in marked
            if each["start"] < found.end() and found.start() < each["end"]
        )
        words.append(
            Word(number, found[0], text[end : found.start()], found.start(), found.end(), kinds)
        )
        end = found.end()
    return words


def marks_of(text: str, entities: Iterable[Entity]) -> list[Mark]:
    return [
        Mark(each["entity"], each["start"], each["end"], text[each["start"] : each["end"]])
        for each in entities
    ]


def sound(text: str, entities: Iterable[Mapping[str, Any]]) -> list[Entity]:
    """Return the entities that stand somewhere in the text, in its order."""
    kept = [
        dict(each)
        for each in entities
        if isinstance(each.get("start"), int)
        and isinstance(each.get("end"), int)
        and 0 <= each["start"] < each["end"] <= len(text)
    ]
    return sorted(kept, key=lambda each: (each["start"], each["end"], each["entity"]))


def understood(message: Message) -> list[Entity]:
    """Return the entities that the engine found in a message."""
    return sound(message.text, message.entities)


def carried(codes: Iterable[str], message: Message, known: Iterable[Entity] = ()) -> list[Entity]:
    """Return the entities that a form carries; what is known of one, its value, stays with it."""
    values = {_place(each): each.get("value") for each in [*understood(message), *known]}
    entities: list[Entity] = []
    for code in list(dict.fromkeys(codes))[:_AT_MOST]:
        kind, *ends = code.split(":")
        if kind not in entity_kinds() or len(ends) != 2 or not all(map(_is_place, ends)):
            continue
        entity: Entity = {"entity": kind, "start": int(ends[0]), "end": int(ends[1])}
        if (value := values.get(_place(entity))) is not None:
            entity["value"] = value
        entities.append(entity)
    return sound(message.text, entities)


def with_words(
    text: str, entities: list[Entity], kind: str, numbers: Iterable[str]
) -> list[Entity]:
    """Return the entities with one more, from the first to the last of the chosen words.

    It takes the place of one of its own kind that it overlaps.
    """
    words = words_of(text, ())
    chosen = [words[int(n)] for n in numbers if _is_place(n) and int(n) < len(words)]
    if not chosen or kind not in entity_kinds():
        return entities
    start, end = min(word.start for word in chosen), max(word.end for word in chosen)
    others = [
        each
        for each in entities
        if each["entity"] != kind or each["end"] <= start or end <= each["start"]
    ]
    return sound(text, [*others, {"entity": kind, "start": start, "end": end}])


def same(some: Iterable[Entity], others: Iterable[Entity]) -> bool:
    return {_place(each) for each in some} == {_place(each) for each in others}


def _place(entity: Entity) -> tuple[str, int, int]:
    return entity["entity"], entity["start"], entity["end"]


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6
