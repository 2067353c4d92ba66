"""Reads Universal Dependencies files and turns them into spaCy's own training format."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dutch.compounds import MARK

TRAINING_FILES = ("nl_lassysmall-dev", "nl_lassysmall-test", "nl_alpino-dev")
HELD_OUT_FILE = "nl_alpino-test"
# One sentence in so many is kept apart to choose the best checkpoint by.
CHECKPOINT_SHARE = 25


@dataclass(frozen=True)
class Word:
    """A word as a treebank has it; its lemma may hold marks where a compound falls apart."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    space_after: bool

    @property
    def plain_lemma(self) -> str:
        """The lemma as a dictionary has it: zonnebril, not zonne_bril."""
        if MARK in self.form:
            return self.lemma
        return self.lemma.replace(MARK, "") or self.lemma

    @property
    def is_name_part(self) -> bool:
        return self.tag == "SPEC|deeleigen" or self.tag.startswith("N|eigen")


Sentence = list[Word]


class Lemmas(Enum):
    MARKED = "zonne_bril"
    PLAIN = "zonnebril"


def read_sentences(path: Path) -> Iterator[Sentence]:
    sentence: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            if sentence:
                yield sentence
            sentence = []
        elif line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                sentence.append(_word(columns))
    if sentence:
        yield sentence


def _word(columns: list[str]) -> Word:
    _, form, lemma, pos, tag, morph, *_, misc = columns
    return Word(
        form=form,
        lemma=lemma,
        pos=pos,
        tag=tag,
        morph="" if morph == "_" else morph,
        space_after="SpaceAfter=No" not in misc,
    )


def training_sentences(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """What to learn from, and what to choose the best checkpoint by."""
    learn: list[Sentence] = []
    check: list[Sentence] = []
    for name in TRAINING_FILES:
        for number, sentence in enumerate(read_sentences(folder / f"{name}.conllu")):
            (learn if number % CHECKPOINT_SHARE else check).append(sentence)
    return learn, check


def held_out_sentences(folder: Path) -> list[Sentence]:
    return list(read_sentences(folder / f"{HELD_OUT_FILE}.conllu"))


def to_doc(vocab: Vocab, sentence: Sentence, lemmas: Lemmas = Lemmas.MARKED) -> Doc:
    return Doc(
        vocab,
        words=[word.form for word in sentence],
        spaces=[word.space_after for word in sentence],
        tags=[word.tag for word in sentence],
        pos=[word.pos for word in sentence],
        morphs=[word.morph for word in sentence],
        lemmas=[word.lemma if lemmas is Lemmas.MARKED else word.plain_lemma for word in sentence],
        sent_starts=[index == 0 for index in range(len(sentence))],
    )
