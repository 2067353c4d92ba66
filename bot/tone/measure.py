"""How well the checks tell good sentences from bad ones, on sentences of our own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.tone.checking import check

SENTENCES = Path(__file__).parents[2] / "tests/unit/tone/sentences.yml"


@dataclass(frozen=True)
class Sample:
    """A sentence and the check that it must trigger; none for a good one."""

    text: str
    check: str | None


@dataclass
class Counts:
    """Per check: bad sentences with its fault, those of them found, and false alarms."""

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Measured:
    """A bad sentence counts as found only when its own check finds it."""

    precision: float
    recall: float
    counts: Counts
    missed: tuple[Sample, ...]
    wronged: tuple[Sample, ...]


def read_samples(path: Path = SENTENCES) -> list[Sample]:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    good = [Sample(text, None) for text in written["good"]]
    bad = [Sample(text, check) for check, texts in written["bad"].items() for text in texts]
    return good + bad


def measure(samples: Sequence[Sample]) -> Measured:
    counts = Counts()
    missed, wronged = [], []
    for sample in samples:
        found = {finding.check for finding in check(sample.text)}
        if sample.check is None:
            counts.false_alarms.update(found)
            wronged += [sample] if found else []
            continue
        counts.expected[sample.check] += 1
        counts.found[sample.check] += sample.check in found
        missed += [sample] if sample.check not in found else []
    hits = counts.found.total()
    return Measured(
        hits / (hits + len(wronged)) if hits else 0.0,
        hits / counts.expected.total() if hits else 0.0,
        counts,
        tuple(missed),
        tuple(wronged),
    )


def report(measured: Measured) -> str:
    counts = measured.counts
    lines = [
        f"precision {measured.precision:.3f}, recall {measured.recall:.3f}",
        f"{'check':24}{'bad':>5}{'found':>7}{'false alarms':>14}",
    ]
    for name in sorted(counts.expected | counts.false_alarms):
        lines.append(
            f"{name:24}{counts.expected[name]:5}{counts.found[name]:7}{counts.false_alarms[name]:14}"
        )
    lines += [f"missed ({sample.check}): {sample.text}" for sample in measured.missed]
    lines += [f"wrongly found: {sample.text}" for sample in measured.wronged]
    return "\n".join(lines)
