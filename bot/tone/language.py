"""Which sentences are English, and which of those are there for whoever reads no Dutch."""

from collections.abc import Iterator
from functools import cache

from bot.tone.lists import read_words
from bot.tone.text import Piece, places, sentences

_ABOUT_LANGUAGE = frozenset({"dutch", "english", "language", "languages", "translate"})
# Of a sentence's words; names and numbers are of no language.
_ENGLISH_SHARE = 0.3


def is_english(text: str) -> bool:
    """Whether a sentence is English as a whole."""
    found = [match[0].lower() for match in places(text)]
    certain = sum(word in common_words() for word in found)
    shared = sum(word in _shared_words() for word in found)
    return certain > 0 and certain + shared > 1 and certain + shared >= _ENGLISH_SHARE * len(found)


def without_help_in_english(text: str) -> str:
    """Blank the English of a text that says in English which languages it knows.

    "I only speak Dutch. You can call us." is for somebody who reads no Dutch.
    """
    foreign = [piece for piece in sentences(text) if is_english(piece.text)]
    if not any(_is_about_language(piece.text) for piece in foreign):
        return text
    return _blanked(text, iter(foreign))


def _blanked(text: str, pieces: Iterator[Piece]) -> str:
    for piece in pieces:
        end = piece.start + len(piece.text)
        text = text[: piece.start] + "." + " " * (end - piece.start - 1) + text[end:]
    return text


def _is_about_language(sentence: str) -> bool:
    return any(match[0].lower() in _ABOUT_LANGUAGE for match in places(sentence))


@cache
def common_words() -> frozenset[str]:
    return frozenset(read_words("english_common")["common"].split())


@cache
def words_english_alone() -> frozenset[str]:
    return frozenset(read_words("english_common")["alone"].split())


@cache
def _shared_words() -> frozenset[str]:
    return frozenset(read_words("english_common")["shared"].split())
