"""Which of many known words a misspelt one may have been: all that are one slip away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA


class Slips:
    """Finds the words one letter more, less, other or swapped away from a word.

    Two words that are one slip apart have one in common that is left when a letter goes, so
    none of the other thousands need be looked at.
    """

    def __init__(self, words: Iterable[str], shortest: int) -> None:
        """Keep the words of letters only that are `shortest` or longer."""
        self._shortest = shortest
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if self._counts(word):
                for less in _one_letter_less(word):
                    self._words[less].append(word)

    def of(self, word: str) -> set[str]:
        if not self._counts(word):
            return set()
        alike = {meant for less in _one_letter_less(word) for meant in self._words.get(less, ())}
        return {meant for meant in alike if OSA.distance(word, meant, score_cutoff=1) <= 1}

    def _counts(self, word: str) -> bool:
        return len(word) >= self._shortest and word.isalpha()


def _one_letter_less(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
