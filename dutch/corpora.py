"""Writes the files that spaCy trains on."""

import random
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from dutch.extra import fragments, shop_words
from dutch.people import People
from dutch.silver import message_docs, template_messages, treebank_docs
from dutch.treebank import Lemmas, to_doc, training_sentences

SEED = 7
# One silver text in so many is kept apart to choose the best checkpoint by.
CHECKPOINT_SHARE = 12


def write_words(treebanks: Path, folder: Path) -> tuple[Path, Path]:
    nlp = spacy.blank("nl")
    dice = random.Random(SEED)
    learn, check = training_sentences(treebanks)
    learn += [*fragments(learn, dice), *shop_words(dice)]
    paths = folder / "words-learn.spacy", folder / "words-check.spacy"
    for path, sentences in zip(paths, (learn, check), strict=True):
        docs = [to_doc(nlp.vocab, sentence, Lemmas.PLAIN) for sentence in sentences]
        DocBin(docs=docs).to_disk(path)
    return paths


def write_names(treebanks: Path, folder: Path) -> tuple[Path, Path]:
    nlp = spacy.blank("nl")
    people = People(SEED)
    dice = random.Random(SEED)
    docs = list(message_docs(nlp, list(template_messages(people, SEED))))
    first_names = people.first_names()
    sentences = [sentence for part in training_sentences(treebanks) for sentence in part]
    docs += treebank_docs(nlp, sentences, first_names, dice)
    dice.shuffle(docs)
    paths = folder / "names-learn.spacy", folder / "names-check.spacy"
    DocBin(docs=[d for i, d in enumerate(docs) if i % CHECKPOINT_SHARE]).to_disk(paths[0])
    DocBin(docs=docs[::CHECKPOINT_SHARE]).to_disk(paths[1])
    return paths
