"""Rasa's SpacyNLP, less what only few messages need."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP

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
    """SpacyNLP that looks for people only when somebody asks `people_in`.

    That search is over a quarter of the pipeline's time, and few messages have a use for it.
    """

    @staticmethod
    def load_model(spacy_model_name: str) -> SpacyModel:
        loaded = SpacyNLP.load_model(spacy_model_name)
        if _PEOPLE_FINDER in loaded.model.pipe_names:
            loaded.model.disable_pipe(_PEOPLE_FINDER)
        return loaded


def people_in(doc: Any, spacy_model: SpacyModel) -> list[Span]:
    """Return where spaCy sees people in a parsed message, whichever pipeline is in use."""
    nlp = spacy_model.model
    if doc is None or _PEOPLE_FINDER not in nlp.component_names:
        return []
    people = nlp.get_pipe(_PEOPLE_FINDER)(doc).ents
    return [(person.start_char, person.end_char) for person in people if person.label_ in _PEOPLE]
