"""Mends slips of the finger: "mijn brli is kapto" is read as "mijn bril is kapot"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import Any

from bot.engine.nlu.slips import Slips

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# What so many messages hold is a word too, though no dictionary knows it.
_KNOWN_MESSAGES = 5
# What may have been meant: a word of customers and of Dutch both.
_MEANT_MESSAGES = 3
_WORDS_REMEMBERED = 16_384


class Spelling:
    """Knows the words of Dutch and of the messages it learned from, in folded text."""

    def __init__(self, known: frozenset[str], meant: Mapping[str, int]) -> None:
        self._known = known
        self._meant = meant
        self._slips = Slips(meant, _SHORTEST)
        self._mended_word = lru_cache(_WORDS_REMEMBERED)(self._mend)

    @classmethod
    def learned_from(cls, messages: Sequence[str], dutch: Set[str]) -> Spelling:
        held_by = Counter(word for each in messages for word in set(_WORD.findall(each)))
        often = {word for word, count in held_by.items() if count >= _KNOWN_MESSAGES}
        meant = {w: n for w, n in held_by.items() if n >= _MEANT_MESSAGES and w in dutch}
        return cls(frozenset(dutch | often), meant)

    def mended(self, text: str) -> str:
        return _WORD.sub(lambda word: self._mended_word(word[0]), text)

    def _mend(self, word: str) -> str:
        if len(word) < _SHORTEST or word in self._known:
            return word
        # Of words that are as frequent the first in the alphabet, so that it is the same each time.
        return max(sorted(self._slips.of(word)), key=self._meant.__getitem__, default=word)

    def __getstate__(self) -> dict[str, Any]:
        return {"known": sorted(self._known), "meant": self._meant}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(frozenset(state["known"]), state["meant"])  # type: ignore[misc]
