"""What the intent classifier sees of a message: words, characters and concepts.

Each view turns a message into strings; `vectors.py` makes numbers of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, pairwise

from bot.engine.entities.folding import fold
from bot.engine.nlu.thesaurus import thesaurus

_SHORTEST_GRAM, _LONGEST_GRAM = 2, 5
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+|[?!]")
# With the signs that the thesaurus knows: e-mail, 's avonds, +1.5, €.
_THESAURUS_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[?!€@]")


def plain(text: str) -> str:
    """Return a message as the views take it: in small letters without accents, all digits 0."""
    return _DIGIT.sub("0", fold(text))


def _words(text: str) -> list[str]:
    words = _WORD.findall(text)
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def _characters(text: str) -> list[str]:
    """Every run of letters, across words too: "bril van" tells more than "bril" and "van"."""
    text = f" {text} "
    return [
        text[start : start + length]
        for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for start in range(len(text) - length + 1)
    ]


def _concepts(text: str) -> list[str]:
    """Concepts and pairs of them: "broken" with "hearing_aid" is a repair of another kind."""
    concepts = thesaurus().concepts(_THESAURUS_WORD.findall(text))
    return [*concepts, *(f"{one}&{other}" for one, other in combinations(concepts, 2))]


VIEWS: dict[str, Callable[[str], list[str]]] = {
    "words": _words,
    "characters": _characters,
    "concepts": _concepts,
}
"""Take a message that `plain` made."""
