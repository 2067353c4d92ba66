"""How well messages are understood: `make bench-nlu`, or `make bench-nlu TRAIN=a.yml TEST=b.yml`.

Without files, whole writers of our own data are held out in turn, since a new customer is a new
writer; random folds would flatter. `ABLATION=1` also leaves out each kind of feature.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from bench import pictures
from bench.messages import Example, read_examples, split_by_writer
from bench.scoring import (
    Answer,
    Thresholds,
    in_scope,
    our_thresholds,
    out_of_scope_recognised,
    share,
    shares,
)
from bench.typos import with_typos
from bot.engine.nlu.features import VIEWS
from bot.engine.nlu.model import IntentModel

_FOLDS = 6
_ABLATION_FOLDS = 2
_TIMED = 500
_SEED = 42
_TRIED = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--train", type=Path)
    options.add_argument("--test", type=Path)
    options.add_argument("--ablation", action="store_true")
    options.add_argument("--pictures", type=Path, help="draw into this folder")
    chosen = options.parse_args()
    examples = read_examples(chosen.train or Path("data/nlu"))
    views = list(VIEWS)
    ask = read_examples(chosen.test) if chosen.test else None
    if ask is None:
        answers, seconds, milliseconds = _with_writers_held_out(examples, views, _FOLDS)
    else:
        answers, seconds, milliseconds = _answers(examples, ask, views)
    thresholds = our_thresholds()
    print(
        f"{len(examples)} messages to learn from, {len({e.intent for e in examples})} intents,"
        f" {len({e.writer for e in examples})} writers"
    )
    print(f"fit {seconds:.1f} s; one message {milliseconds:.2f} ms\n")
    _print_rows("all", [("all", answers)], thresholds)
    _print_rows("voice", _grouped(answers, "voice"), thresholds)
    _print_rows("writer", _grouped(answers, "writer"), thresholds)
    _print_rows("intent", _grouped(answers, "intent"), thresholds)
    _print_cost_of_typos(*_split(examples, ask), thresholds)
    _print_reliability(answers)
    _print_threshold_choice(answers, thresholds)
    if chosen.ablation:
        _print_ablation(examples, views)
    if chosen.pictures:
        _draw(answers, thresholds, chosen.pictures)
        _draw_curve(examples, views, chosen.pictures)


def _split(
    examples: Sequence[Example], ask: Sequence[Example] | None
) -> tuple[Sequence[Example], Sequence[Example]]:
    return (examples, ask) if ask is not None else split_by_writer(examples, _FOLDS, 0)


def _with_writers_held_out(
    examples: Sequence[Example], views: list[str], folds: int, used: int | None = None
) -> tuple[list[Answer], float, float]:
    answers: list[Answer] = []
    times: list[tuple[float, float]] = []
    for fold in range(used or folds):
        found, *measured = _answers(*split_by_writer(examples, folds, fold), views)
        answers += found
        times.append((measured[0], measured[1]))
    seconds, milliseconds = (statistics.median(column) for column in zip(*times, strict=True))
    return answers, seconds, milliseconds


def _answers(
    learn: Sequence[Example], ask: Sequence[Example], views: list[str]
) -> tuple[list[Answer], float, float]:
    """Return the answers, the seconds of the fit and the median milliseconds of a message."""
    started = time.perf_counter()
    model = IntentModel(views).fit(
        [e.text for e in learn], [e.intent for e in learn], [e.writer for e in learn]
    )
    seconds = time.perf_counter() - started
    answers, times = [], []
    for example in ask:
        begun = time.perf_counter()
        chances = model.chances(example.text)
        times.append(time.perf_counter() - begun)
        best = np.argsort(-chances)[:3]
        lead = float(chances[best[0]] - chances[best[1]])
        ranking = tuple(model.intents[i] for i in best)
        answers.append(Answer(example, ranking, float(chances[best[0]]), lead))
    return answers, seconds, statistics.median(times[:_TIMED]) * 1000


def _grouped(answers: Sequence[Answer], by: str) -> Iterator[tuple[str, list[Answer]]]:
    for name in sorted({getattr(a.example, by) for a in answers}):
        yield name, [a for a in answers if getattr(a.example, by) == name]


def _print_rows(
    title: str, rows: Iterator[tuple[str, list[Answer]]] | list[Any], thresholds: Thresholds
) -> None:
    print(f"{title:28}{'n':>7}{'right':>8}{'first 3':>9}{'asked back':>12}{'wrong':>8}")
    for name, answers in rows:
        known = in_scope(answers)
        s = shares(known or answers, thresholds)
        print(
            f"{name:28}{len(answers):7}{s.right:8.3f}{s.in_three:9.3f}{s.asked:12.3f}{s.wrong:8.3f}"
        )
        strange = out_of_scope_recognised(answers, thresholds)
        if strange is not None and known:
            count = len(answers) - len(known)
            print(f"{'  out of scope recognised':28}{count:7}{strange:8.3f}")
    print()


def _print_cost_of_typos(
    learn: Sequence[Example], ask: Sequence[Example], thresholds: Thresholds
) -> None:
    """Ask the same messages as they are, and with one word in five misspelt."""
    chance = random.Random(_SEED)
    misspelt = [replace(e, text=with_typos(e.text, chance)) for e in ask]
    answers, _, _ = _answers(learn, [*ask, *misspelt], list(VIEWS))
    rows = [("as typed", answers[: len(ask)]), ("and with typos", answers[len(ask) :])]
    _print_rows("typos", rows, thresholds)


def _print_reliability(answers: Sequence[Answer]) -> None:
    print("reliability: of the messages with a confidence of ..., so many are right")
    for low in np.arange(0, 1, 0.1):
        within = [a for a in answers if low <= a.confidence < low + 0.1 + (low > 0.85)]
        if within:
            right = share(a.is_right for a in within)
            print(f"  {low:.1f}-{low + 0.1:.1f}{len(within):7}{right:8.3f}")
    print()


def _print_threshold_choice(answers: Sequence[Answer], chosen: Thresholds) -> None:
    print("threshold   asked back   wrong   (the one in config.yml: *)")
    for confidence in sorted({*_TRIED, chosen.confidence}):
        s = shares(in_scope(answers), Thresholds(confidence, chosen.lead))
        mark = "*" if confidence == chosen.confidence else " "
        print(f"{confidence:9.2f}{mark}{s.asked:13.3f}{s.wrong:8.3f}")
    print()


def _print_ablation(examples: Sequence[Example], views: list[str]) -> None:
    print(f"ablation, {_ABLATION_FOLDS} of {_FOLDS} folds{'right':>14}{'first 3':>9}")
    choices = {"all": views} | {f"without {v}": [w for w in views if w != v] for v in views}
    for name, kept in choices.items():
        answers, _, _ = _with_writers_held_out(examples, kept, _FOLDS, _ABLATION_FOLDS)
        s = shares(answers, our_thresholds())
        print(f"  {name:28}{s.right:10.3f}{s.in_three:9.3f}", flush=True)


def _draw(answers: Sequence[Answer], chosen: Thresholds, folder: Path) -> None:
    wanted, found = [a.example.intent for a in answers], [a.ranking[0] for a in answers]
    pictures.draw_confusion(wanted, found, folder / "confusion.png")
    confidences, right = [a.confidence for a in answers], [a.is_right for a in answers]
    pictures.draw_reliability(confidences, right, folder / "reliability.png")
    tried = [shares(in_scope(answers), Thresholds(t, chosen.lead)) for t in _TRIED]
    asked, wrong = [s.asked for s in tried], [s.wrong for s in tried]
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
        right.append(share(a.is_right for a in answers))
        print(f"learned from {count} writers: {right[-1]:.3f} right", flush=True)
    pictures.draw_curve(counts, right, folder / "writers.png")


if __name__ == "__main__":
    main()
