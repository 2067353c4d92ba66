"""Labelled messages in Rasa's NLU format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Example:
    text: str
    intent: str
    writer: str
    voice: str


def read_examples(path: Path) -> list[Example]:
    """Read a file or a folder; blocks without our metadata have one writer and one voice."""
    return [Example(*row) for file in _files(path) for row in _rows(file)]


def split_by_writer(
    examples: Sequence[Example], folds: int, fold: int
) -> tuple[list[Example], list[Example]]:
    """Return the messages to learn from, and those of the writers held out in this fold."""
    apart = set(sorted({e.writer for e in examples})[fold::folds])
    learn = [e for e in examples if e.writer not in apart]
    return learn, [e for e in examples if e.writer in apart]


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.yml")) if path.is_dir() else [path]


def _rows(file: Path) -> Iterator[tuple[str, str, str, str]]:
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for block in content["nlu"]:
        if "intent" not in block:
            continue
        metadata = block.get("metadata") or {}
        texts = [line.removeprefix("- ").strip() for line in block["examples"].splitlines()]
        voices = _voices(metadata, len(texts))
        for text, voice in zip(texts, voices, strict=True):
            yield text, block["intent"], metadata.get("writer", "unknown"), voice


def _voices(metadata: dict[str, Any], count: int) -> list[str]:
    pairs = [pair.split("=") for pair in metadata.get("voices", f"any={count}").split()]
    return [voice for voice, times in pairs for _ in range(int(times))]
