"""Remakes the Dutch pipeline: python -m dutch.make UD_FOLDER"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.language import Language

from dutch.compounds import MARK, CompoundMarker
from dutch.corpora import write_names, write_words
from dutch.package import join, write_wheel
from dutch.score import milliseconds_per_message, score_names, score_words
from dutch.silver import marked_messages
from dutch.treebank import (
    HELD_OUT_FILE,
    TRAINING_FILES,
    held_out_sentences,
    training_sentences,
)

RECIPE = Path(__file__).parent
WORK = RECIPE.parent / "var" / "dutch"


def main() -> None:
    treebanks = _treebanks()
    if os.environ.get("OMP_NUM_THREADS") != "1":
        # Sums in another order give other weights, so the recipe holds for one thread only.
        sys.exit("Set OMP_NUM_THREADS=1 first; with more threads the result would differ.")
    WORK.mkdir(parents=True, exist_ok=True)
    words = _train("words", *write_words(treebanks, WORK))
    names = _train("names", *write_names(treebanks, WORK))
    nlp = join(words, names, learn_compounds(treebanks))
    scores = measure(nlp, treebanks)
    wheel = write_wheel(nlp, scores, WORK, RECIPE)
    for key, value in scores.items():
        print(f"{key:>16} {value}")
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    texts = [message.text for message in marked_messages(RECIPE / "names_test.txt")]
    print(f"{milliseconds_per_message(spacy.load(words), texts)} ms a message without ner")
    print(f"{milliseconds_per_message(nlp, texts)} ms a message")


def measure(nlp: Language, treebanks: Path) -> dict[str, Any]:
    held_out = held_out_sentences(treebanks)
    dev = score_names(nlp, list(marked_messages(RECIPE / "names_dev.txt")))
    return {
        **score_words(nlp, held_out),
        **{f"lower_{key}": value for key, value in score_words(nlp, held_out, lower=True).items()},
        **score_names(nlp, list(marked_messages(RECIPE / "names_test.txt"))),
        **{f"dev_{key}": value for key, value in dev.items()},
    }


def learn_compounds(treebanks: Path) -> CompoundMarker:
    learn, _ = training_sentences(treebanks)
    words = (word for sentence in learn for word in sentence if MARK not in word.form)
    return CompoundMarker.learn((word.lemma, word.pos) for word in words)


def _treebanks() -> Path:
    parser = argparse.ArgumentParser(prog="python -m dutch.make", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds the treebanks' .conllu files")
    folder: Path = parser.parse_args().folder
    wanted = [folder / f"{name}.conllu" for name in (*TRAINING_FILES, HELD_OUT_FILE)]
    missing = [str(path) for path in wanted if not path.is_file()]
    if missing:
        parser.error(f"not found: {', '.join(missing)}")
    return folder


def _train(part: str, learn: Path, check: Path) -> Path:
    output = WORK / part
    train(
        RECIPE / f"{part}.cfg",
        output,
        overrides={"paths.train": str(learn), "paths.dev": str(check)},
    )
    return output / "model-best"


if __name__ == "__main__":
    main()
