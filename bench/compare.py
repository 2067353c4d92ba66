"""Our pipeline beside Rasa's own and NLP.js, on the same messages: part of `make bench-nlu`."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from bench.messages import Example, read_examples, split_by_writer
from bench.peers import nlpjs, rasa
from bench.peers.errors import PeerFailed
from bench.peers.result import Result
from bench.scoring import (
    in_scope,
    our_thresholds,
    out_of_scope_recognised,
    shares,
    threshold_with_so_few_wrong,
)

Contender = Callable[[Sequence[Example], Sequence[Example]], Result]

_FOLDS = 6
# DIET learns some 1,600 messages in 18 minutes on 2 cores, and would take hours for all of ours.
_MOST_FOR_DIET = 2_000
_DIET = "Rasa, default (DIET)"
_CONTENDERS: dict[str, Contender] = {
    "Buur": lambda learn, ask: rasa.classify(rasa.ours(), learn, ask),
    "NLP.js 4.27": nlpjs.classify,
    "Rasa, logistic regression": lambda learn, ask: rasa.classify(
        rasa.LOGISTIC_REGRESSION, learn, ask
    ),
    _DIET: lambda learn, ask: rasa.classify(rasa.DEFAULT, learn, ask),
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--train", type=Path)
    options.add_argument("--test", type=Path)
    chosen = options.parse_args()
    # Rasa logs every message that it parses.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    examples = read_examples(chosen.train or Path("data/nlu"))
    if chosen.test:
        learn, ask = examples, read_examples(chosen.test)
    else:
        learn, ask = split_by_writer(examples, _FOLDS, 0)
    if len(learn) <= _MOST_FOR_DIET:
        _compare(learn, ask, list(_CONTENDERS))
    else:
        _compare(learn, ask, [name for name in _CONTENDERS if name != _DIET])
        share = _of_whole_writers(learn, _MOST_FOR_DIET), _of_whole_writers(ask, _MOST_FOR_DIET)
        _compare(*share, list(_CONTENDERS))


def _of_whole_writers(examples: Sequence[Example], most: int) -> list[Example]:
    kept: list[Example] = []
    for writer in sorted({e.writer for e in examples}):
        of_writer = [e for e in examples if e.writer == writer]
        if kept and len(kept) + len(of_writer) > most:
            break
        kept += of_writer
    return kept[:most]


def _compare(learn: Sequence[Example], ask: Sequence[Example], names: Sequence[str]) -> None:
    print(f"{len(learn)} messages to learn from, {len(ask)} asked; {os.cpu_count()} cores")
    wrong: float | None = None
    print(
        f"{'':28}{'right':>7}{'first 3':>9}{'asked':>8}{'wrong':>8}{'strange':>9}"
        f"{'learning s':>12}{'message ms':>12}"
    )
    for name in names:
        try:
            found = _CONTENDERS[name](learn, ask)
        except PeerFailed as reason:
            print(f"{name:28} not measured: {reason}")
            continue
        wrong = _print_row(name, found, wrong)
    print()


def _print_row(name: str, found: Result, wrong: float | None) -> float:
    """Print a contender's figures, and return how often it is wrong.

    The first one asks back at our thresholds, the others where they are as often wrong.
    """
    known = in_scope(found.answers)
    thresholds = our_thresholds()
    if wrong is not None:
        thresholds = threshold_with_so_few_wrong(known, wrong)
    s = shares(known, thresholds)
    strange = out_of_scope_recognised(found.answers, thresholds)
    print(
        f"{name:28}{s.right:7.3f}{s.in_three:9.3f}{s.asked:8.3f}{s.wrong:8.3f}"
        f"{'-' if strange is None else format(strange, '.3f'):>9}"
        f"{found.seconds:12.1f}{found.milliseconds:12.2f}",
        flush=True,
    )
    return wrong if wrong is not None else s.wrong


if __name__ == "__main__":
    main()
