"""Slips of the finger, to tell what they cost: the same messages with and without."""

from __future__ import annotations

import random

_SHARE_OF_WORDS = 0.2
_SHORTEST = 4
_NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok",
    "o": "ipl", "p": "ol", "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb",
    "h": "gjyn", "j": "hkum", "k": "jli", "l": "kop", "z": "asx", "x": "zcd", "c": "xvf",
    "v": "cbg", "b": "vnh", "n": "bmj", "m": "nk",
}  # fmt: skip


def with_typos(text: str, chance: random.Random) -> str:
    """Misspell one word in five of four letters and more."""
    return " ".join(_misspelt(word, chance) for word in text.split(" "))


def _misspelt(word: str, chance: random.Random) -> str:
    if len(word) < _SHORTEST or not word.isalpha() or chance.random() >= _SHARE_OF_WORDS:
        return word
    at = chance.randrange(1, len(word) - 1)
    before, here, after = word[:at], word[at], word[at + 1 :]
    slips = (
        before + after,
        before + here + here + after,
        before + after[0] + here + after[1:],
        before + chance.choice(_NEIGHBOURS.get(here.lower(), here)) + after,
    )
    return chance.choice(slips)
