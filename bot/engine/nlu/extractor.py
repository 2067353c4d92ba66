"""Which entities a message holds: runs the finders of `bot.engine.entities` inside Rasa."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.engine.entities.catalogue import Catalogue
from bot.engine.entities.contact import find_contacts
from bot.engine.entities.found import Found
from bot.engine.entities.names import People, bare_name, find_names
from bot.engine.entities.time import find_times
from bot.engine.nlu import fingerprint
from bot.engine.nlu.parsing import SPACY_DOC, people_in
from bot.engine.vocabulary import ShopVocabulary

_FILE = "phrases.json"
_LOOKUPS = ("service", "kind")
# What a message would be as the answer to "hoe heet je?", for a form that asked just that.
BARE_NAME = "bare_name"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True, model_from="DutchSpacyNLP"
)
class DutchEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds times, contact details, names, and what the shop sells, in the forms of the contract.

    The phrases for services and kinds come from the training data's lookup tables and synonyms,
    those for brands and staff from the shop's own catalogue, read anew whenever it changes.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        return [SpacyNLP]

    @staticmethod
    def fingerprint_addon(config: dict[str, Any]) -> str:
        return fingerprint.of_our_code()

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        phrases: dict[str, dict[str, str]] | None = None,
    ) -> None:
        self._storage = model_storage
        self._resource = resource
        self._phrases = phrases or {}
        self._shop = ShopVocabulary()
        self._catalogue: Catalogue | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchEntityExtractor:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> DutchEntityExtractor:
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, json.loads((folder / _FILE).read_text("utf-8")))

    def train(self, training_data: TrainingData, model: SpacyModel) -> Resource:
        """Learn the phrases; the graph hands on the model, which only `process` needs."""
        self._phrases = _phrases(training_data)
        with self._storage.write_to(self._resource) as folder:
            Path(folder / _FILE).write_text(json.dumps(self._phrases, ensure_ascii=False), "utf-8")
        return self._resource

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text:
                self._tell(message, text, partial(people_in, message.get(SPACY_DOC), model))
        return messages

    def _tell(self, message: Message, text: str, people: People) -> None:
        if self._shop.changed() or self._catalogue is None:
            self._catalogue = Catalogue({**self._phrases, "brand": self._shop.brands})
        contacts = find_contacts(text)
        times = find_times(text, clock.now())
        wares = self._catalogue.find(_without(contacts, text))
        bare = bare_name(_without([*contacts, *times], text), self._shop.staff)
        if bare and any(one.start < bare.end and bare.start < one.end for one in wares):
            bare = None
        names = find_names(text, self._shop.staff, people, bare)
        found = [*times, *contacts, *names, *wares]
        entities = message.get(ENTITIES, []) + [self._as_entity(one) for one in found]
        message.set(ENTITIES, entities, add_to_output=True)
        message.set(BARE_NAME, bare.value if bare else None, add_to_output=True)

    def _as_entity(self, found: Found) -> dict[str, Any]:
        entity: dict[str, Any] = {
            "entity": found.entity,
            "value": found.value,
            "start": found.start,
            "end": found.end,
            "extractor": type(self).__name__,
        }
        if found.grain:
            entity |= {"grain": found.grain, "said_day": found.said_day}
        return entity


def _without(found: list[Found], text: str) -> str:
    for one in found:
        text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
    return text


def _phrases(training_data: TrainingData) -> dict[str, dict[str, str]]:
    """Return entity -> phrase -> value, as lookup tables and synonyms say."""
    values = {phrase.lower(): value for phrase, value in training_data.entity_synonyms.items()}
    return {
        table["name"]: {
            phrase.lower(): values.get(phrase.lower(), phrase) for phrase in table["elements"]
        }
        for table in training_data.lookup_tables
        if table["name"] in _LOOKUPS
    }
