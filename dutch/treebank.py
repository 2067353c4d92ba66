"""Reads Universal Dependencies files and turns them into spaCy's own training format."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

TRAINING_FILES = ("nl_lassysmall-dev", "nl_lassysmall-test", "nl_alpino-dev")
HELD_OUT_FILE = "nl_alpino-test"
# One sentence in so many is kept apart to choose the best checkpoint by.
CHECKPOINT_SHARE = 25


@dataclass(frozen=True)
class Word:
    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    space_after: bool

    @property
    def is_name_part(self) -> bool:
        return self.tag == "SPEC|deeleigen" or self.tag.startswith("N|eigen")


Sentence = list[Word]


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
        lemma=without_compound_boundary(form, lemma),
        pos=pos,
        tag=tag,
        morph="" if morph == "_" else morph,
        space_after="SpaceAfter=No" not in misc,
    )


def without_compound_boundary(form: str, lemma: str) -> str:
    """The treebanks write zonne_bril and aan_komen; a dictionary has zonnebril and aankomen."""
    return lemma if "_" in form else lemma.replace("_", "") or lemma


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


def to_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    return Doc(
        vocab,
        words=[word.form for word in sentence],
        spaces=[word.space_after for word in sentence],
        tags=[word.tag for word in sentence],
        pos=[word.pos for word in sentence],
        morphs=[word.morph for word in sentence],
        lemmas=[word.lemma for word in sentence],
        sent_starts=[index == 0 for index in range(len(sentence))],
    )
