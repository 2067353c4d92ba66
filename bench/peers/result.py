"""What every contender of the comparison gives back."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bench.messages import Example
from bench.scoring import Answer


@dataclass(frozen=True)
class Result:
    answers: list[Answer]
    seconds: float
    """To learn, from texts to something that answers."""
    milliseconds: float
    """To understand one message, median, parsing included."""


def result(
    ask: Sequence[Example],
    rankings: Sequence[Sequence[tuple[str, float]]],
    seconds: float,
    milliseconds: Sequence[float],
) -> Result:
    answers = [_answer(e, ranking) for e, ranking in zip(ask, rankings, strict=True)]
    return Result(answers, seconds, statistics.median(milliseconds))


def _answer(example: Example, ranking: Sequence[tuple[str, float]]) -> Answer:
    confidences = [confidence for _, confidence in ranking[:2]] + [0.0, 0.0]
    names = tuple(name for name, _ in ranking[:3])
    return Answer(example, names, confidences[0], confidences[0] - confidences[1])
