"""What the intent classifier sees of a message: words, characters, lemmas, tags and concepts.

Each view turns a message into strings; `vectors.py` makes numbers of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from spacy.tokens import Doc, Span

from bot.engine.entities.folding import fold
from bot.engine.nlu.thesaurus import thesaurus

# The Dutch treebanks' classes (CGN): nouns, verbs, adjectives, names, numbers, adverbs.
_MEANINGFUL = {"N", "WW", "ADJ", "SPEC", "TW", "BW"}
_TAG_PARTS = 3
_SHORTEST_GRAM, _LONGEST_GRAM = 2, 5
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+|[?!]")
# With the signs that the thesaurus knows: e-mail, 's avonds, +1.5, €.
_THESAURUS_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[?!€@]")


@dataclass(frozen=True)
class Seen:
    text: str
    lemmas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def see(doc: Doc | Span) -> Seen:
    """Reduce a parsed message, or a part of one, to what the views need; all digits are 0."""
    tokens = [token for token in doc if not token.is_space]
    return Seen(
        text=_DIGIT.sub("0", fold(doc.text)),
        lemmas=tuple(_DIGIT.sub("0", fold(token.lemma_)) for token in tokens),
        tags=tuple(token.tag_ or token.pos_ for token in tokens),
    )


def _words(message: Seen) -> list[str]:
    words = _WORD.findall(message.text)
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def _characters(message: Seen) -> list[str]:
    """Every run of letters, across words too: "bril van" tells more than "bril" and "van"."""
    text = f" {message.text} "
    return [
        text[start : start + length]
        for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for start in range(len(text) - length + 1)
    ]


def _lemmas(message: Seen) -> list[str]:
    """The words that carry meaning, in pairs too, and the parts of compounds by themselves."""
    said = [
        lemma
        for lemma, tag in zip(message.lemmas, message.tags, strict=True)
        if tag.split("|")[0] in _MEANINGFUL
    ]
    whole = [lemma.replace("_", "") for lemma in said]
    pairs = [f"{one} {other}" for one, other in pairwise(whole)]
    return [*whole, *pairs, *_parts(said)]


def _parts(lemmas: list[str]) -> Iterator[str]:
    for lemma in lemmas:
        if "_" in lemma:
            yield from filter(None, lemma.split("_"))


def _tags(message: Seen) -> list[str]:
    return ["|".join(tag.split("|")[:_TAG_PARTS]) for tag in message.tags]


def _concepts(message: Seen) -> list[str]:
    """Concepts and pairs of them: "broken" with "hearing_aid" is a repair of another kind."""
    concepts = thesaurus().concepts(_THESAURUS_WORD.findall(message.text))
    return [*concepts, *(f"{one}&{other}" for one, other in combinations(concepts, 2))]


VIEWS: dict[str, Callable[[Seen], list[str]]] = {
    "words": _words,
    "characters": _characters,
    "lemmas": _lemmas,
    "tags": _tags,
    "concepts": _concepts,
}
