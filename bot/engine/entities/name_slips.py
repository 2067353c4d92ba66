"""Mends the typing slips in words that announce a name: "mijn nsam is", "ik beb"."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.engine.entities.folding import fold
from bot.engine.entities.found import Found
from bot.engine.entities.words import common_words, given_names

_WORDS = re.compile(r"[^\W\d_]+")
_I = frozenset({"ik", "ikke", "k"})
_MY = frozenset({"mijn", "mijne", "mn", "n", "me", "mij", "mj", "my", "op", "onder", "de"})
# By the words before them, the words that announce a name.
_AFTER = (
    (_I, "heet"),
    (_I, "ben"),
    (_MY, "naam"),
    (frozenset({"u", "je", "jullie"}), "spreekt"),
)
# Words by themselves, and slips for "heet" all the same before a first name.
_MISHEARD = frozenset({"eet", "heer", "heen"})
# What can stand between the cue and the name.
_BETWEEN = frozenset({"is", "s", "van", "met", "dus", "hier", "de", "meneer", "mevrouw"})


@dataclass(frozen=True)
class Mended:
    """A text without slips, and where its places were in the text as it was written."""

    text: str
    # Where a mended word ends, as written and as mended.
    ends: tuple[tuple[int, int], ...] = ()

    def here(self, place: int) -> int:
        before = [mended - end for end, mended in self.ends if end <= place]
        return place + (before[-1] if before else 0)

    def as_written(self, name: Found) -> Found:
        before = [end - mended for end, mended in self.ends if mended <= name.start]
        moved = before[-1] if before else 0
        return replace(name, start=name.start + moved, end=name.end + moved)


def mend(text: str) -> Mended:
    words = list(_WORDS.finditer(text))
    plain = [fold(word.group()) for word in words]
    pieces: list[str] = []
    ends: list[tuple[int, int]] = []
    done = length = 0
    for place, word in enumerate(words[:-1]):
        meant = _meant(place, plain)
        if not meant or not _name_follows(place, words, plain):
            continue
        plain[place] = meant
        pieces += [text[done : word.start()], meant]
        length += word.start() - done + len(meant)
        done = word.end()
        ends.append((done, length))
    return Mended("".join([*pieces, text[done:]]), tuple(ends))


def _meant(place: int, plain: list[str]) -> str | None:
    word, following = plain[place : place + 2]
    before = plain[place - 1] if place else ""
    if word in given_names() or len(word) < 2:
        return None
    if word in _MISHEARD and before in _I and following in given_names():
        return "heet"
    if word in common_words():
        return None
    if word[0] == "m" and _is_slip(word, "mijn") and _is_slip(following, "naam"):
        return "mijn"
    for cues, cue in _AFTER:
        if before in cues and _is_slip(word, cue) and (word[0] == cue[0] or cue != "naam"):
            return cue
    return None


def _name_follows(place: int, words: list[re.Match[str]], plain: list[str]) -> bool:
    for word, said in zip(words[place + 1 : place + 5], plain[place + 1 : place + 5], strict=True):
        if said not in _BETWEEN and not _is_slip(said, "naam"):
            known = said in given_names() and said not in common_words()
            return known or word.group()[0].isupper()
    return False


def _is_slip(word: str, cue: str) -> bool:
    """Tell whether one letter is wrong, missing, too many or in the other's place."""
    pairs = zip(word, cue, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    one, other = word[same:], cue[same:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped
