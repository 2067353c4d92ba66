"""Which concepts a message touches: money, sits_badly, hearing_aid (thesaurus.yml)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bot.engine.entities.folding import fold
from bot.engine.nlu.slips import Slips

_FILE = Path(__file__).with_name("thesaurus.yml")
_LONGEST_PHRASE = 3
_WORDS_REMEMBERED = 16_384
# A slip of the finger is forgiven in words of this length and more.
_SHORTEST_MISSPELT = 5


class Thesaurus:
    def __init__(self, words_of: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._beginnings: dict[str, list[str]] = defaultdict(list)
        self._endings: dict[str, list[str]] = defaultdict(list)
        self._inner: dict[str, list[str]] = defaultdict(list)
        for concept, words in words_of.items():
            for word in words:
                self._table(word)[fold(word.strip("*"))].append(concept)
        self._longest = max(map(len, [*self._beginnings, *self._endings]), default=0)
        self._slips = Slips(self._exact, _SHORTEST_MISSPELT)
        self._of_word = lru_cache(_WORDS_REMEMBERED)(self._concepts_of)

    def concepts(self, words: Sequence[str]) -> list[str]:
        """Return the concepts of folded words, each once, sorted."""
        found: set[str] = set()
        for first, word in enumerate(words):
            found.update(self._of_word(word))
            for length in range(2, _LONGEST_PHRASE + 1):
                found.update(self._exact.get(" ".join(words[first : first + length]), ()))
        return sorted(found)

    def _table(self, word: str) -> dict[str, list[str]]:
        opens, closes = word.startswith("*"), word.endswith("*")
        if opens and closes:
            return self._inner
        return self._endings if opens else self._beginnings if closes else self._exact

    def _concepts_of(self, word: str) -> frozenset[str]:
        found = set(self._exact.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            found.update(self._beginnings.get(word[:length], ()))
            found.update(self._endings.get(word[-length:], ()))
        for part, concepts in self._inner.items():
            if part in word:
                found.update(concepts)
        if not found:
            found.update(c for meant in self._slips.of(word) for c in self._exact[meant])
        return frozenset(found)


@cache
def thesaurus() -> Thesaurus:
    return Thesaurus(yaml.load(_FILE.read_text("utf-8"), Loader=yaml.CSafeLoader))
