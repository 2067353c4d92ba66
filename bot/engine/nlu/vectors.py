"""TF-IDF over the views of a message.

scikit-learn's vectorizers take 3 ms for one message, most of it checks that only pay for many;
these few lines take a tenth of that, and the understanding of a message has 5 ms in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.preprocessing import normalize

from bot.engine.nlu.features import VIEWS

# Found with whole writers held out (docs/understanding.md).
WEIGHTS = {"words": 1.0, "characters": 1.3, "concepts": 0.5}
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

    def fit(self, messages: Sequence[str]) -> csr_matrix:
        """Learn from messages and return their vectors, a row each."""
        self._views = []
        parts = []
        for name in self._names:
            view, vectors = _learn(name, messages, self.width)
            self._views.append(view)
            parts.append(vectors)
        return hstack(parts, format="csr")

    def vector(self, message: str) -> Vector:
        """Return the columns of one message that are not nought, and their values."""
        return _joined([view.vector(VIEWS[view.name](message)) for view in self._views])


def _joined(parts: Sequence[Vector]) -> Vector:
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def _learn(name: str, messages: Sequence[str], first_column: int) -> tuple[_View, csr_matrix]:
    """Return a view, and the vectors that it makes of the messages it learned from."""
    places: dict[str, int] = {}
    said = [[places.setdefault(s, len(places)) for s in VIEWS[name](each)] for each in messages]
    ends = np.cumsum([0, *map(len, said)])
    columns = np.fromiter(chain.from_iterable(said), np.int32, ends[-1])
    counts = csr_matrix(
        (np.ones(ends[-1], np.float32), columns, ends), shape=(len(messages), len(places))
    )
    counts.sum_duplicates()
    held_by = np.bincount(counts.indices, minlength=len(places)).astype(np.float32)
    kept = np.flatnonzero(held_by >= _FEWEST_MESSAGES.get(name, 1))
    rarity = np.log((1.0 + len(messages)) / (1.0 + held_by[kept])) + 1.0

    strings = list(places)
    view = _View(
        name,
        {strings[place]: first_column + column for column, place in enumerate(kept)},
        rarity.astype(np.float32),
        first_column,
    )
    weighted = counts[:, kept]
    weighted.data = 1.0 + np.log(weighted.data)
    weighted = weighted @ diags(view.rarity)
    return view, (normalize(weighted) * WEIGHTS[name]).astype(np.float32)
