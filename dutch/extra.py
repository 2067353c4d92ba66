"""Training sentences for what a chat has and the treebanks lack."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dutch.treebank import Sentence, Word

FRAGMENT_SHARE = 0.3
SHORTEST_FRAGMENT = 3
TIMES_PER_SHOP_WORD = 3
# Questions and requests begin with these; in an article they stand in the middle.
FRAGMENT_STARTS = ("VERB", "AUX", "ADV", "PRON", "NOUN", "ADJ")

_DE = Word("de", "de", "DET", "LID|bep|stan|rest", "Definite=Def", True)
_HET = Word("het", "het", "DET", "LID|bep|stan|evon", "Definite=Def", True)
_EEN = Word("een", "een", "DET", "LID|onbep|stan|agr", "Definite=Ind", True)
_MIJN = Word(
    "mijn",
    "mijn",
    "PRON",
    "VNW|bez|det|stan|vol|1|ev|prenom|zonder|agr",
    "Person=1|Poss=Yes|PronType=Prs",
    True,
)


def fragments(sentences: Sequence[Sentence], dice: random.Random) -> Iterator[Sentence]:
    """Ends of sentences with a capital, so that "Kan" at the start is known to be "kunnen"."""
    for sentence in sentences:
        starts = [
            index
            for index, word in enumerate(sentence[:-SHORTEST_FRAGMENT])
            if index and word.pos in FRAGMENT_STARTS and word.form[0].islower()
        ]
        if starts and dice.random() < FRAGMENT_SHARE:
            verbs = [index for index in starts if sentence[index].pos in ("VERB", "AUX")]
            start = dice.choice(verbs or starts) if dice.random() < 0.6 else dice.choice(starts)
            first = sentence[start]
            capital = first.form[0].upper() + first.form[1:]
            yield [replace(first, form=capital), *sentence[start + 1 :]]


def shop_words(dice: random.Random) -> Iterator[Sentence]:
    text = (Path(__file__).parent / "shop_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            for noun in _nouns(*line.split()):
                for _ in range(TIMES_PER_SHOP_WORD):
                    yield _phrase(noun, dice)


def _nouns(one: str, many: str, small: str, article: str) -> Iterator[Word]:
    gender, mark = ("Com", "zijd") if article == "de" else ("Neut", "onz")
    yield _noun(one, one, f"N|soort|ev|basis|{mark}|stan", f"Gender={gender}|Number=Sing")
    yield _noun(many, one, "N|soort|mv|basis", "Number=Plur")
    if small != "-":
        yield _noun(small, one, "N|soort|ev|dim|onz|stan", "Gender=Neut|Number=Sing")
        yield _noun(f"{small}s", one, "N|soort|mv|dim", "Number=Plur")


def _noun(form: str, lemma: str, tag: str, morph: str) -> Word:
    return Word(form, lemma, "NOUN", tag, morph, True)


def _phrase(noun: Word, dice: random.Random) -> Sentence:
    plural = "|mv|" in noun.tag
    article = _DE if plural or "Com" in noun.morph else _HET
    before = dice.choice(([], [_MIJN], [article], [] if plural else [_EEN]))
    phrase = [*before, noun]
    if dice.random() < 0.3:
        first = phrase[0]
        phrase[0] = replace(first, form=first.form[0].upper() + first.form[1:])
    return phrase
