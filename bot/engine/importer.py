"""Reads the training data of `data/` for Rasa, the thousands of plain messages at C's speed.

Rasa's own reader checks every block against a schema first, in pure Python; for 26,000 messages
that takes as long as the training itself. `rasa data validate` and the tests check instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.importers.utils import training_data_from_paths
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.lessons import WRITER as STAFF

_BULLET = "- "
# What opens an entity that is marked in an example; Rasa reads those files itself.
_ANNOTATION = "["


class MessageImporter(RasaFileImporter):
    """Rasa's importer, quicker for files that hold nothing but messages with their intents."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        messages: list[Message] = []
        others: list[str] = []
        for path in self._nlu_files:
            read = _messages(Path(path))
            messages.extend(read or ())
            others.extend([] if read else [path])
        rest = training_data_from_paths(others, language)
        return TrainingData(
            _as_staff_say([*messages, *rest.training_examples]),
            rest.entity_synonyms,
            rest.regex_features,
            rest.lookup_tables,
            rest.responses,
        )


def _as_staff_say(messages: list[Message]) -> list[Message]:
    """Leave out what the shop's staff say otherwise: of two words on one message theirs counts."""
    said = {_bare(message): message.get(INTENT) for message in messages if _is_of_staff(message)}
    return [
        message
        for message in messages
        if said.get(_bare(message), message.get(INTENT)) == message.get(INTENT)
    ]


def _bare(message: Message) -> str:
    return str(message.get(TEXT) or "").casefold().strip(" .!?")


def _is_of_staff(message: Message) -> bool:
    return ((message.get("metadata") or {}).get(INTENT) or {}).get("writer") == STAFF


class _TrainingMessage(Message):
    """A message that is copied and compared cheaply.

    Rasa merges training data a dozen times on its way to the components. Each time it copies every
    message to its depth, and sets its intent anew, which forgets the fingerprint that it then asks
    for: half of the time of a training.
    """

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """Set a property, and keep the fingerprint if it was the same already."""
        if isinstance(info, str) and self.data.get(prop) == info and not add_to_output:
            return
        super().set(prop, info, add_to_output)

    def __deepcopy__(self, memo: dict[int, Any]) -> _TrainingMessage:
        """Copy what a component may set or add; the values themselves are never changed."""
        copied = _TrainingMessage(self.data, set(self.output_properties), features=[*self.features])
        copied._cached_fingerprint = self._cached_fingerprint
        return copied


def _messages(path: Path) -> list[Message] | None:
    """Return the messages of a file, or None if it holds anything else."""
    text = path.read_text("utf-8")
    if path.suffix not in (".yml", ".yaml") or _ANNOTATION in text:
        return None
    content = yaml.load(text, Loader=yaml.CSafeLoader)
    blocks: Any = content.get("nlu") if isinstance(content, dict) else None
    if not isinstance(blocks, list) or set(content) - {"version", "nlu"}:
        return None
    if not all(isinstance(block.get("examples"), str) and "intent" in block for block in blocks):
        return None
    return [
        _message(line.removeprefix(_BULLET).strip(), block)
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip()
    ]


def _message(text: str, block: dict[str, Any]) -> Message:
    """Build a message; of its block's metadata only the writer is used in training."""
    writer = {"writer": (block.get("metadata") or {}).get("writer", "")}
    return _TrainingMessage.build(text=text, intent=block["intent"], intent_metadata=writer)
