"""Answers to messages never learned from, and what they are worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bench.messages import Example

OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Answer:
    """What a model made of one message; `ranking` holds its three best intents, best first."""

    example: Example
    ranking: tuple[str, ...]
    confidence: float
    lead: float

    @property
    def is_right(self) -> bool:
        return self.ranking[:1] == (self.example.intent,)


@dataclass(frozen=True)
class Thresholds:
    """When the bot asks instead of answering."""

    confidence: float
    lead: float = 0.0

    def asks(self, answer: Answer) -> bool:
        return answer.confidence < self.confidence or answer.lead < self.lead


@dataclass(frozen=True)
class Shares:
    right: float
    in_three: float
    asked: float
    wrong: float


def our_thresholds() -> Thresholds:
    pipeline: list[dict[str, Any]] = yaml.safe_load(Path("config.yml").read_text())["pipeline"]
    fallback = next(part for part in pipeline if part["name"] == "FallbackClassifier")
    return Thresholds(fallback["threshold"], fallback["ambiguity_threshold"])


def in_scope(answers: Sequence[Answer]) -> list[Answer]:
    return [a for a in answers if a.example.intent != OUT_OF_SCOPE]


def shares(answers: Sequence[Answer], thresholds: Thresholds) -> Shares:
    return Shares(
        right=share(a.is_right for a in answers),
        in_three=share(a.example.intent in a.ranking for a in answers),
        asked=share(thresholds.asks(a) for a in answers),
        wrong=share(not a.is_right and not thresholds.asks(a) for a in answers),
    )


def out_of_scope_recognised(answers: Sequence[Answer], thresholds: Thresholds) -> float | None:
    """Return the share of out-of-scope messages declined or asked back; None without any."""
    strange = [a for a in answers if a.example.intent == OUT_OF_SCOPE]
    return share(a.is_right or thresholds.asks(a) for a in strange) if strange else None


def threshold_with_so_few_wrong(answers: Sequence[Answer], wrong: float) -> Thresholds:
    """Return the lowest threshold at which at most this share is answered wrongly.

    Confidences of different makers mean different things, so peers are compared where they
    are as often wrong.
    """
    mistaken = sorted((a.confidence for a in answers if not a.is_right), reverse=True)
    allowed = int(wrong * len(answers))
    if len(mistaken) <= allowed:
        return Thresholds(0.0)
    return Thresholds(float(np.nextafter(mistaken[allowed], np.inf)))


def share(true: Iterable[bool]) -> float:
    return float(np.mean(list(true)))
