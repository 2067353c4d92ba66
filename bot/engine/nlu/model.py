"""The trained part of the intent classifier, apart from Rasa so that benches can use it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import joblib
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from bot.engine.nlu.dutch_words import dutch_words
from bot.engine.nlu.features import VIEWS, plain
from bot.engine.nlu.spelling import Spelling
from bot.engine.nlu.vectors import Vectorizer

Names = NDArray[np.str_]

# Found with whole writers held out (docs/understanding.md).
PENALTY = 0.8
RANDOM_STATE = 42
# One writer in so many is kept apart to calibrate by.
_CALIBRATING_SHARE = 4
_FEWEST_WRITERS = 2
_FEWEST_INTENTS = 3
_LARGEST_BYTE = 127
# Stricter is no more accurate on held-out writers, and takes a third longer.
_TOLERANCE = 0.05


class IntentModel:
    """A linear SVM whose distances are turned into probabilities by temperature scaling."""

    def __init__(
        self,
        views: Sequence[str] = tuple(VIEWS),
        penalty: float = PENALTY,
        random_state: int = RANDOM_STATE,
    ) -> None:
        self._vectorizer = Vectorizer(views)
        self._spelling = Spelling(frozenset(), {})
        self._penalty = penalty
        self._random_state = random_state
        self._weights = np.zeros((0, 0), np.float32)
        self._offsets = np.zeros(0, np.float32)
        self.sharpness = 1.0
        self.intents: list[str] = []

    def fit(
        self, messages: Sequence[str], intents: Sequence[str], writers: Sequence[str]
    ) -> IntentModel:
        """Learn from messages; `writers` says who wrote each, so that no one writer flatters."""
        wanted = np.asarray(intents)
        apart = _kept_apart(np.asarray(writers))
        texts = [plain(each) for each in messages]
        self._spelling = Spelling.learned_from(texts, dutch_words())
        # As they are: it knows the slips that it has seen, and only others are mended.
        vectors = self._vectorizer.fit(texts).astype(np.float64)
        # scikit-learn lets go of Python's lock while it fits, so two cores work at once.
        with ThreadPoolExecutor(2) as pool:
            whole = pool.submit(self._svm, vectors, wanted)
            calibrating = pool.submit(self._svm, vectors[~apart], wanted[~apart])
            svm, sharpness = (
                whole.result(),
                _sharpness(calibrating.result(), vectors[apart], wanted[apart]),
            )
        self.intents = list(svm.classes_)
        self._weights, self._offsets = _as_one_per_class(svm)
        self.sharpness = sharpness
        return self

    def chances(self, message: str) -> NDArray[np.float64]:
        """Return the probability of each of `intents`."""
        text = self._spelling.mended(plain(message))
        columns, values = self._vectorizer.vector(text)
        return _softmax(self.sharpness * (values @ self._weights[columns] + self._offsets))

    def save(self, path: Path) -> None:
        """Write the model, a byte for a weight: one choice in 700 moves by it."""
        steps = np.abs(self._weights).max(axis=0) / _LARGEST_BYTE
        rounded = np.round(self._weights / steps).astype(np.int8)
        # Rasa packs a model as tightly as it can; of what is packed already that takes no time.
        packed = {**self.__dict__, "_weights": (rounded, steps)}
        joblib.dump(packed, path, compress=("zlib", 1))

    @classmethod
    def load(cls, path: Path) -> IntentModel:
        model = cls.__new__(cls)
        model.__dict__.update(joblib.load(path))
        rounded, steps = model.__dict__["_weights"]
        model._weights = rounded * steps.astype(np.float32)
        return model

    def _svm(self, vectors: csr_matrix, intents: Names) -> LinearSVC:
        svm = LinearSVC(C=self._penalty, tol=_TOLERANCE, random_state=self._random_state)
        return svm.fit(vectors, intents)


def _kept_apart(writers: Names) -> NDArray[np.bool_]:
    """Choose whole writers to calibrate by, spread over all of them."""
    names = sorted(set(writers))
    if len(names) < _FEWEST_WRITERS:
        return np.zeros(len(writers), bool)
    return np.isin(writers, names[1::_CALIBRATING_SHARE])


def _sharpness(svm: LinearSVC, vectors: csr_matrix, intents: Names) -> float:
    """Find the sharpness at which messages of writers never seen are most likely.

    Temperature scaling (Guo et al. 2017). Writers are held out whole: a customer is a writer
    whom the model never saw, and random folds would make it too sure of itself.
    """
    known = np.isin(intents, svm.classes_)
    if not known.any() or len(svm.classes_) < _FEWEST_INTENTS:
        return 1.0
    distances = svm.decision_function(vectors[known])
    rows, right = np.arange(known.sum()), np.searchsorted(svm.classes_, intents[known])

    def surprise(sharpness: float) -> float:
        return float(-np.log(_softmax(distances * sharpness)[rows, right] + 1e-12).mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 20.0), method="bounded").x)


def _as_one_per_class(svm: LinearSVC) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return weights (columns x intents) and offsets; of two intents the SVM keeps one row."""
    weights, offsets = svm.coef_, svm.intercept_
    if len(svm.classes_) == _FEWEST_INTENTS - 1:
        weights, offsets = np.vstack([-weights, weights]), np.concatenate([-offsets, offsets])
    return np.ascontiguousarray(weights.T, np.float32), offsets.astype(np.float32)


def _softmax(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
