"""How well messages are understood: `make bench-nlu`, or `make bench-nlu TRAIN=a.yml TEST=b.yml`.

Without files, whole writers of our own data are held out in turn, since a new customer is a new
writer; random folds would flatter. `ABLATION=1` also leaves out each kind of feature.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bench import pictures
from bench.messages import Example, read_examples
from bot.engine.nlu.features import VIEWS
from bot.engine.nlu.intents import DutchIntentClassifier
from bot.engine.nlu.model import IntentModel

_FOLDS = 6
_ABLATION_FOLDS = 2
_OUT_OF_SCOPE = "out_of_scope"
_TIMED = 500
_TRIED = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Answer:
    """What the model made of one message that it never saw."""

    example: Example
    ranking: tuple[str, ...]
    confidence: float
    lead: float

    @property
    def is_right(self) -> bool:
        return self.ranking[0] == self.example.intent


@dataclass(frozen=True)
class Thresholds:
    """When the bot asks instead of answering, as config.yml says."""

    confidence: float
    lead: float

    def asks(self, answer: Answer) -> bool:
        return answer.confidence < self.confidence or answer.lead < self.lead


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--train", type=Path)
    options.add_argument("--test", type=Path)
    options.add_argument("--ablation", action="store_true")
    options.add_argument("--pictures", type=Path, help="draw into this folder")
    chosen = options.parse_args()
    examples = read_examples(chosen.train or Path("data/nlu"))
    views = list(VIEWS)
    if chosen.test:
        answers, seconds, milliseconds = _answers(examples, read_examples(chosen.test), views)
    else:
        answers, seconds, milliseconds = _with_writers_held_out(examples, views, _FOLDS)
    thresholds = _thresholds()
    print(
        f"{len(examples)} messages to learn from, {len({e.intent for e in examples})} intents,"
        f" {len({e.writer for e in examples})} writers"
    )
    print(f"fit {seconds:.1f} s; one message {milliseconds:.2f} ms beside the Dutch pipeline\n")
    _print_rows("all", [("all", answers)], thresholds)
    _print_rows("voice", _grouped(answers, "voice"), thresholds)
    _print_rows("writer", _grouped(answers, "writer"), thresholds)
    _print_rows("intent", _grouped(answers, "intent"), thresholds)
    _print_reliability(answers)
    _print_threshold_choice(answers, thresholds)
    if chosen.ablation:
        _print_ablation(examples, views)
    if chosen.pictures:
        _draw(answers, thresholds, chosen.pictures)
        _draw_curve(examples, views, chosen.pictures)


def _with_writers_held_out(
    examples: Sequence[Example], views: list[str], folds: int, used: int | None = None
) -> tuple[list[Answer], float, float]:
    writers = sorted({e.writer for e in examples})
    answers: list[Answer] = []
    times: list[tuple[float, float]] = []
    for fold in range(used or folds):
        apart = set(writers[fold::folds])
        learn = [e for e in examples if e.writer not in apart]
        found, *measured = _answers(learn, [e for e in examples if e.writer in apart], views)
        answers += found
        times.append((measured[0], measured[1]))
    seconds, milliseconds = (statistics.median(column) for column in zip(*times, strict=True))
    return answers, seconds, milliseconds


def _answers(
    learn: Sequence[Example], ask: Sequence[Example], views: list[str]
) -> tuple[list[Answer], float, float]:
    """Return the answers, the seconds of the fit and the median milliseconds of a message."""
    defaults = DutchIntentClassifier.get_default_config()
    started = time.perf_counter()
    model = IntentModel(views, defaults["penalty"], defaults["random_state"]).fit(
        [e.seen for e in learn], [e.intent for e in learn], [e.writer for e in learn]
    )
    seconds = time.perf_counter() - started
    answers, times = [], []
    for example in ask:
        begun = time.perf_counter()
        chances = model.chances(example.seen)
        times.append(time.perf_counter() - begun)
        best = np.argsort(-chances)[:3]
        lead = float(chances[best[0]] - chances[best[1]])
        ranking = tuple(model.intents[i] for i in best)
        answers.append(Answer(example, ranking, float(chances[best[0]]), lead))
    return answers, seconds, statistics.median(times[:_TIMED]) * 1000


def _thresholds() -> Thresholds:
    pipeline: list[dict[str, Any]] = yaml.safe_load(Path("config.yml").read_text())["pipeline"]
    fallback = next(part for part in pipeline if part["name"] == "FallbackClassifier")
    return Thresholds(fallback["threshold"], fallback["ambiguity_threshold"])


def _grouped(answers: Sequence[Answer], by: str) -> Iterator[tuple[str, list[Answer]]]:
    for name in sorted({getattr(a.example, by) for a in answers}):
        yield name, [a for a in answers if getattr(a.example, by) == name]


def _print_rows(
    title: str, rows: Iterator[tuple[str, list[Answer]]] | list[Any], thresholds: Thresholds
) -> None:
    print(f"{title:28}{'n':>7}{'right':>8}{'first 3':>9}{'asked back':>12}{'wrong':>8}")
    for name, answers in rows:
        in_scope = [a for a in answers if a.example.intent != _OUT_OF_SCOPE]
        share = _shares(in_scope or answers, thresholds)
        print(
            f"{name:28}{len(answers):7}{share[0]:8.3f}{share[1]:9.3f}{share[2]:12.3f}{share[3]:8.3f}"
        )
        strange = [a for a in answers if a.example.intent == _OUT_OF_SCOPE]
        if strange and in_scope:
            known = _share(a.is_right or thresholds.asks(a) for a in strange)
            print(f"{'  out of scope recognised':28}{len(strange):7}{known:8.3f}")
    print()


def _shares(answers: Sequence[Answer], thresholds: Thresholds) -> tuple[float, ...]:
    """Return the shares right at once, right in the first three, asked back, answered wrongly."""
    return (
        _share(a.is_right for a in answers),
        _share(a.example.intent in a.ranking for a in answers),
        _share(thresholds.asks(a) for a in answers),
        _share(not a.is_right and not thresholds.asks(a) for a in answers),
    )


def _share(true: Any) -> float:
    return float(np.mean(list(true)))


def _print_reliability(answers: Sequence[Answer]) -> None:
    print("reliability: of the messages with a confidence of ..., so many are right")
    for low in np.arange(0, 1, 0.1):
        within = [a for a in answers if low <= a.confidence < low + 0.1 + (low > 0.85)]
        if within:
            right = _share(a.is_right for a in within)
            print(f"  {low:.1f}-{low + 0.1:.1f}{len(within):7}{right:8.3f}")
    print()


def _print_threshold_choice(answers: Sequence[Answer], chosen: Thresholds) -> None:
    print("threshold   asked back   wrong   (the one in config.yml: *)")
    in_scope = [a for a in answers if a.example.intent != _OUT_OF_SCOPE]
    for confidence in sorted({*_TRIED, chosen.confidence}):
        _, _, asked, wrong = _shares(in_scope, Thresholds(confidence, chosen.lead))
        mark = "*" if confidence == chosen.confidence else " "
        print(f"{confidence:9.2f}{mark}{asked:13.3f}{wrong:8.3f}")
    print()


def _print_ablation(examples: Sequence[Example], views: list[str]) -> None:
    print(f"ablation, {_ABLATION_FOLDS} of {_FOLDS} folds{'right':>14}{'first 3':>9}")
    choices = {"all": views} | {f"without {v}": [w for w in views if w != v] for v in views}
    for name, kept in choices.items():
        answers, _, _ = _with_writers_held_out(examples, kept, _FOLDS, _ABLATION_FOLDS)
        right, in_three, _, _ = _shares(answers, _thresholds())
        print(f"  {name:28}{right:10.3f}{in_three:9.3f}", flush=True)


def _draw(answers: Sequence[Answer], chosen: Thresholds, folder: Path) -> None:
    wanted, found = [a.example.intent for a in answers], [a.ranking[0] for a in answers]
    pictures.draw_confusion(wanted, found, folder / "confusion.png")
    confidences, right = [a.confidence for a in answers], [a.is_right for a in answers]
    pictures.draw_reliability(confidences, right, folder / "reliability.png")
    in_scope = [a for a in answers if a.example.intent != _OUT_OF_SCOPE]
    shares = [_shares(in_scope, Thresholds(t, chosen.lead)) for t in _TRIED]
    asked, wrong = [share[2] for share in shares], [share[3] for share in shares]
    path = folder / "thresholds.png"
    pictures.draw_thresholds(_TRIED, asked, wrong, chosen.confidence, path)


def _draw_curve(examples: Sequence[Example], views: list[str], folder: Path) -> None:
    """Learn from ever more writers, and ask for messages of some that are never learned from."""
    writers = sorted({e.writer for e in examples})
    apart = set(writers[::_FOLDS])
    learned = [w for w in writers if w not in apart]
    ask = [e for e in examples if e.writer in apart]
    counts = [n for n in (2, 4, 8, 14, len(learned)) if n <= len(learned)]
    right = []
    for count in counts:
        known = set(learned[-count:])
        answers, _, _ = _answers([e for e in examples if e.writer in known], ask, views)
        right.append(_share(a.is_right for a in answers))
        print(f"learned from {count} writers: {right[-1]:.3f} right", flush=True)
    pictures.draw_curve(counts, right, folder / "writers.png")


if __name__ == "__main__":
    main()
