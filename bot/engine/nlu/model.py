"""The trained part of the intent classifier, apart from Rasa so that benches can use it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.base import clone
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from bot.engine.nlu.features import Seen, union

_FOLDS = 5
_FEWEST_WRITERS = 2
_FEWEST_INTENTS = 3


class IntentModel:
    """A linear SVM whose distances are turned into probabilities by temperature scaling."""

    def __init__(self, features: Sequence[str], penalty: float, random_state: int) -> None:
        self._vectorizer = union(features)
        self._svm = LinearSVC(C=penalty, random_state=random_state)
        self._random_state = random_state
        self._sharpness = 1.0
        self.intents: list[str] = []

    def fit(
        self, messages: Sequence[Seen], intents: Sequence[str], writers: Sequence[str]
    ) -> IntentModel:
        """Learn from messages; `writers` says who wrote each, so that no one writer flatters."""
        vectors = self._vectorizer.fit_transform(messages)
        self._svm.fit(vectors, intents)
        self.intents = list(self._svm.classes_)
        self._sharpness = self._calibrate(vectors, np.asarray(intents), np.asarray(writers))
        return self

    def chances(self, messages: Sequence[Seen]) -> NDArray[np.float64]:
        """Return the probability of each of `intents`, a row per message."""
        distances = self._svm.decision_function(self._vectorizer.transform(messages))
        if distances.ndim == 1:
            distances = np.column_stack([-distances, distances])
        return _softmax(distances * self._sharpness)

    def _calibrate(
        self, vectors: csr_matrix, intents: NDArray[np.str_], writers: NDArray[np.str_]
    ) -> float:
        """Find the sharpness at which held-out writers' messages are most likely.

        Temperature scaling (Guo et al. 2017). Writers are held out whole: a customer is a writer
        whom the model never saw, and random folds would make it too sure of itself.
        """
        if len(set(writers)) < _FEWEST_WRITERS or len(self.intents) < _FEWEST_INTENTS:
            return 1.0
        folds = GroupKFold(min(_FOLDS, len(set(writers)))).split(vectors, intents, writers)
        distances = np.full((len(intents), len(self.intents)), -1.0)
        for train, test in folds:
            svm = clone(self._svm).fit(vectors[train], intents[train])
            columns = np.searchsorted(self.intents, svm.classes_)
            distances[np.ix_(test, columns)] = svm.decision_function(vectors[test])
        rows = np.arange(len(intents))
        right = np.searchsorted(self.intents, intents)

        def surprise(sharpness: float) -> float:
            return float(-np.log(_softmax(distances * sharpness)[rows, right] + 1e-12).mean())

        return float(minimize_scalar(surprise, bounds=(0.5, 20.0), method="bounded").x)


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
