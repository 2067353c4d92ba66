"""How well messages are understood, and what each kind of feature brings.

`python -m bench.nlu` in the engine's environment prints, for each choice of features, the share of
messages whose intent is right: in five random folds, and with each writer held out in turn. The
second is the honest one, since a new customer is a new writer.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from rasa.shared.utils.io import read_yaml_file
from sklearn.model_selection import LeaveOneGroupOut, StratifiedKFold

from bot.engine.nlu.features import Seen, see
from bot.engine.nlu.model import IntentModel

CHOICES = {
    "all": ["words", "lemmas", "tags", "characters"],
    "without lemmas": ["words", "tags", "characters"],
    "without tags": ["words", "lemmas", "characters"],
    "without lemmas and tags": ["words", "characters"],
    "without characters": ["words", "lemmas", "tags"],
    "words only": ["words"],
    "lemmas only": ["lemmas"],
}
_FOLDS = 5
_SEED = 42
_PENALTY = 0.5


@dataclass(frozen=True)
class Example:
    text: str
    intent: str
    writer: str


def main() -> None:
    examples = list(_examples(Path("data/nlu")))
    pipeline = spacy.load("nl_core_news_sm")
    seen = [see(doc) for doc in pipeline.pipe(e.text for e in examples)]
    intents = np.array([e.intent for e in examples])
    writers = np.array([e.writer for e in examples])
    print(
        f"{len(examples)} messages, {len(set(intents))} intents, {len(set(writers))} writers; "
        f"{pipeline.meta['name']} {pipeline.meta['version']}"
    )
    folds = list(StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(seen, intents))
    held_out = list(LeaveOneGroupOut().split(seen, intents, writers))
    print(f"{'features':28}{'random folds':>14}{'new writer':>12}{'in first 3':>12}{'fit, s':>8}")
    for name, features in CHOICES.items():
        random_right, _, seconds = _score(seen, intents, writers, folds, features)
        new_right, new_in_three, _ = _score(seen, intents, writers, held_out, features)
        print(f"{name:28}{random_right:14.3f}{new_right:12.3f}{new_in_three:12.3f}{seconds:8.1f}")
        sys.stdout.flush()


def _score(
    seen: list[Seen],
    intents: NDArray[np.str_],
    writers: NDArray[np.str_],
    folds: list[tuple[NDArray[np.int64], NDArray[np.int64]]],
    features: list[str],
) -> tuple[float, float, float]:
    """Return the share right, the share right in the first three, and the seconds a fit takes."""
    right, in_three, asked = 0, 0, 0
    started = time.perf_counter()
    for train, test in folds:
        model = IntentModel(features, _PENALTY, _SEED).fit(
            [seen[i] for i in train], intents[train], writers[train]
        )
        best = np.argsort(-model.chances([seen[i] for i in test]), axis=1)[:, :3]
        names = np.array(model.intents)[best]
        right += int((names[:, 0] == intents[test]).sum())
        in_three += int((names == intents[test][:, None]).any(axis=1).sum())
        asked += len(test)
    return right / asked, in_three / asked, (time.perf_counter() - started) / len(folds)


def _examples(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*.yml")):
        for block in read_yaml_file(path)["nlu"]:
            if "intent" not in block:
                continue
            writer = block.get("metadata", {}).get("writer", "unknown")
            for line in block["examples"].splitlines():
                yield Example(line.removeprefix("- ").strip(), block["intent"], writer)


if __name__ == "__main__":
    main()
