"""Which intent a message has: TF-IDF over what `features.py` sees of it, and a linear SVM."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.engine.nlu import fingerprint
from bot.engine.nlu.features import VIEWS
from bot.engine.nlu.model import PENALTY, RANDOM_STATE, IntentModel
from bot.engine.nlu.questions import questions

# The questions of a message that is more than one question, as `questions.Question`.
QUESTIONS = "questions"
_FILE = "intents.joblib"

Ranking = list[dict[str, Any]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DutchIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of a message; confidences are probabilities, calibrated while training."""

    @staticmethod
    def fingerprint_addon(config: dict[str, Any]) -> str:
        return fingerprint.of_our_code()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the defaults.

        `features`: some of words, characters, concepts. `penalty`: the SVM's C.
        `ranking_length`: how many intents a message tells of.
        """
        return {
            "features": list(VIEWS),
            "penalty": PENALTY,
            "ranking_length": 10,
            "random_state": RANDOM_STATE,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchIntentClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> DutchIntentClassifier:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(folder / _FILE))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        self._model = IntentModel(
            self._config["features"], self._config["penalty"], self._config["random_state"]
        ).fit(
            [e.get(TEXT) for e in examples],
            [e.get(INTENT) for e in examples],
            [_writer(e) for e in examples],
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if self._model is not None and text:
                self._tell(message, text, partial(self._ranking, self._model))
        return messages

    def _tell(self, message: Message, text: str, rank: Callable[[str], Ranking]) -> None:
        """Tell the intent of the message, or of the first of its questions."""
        whole = rank(text)
        asked = questions(text, whole[0]["name"], lambda *part: _best(rank(text[slice(*part)])))
        several = len(asked) > 1
        ranking = rank(text[asked[0].start : asked[0].end]) if several else whole
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        message.set(QUESTIONS, [asdict(question) for question in asked], add_to_output=True)

    def _ranking(self, model: IntentModel, text: str) -> Ranking:
        chances = model.chances(text)
        best = np.argsort(-chances)[: self._config["ranking_length"]]
        return [{"name": model.intents[i], "confidence": float(chances[i])} for i in best]


def _best(ranking: Ranking) -> tuple[str, float]:
    return ranking[0]["name"], ranking[0]["confidence"]


def _writer(example: Message) -> str:
    """Return who wrote a training example, as its block's metadata says."""
    return (example.get("metadata") or {}).get("intent", {}).get("writer", "")
