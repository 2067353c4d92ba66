"""TF-IDF over the views of a message.

scikit-learn's vectorizers take 3 ms for one message, most of it checks that only pay for many;
these few lines take a tenth of that, and the understanding of a message has 5 ms in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bot.engine.nlu.features import VIEWS, Seen

# Found with whole writers held out (docs/understanding.md).
WEIGHTS = {"words": 1.0, "characters": 1.3, "lemmas": 0.5, "tags": 0.2, "concepts": 0.5}
# A pair of concepts met once is chance; of letters and words the rare ones help.
_FEWEST_MESSAGES = {"concepts": 2}

Vector = tuple[NDArray[np.int64], NDArray[np.float32]]


@dataclass(frozen=True)
class _View:
    name: str
    columns: dict[str, int]
    rarity: NDArray[np.float32]
    """Inverse document frequency, by column less the view's first."""
    first_column: int

    def vector(self, strings: Sequence[str]) -> Vector:
        counts = Counter(string for string in strings if string in self.columns)
        columns = np.fromiter((self.columns[s] for s in counts), np.int64, len(counts))
        said = np.fromiter(counts.values(), np.float32, len(counts))
        values = (1.0 + np.log(said)) * self.rarity[columns - self.first_column]
        length = np.sqrt(np.dot(values, values))
        if length:
            values *= WEIGHTS[self.name] / length
        return columns, values.astype(np.float32)


class Vectorizer:
    """Turns messages into sparse vectors, each view of the same length whatever is said."""

    def __init__(self, views: Sequence[str]) -> None:
        self._names = list(views)
        self._views: list[_View] = []

    @property
    def width(self) -> int:
        return sum(len(view.columns) for view in self._views)

    def fit(self, messages: Sequence[Seen]) -> csr_matrix:
        """Learn from messages and return their vectors, a row each."""
        self._views = []
        parts: list[list[Vector]] = []
        for name in self._names:
            strings = [VIEWS[name](message) for message in messages]
            view = _learn(name, strings, self.width)
            self._views.append(view)
            parts.append([view.vector(of_one) for of_one in strings])
        vectors = [_joined(of_one) for of_one in zip(*parts, strict=True)]
        ends = np.cumsum([0, *(len(columns) for columns, _ in vectors)])
        columns = np.concatenate([columns for columns, _ in vectors])
        values = np.concatenate([values for _, values in vectors])
        return csr_matrix((values, columns, ends), shape=(len(vectors), self.width))

    def vector(self, message: Seen) -> Vector:
        """Return the columns of one message that are not nought, and their values."""
        return _joined([view.vector(VIEWS[view.name](message)) for view in self._views])


def _joined(parts: Sequence[Vector]) -> Vector:
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def _learn(name: str, messages: Sequence[Sequence[str]], first_column: int) -> _View:
    held_by = Counter(string for strings in messages for string in set(strings))
    fewest = _FEWEST_MESSAGES.get(name, 1)
    kept = sorted(string for string, count in held_by.items() if count >= fewest)
    counts = np.array([held_by[string] for string in kept], dtype=np.float32)
    rarity = np.log((1.0 + len(messages)) / (1.0 + counts)) + 1.0
    columns = {string: first_column + place for place, string in enumerate(kept)}
    return _View(name, columns, rarity.astype(np.float32), first_column)
