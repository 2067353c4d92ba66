"""Rasa's spaCy components, less what only few messages need.

Nothing that learns here looks at spaCy's words, so training data passes by untouched: parsing it,
and Rasa's fingerprints of what was parsed, took a third of a training.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.training_data.training_data import TrainingData

# Where Rasa's SpacyNLP puts the parsed message.
SPACY_DOC = "text_spacy_doc"
_PEOPLE_FINDER = "ner"
_PEOPLE = ("PERSON", "PER")

Span = tuple[int, int]


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MODEL_LOADER,
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
    ],
    is_trainable=False,
    model_from="DutchSpacyNLP",
)
class DutchSpacyNLP(SpacyNLP):
    """SpacyNLP that cuts a message into words, and parses it only when somebody asks `people_in`.

    The pipeline takes 3 ms of the 5 that understanding a message may take. Lemmas and tags brought
    the intent classifier nothing that could be measured (docs/understanding.md); people are looked
    for in few messages.
    """

    @staticmethod
    def load_model(spacy_model_name: str) -> SpacyModel:
        loaded = SpacyNLP.load_model(spacy_model_name)
        loaded.model.disable_pipes(*loaded.model.pipe_names)
        return loaded

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        return training_data


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DutchSpacyTokenizer(SpacyTokenizer):
    """SpacyTokenizer, for messages only; `rasa test` wants to know their words."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data


def people_in(doc: Any, spacy_model: SpacyModel) -> list[Span]:
    """Parse a message, whichever pipeline is in use, and return where spaCy sees people."""
    nlp = spacy_model.model
    if doc is None or _PEOPLE_FINDER not in nlp.component_names:
        return []
    for _, component in nlp.components:
        doc = component(doc)
    return [(one.start_char, one.end_char) for one in doc.ents if one.label_ in _PEOPLE]
