"""Which concepts a message touches: money, sits_badly, hearing_aid (thesaurus.yml)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml
from rapidfuzz.distance import OSA

from bot.engine.entities.folding import fold

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
        self._slips = _by_one_letter_less(self._exact)
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
        return frozenset(found or self._concepts_of_misspelt(word))

    def _concepts_of_misspelt(self, word: str) -> Iterator[str]:
        """Yield the concepts of all words that are one slip away: *gezcht*, *zonebril*."""
        if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
            return
        alike = {meant for less in _one_letter_less(word) for meant in self._slips.get(less, ())}
        for meant in alike:
            if OSA.distance(word, meant, score_cutoff=1) <= 1:
                yield from self._exact[meant]


def _by_one_letter_less(words: Iterable[str]) -> dict[str, set[str]]:
    """Return the words by themselves and by what is left of them without any one letter.

    Two words that are one slip apart have one of those in common, so that none of the other
    12,000 need be looked at.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= _SHORTEST_MISSPELT and word.isalpha():
            for less in _one_letter_less(word):
                found[less].add(word)
    return dict(found)


def _one_letter_less(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


@cache
def thesaurus() -> Thesaurus:
    return Thesaurus(yaml.load(_FILE.read_text("utf-8"), Loader=yaml.CSafeLoader))
