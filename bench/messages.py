"""Labelled messages in Rasa's NLU format, parsed once by the Dutch pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
import yaml

from bot.engine.nlu.features import Seen, see


@dataclass(frozen=True)
class Example:
    text: str
    intent: str
    writer: str
    voice: str
    seen: Seen


def read_examples(path: Path) -> list[Example]:
    """Read a file or a folder; blocks without our metadata have one writer and one voice."""
    rows = [row for file in _files(path) for row in _rows(file)]
    # As SpacyNLP does: without capitals, and without looking for people.
    pipeline = spacy.load("nl_core_news_sm", exclude=["ner", "parser"])
    docs = pipeline.pipe(row[0].lower() for row in rows)
    return [Example(*row, see(doc)) for row, doc in zip(rows, docs, strict=True)]


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
