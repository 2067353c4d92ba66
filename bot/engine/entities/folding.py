"""Folds a text to plain lower case, one character for one, so that offsets keep their meaning."""

import unicodedata
from functools import lru_cache

_QUOTES = dict.fromkeys("’‘`´", "'")
_DASHES = dict.fromkeys("‐‑‒–—−", "-")


def fold(text: str) -> str:
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _DASHES:
        return _DASHES[character]
    base = unicodedata.normalize("NFKD", character)[:1].lower()
    return base if len(base) == 1 else character
