"""The messages of `data/nlu/` as their files hold them: one block for an intent and a writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml

VOICES = (
    "app", "hasty", "flemish", "formal", "second_language", "rambling", "telegram", "plain",
)  # fmt: skip
FOLDER = Path(__file__).parents[2] / "data/nlu"
_BULLET = "- "


@dataclass(frozen=True)
class Block:
    group: str
    file: str
    intent: str
    metadata: dict[str, str]
    examples: list[str]

    @property
    def writer(self) -> str:
        return self.metadata.get("writer", "")

    @property
    def voices(self) -> dict[str, int]:
        """How many of the examples, in their order, are in which voice: "app=4 plain=9"."""
        pairs = (each.split("=") for each in self.metadata["voices"].split())
        return {voice: int(count) for voice, count in pairs}

    def by_voice(self) -> Iterator[tuple[str, list[str]]]:
        rest = iter(self.examples)
        for voice, count in self.voices.items():
            yield voice, list(islice(rest, count))


def read_blocks(folder: Path = FOLDER) -> Iterator[Block]:
    """Yield the blocks of every `<group>/<intent>.yml`, in the order of their files."""
    for path in sorted(folder.glob("*/*.yml")):
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for entry in content["nlu"]:
            examples = [line.removeprefix(_BULLET) for line in entry["examples"].splitlines()]
            metadata = entry.get("metadata", {})
            yield Block(path.parent.name, path.stem, entry["intent"], metadata, examples)
