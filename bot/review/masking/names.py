"""Names of customers: where somebody says one, and every place where it comes back."""

import re
from collections.abc import Iterable
from pathlib import Path

NAME = "[naam]"

_PARTICLE = r"(?:van|von|de|den|der|het|'t|’t|te|ten|ter|la|le|el|al|du|bin|op)"
_CAPITAL_WORD = r"[A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ]"
_CAPITAL_NAME = rf"{_CAPITAL_WORD}(?:\s(?:{_PARTICLE}\s){{0,3}}{_CAPITAL_WORD}|\s[A-Z]\.){{0,3}}"
_NO_NAME = (
    r"(?!(?:en|ik|maar|met|mijn|m'n|dan|want|niet|geen|nog|al|die|dat|dit|hier|daar|graag|voor|om|te"
    r"|is|heb|wil|zoek|kom|kan|een|op|in|aan|uit|bij|naar|tot|als|of|er|je|jij|jullie|u|we|wij|nu"
    r"|dus|ook|wel|alleen|volgens|onder|gekocht|besteld|gereserveerd|staat|stond|komt|mag|hoe|wat|wie"
    r"|waar|vandaag|morgen|nummer|tel|telefoon|telefoonnummer|mail|email|bel|ivm|thuis)\b)"
)
_ANY_WORD = rf"{_NO_NAME}[a-zà-þA-ZÀ-Þ][\w’'-]+"
_ANY_NAME = rf"{_ANY_WORD}(?:\s(?:{_PARTICLE}\s){{0,3}}{_ANY_WORD}){{0,2}}"

# After these a name comes however it is written.
_SURE = re.compile(
    r"\b(?:ik heet|wij heten|(?:mijn|m'n|me|de|zijn|haar|hun) naam(?: is|:)|naam:"
    r"|op (?:de )?naam van"
    r"|(?:staat|stond) op naam van|achternaam(?: is|:)?|voornaam(?: is|:)?|onder de naam"
    r"|(?:mevrouw|meneer|mevr|mw|dhr|fam|familie)\.?)\s+"
    rf"(?P<name>{_ANY_NAME})",
    re.IGNORECASE,
)
# After these only what has a capital: "ik ben blij", "groetjes en bedankt".
_LIKELY = re.compile(
    r"(?:(?:^|(?<=[.!?\n])\s?)(?i:hoi,? met|hallo,? met|met)"
    r"|\b(?i:ik ben|hier is|spreekt? met|namens"
    r"|voor mijn (?:man|vrouw|zoon|dochter|moeder|vader))"
    r"|(?i:groet(?:en|jes)?|gr\.?|mvg|liefs)[,.]?)\s+"
    rf"(?P<name>{_CAPITAL_NAME})"
)
_AT_MOST_NAMES = 50

# Common words that are names too: alone they count as one only with a capital within a sentence.
_WORDS_TOO = frozenset(Path(__file__).with_name("words_too.txt").read_text("utf-8").split())
_SENTENCE_ENDS = ".!?\n:"


def names_said(texts: Iterable[str]) -> set[str]:
    """Return what people call themselves, or are called, in these texts."""
    found: set[str] = set()
    for text in texts:
        for cue in (_SURE, _LIKELY):
            found.update(match["name"].strip() for match in cue.finditer(text))
        if len(found) > _AT_MOST_NAMES:
            break
    return {name for name in found if len(name) > 1}


class NameMask:
    """Takes names out of any text, whole or by one of their words."""

    def __init__(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        kept_words = {word for name in kept for word in _words(name)}
        names = {name.strip() for name in names if name.strip()}
        wholes = sorted(names, key=len, reverse=True)[:_AT_MOST_NAMES]
        words = {word for name in wholes for word in _words(name)} - kept_words
        # One that is a word too is left to the careful look.
        wholes = [
            name
            for name in wholes
            if not _words(name) <= kept_words
            and not (name.casefold() in _WORDS_TOO or name.casefold() in kept_words)
        ]
        self._words_too = words & _WORDS_TOO
        parts = [re.escape(name) for name in wholes]
        parts += [re.escape(word) for word in sorted(words - _WORDS_TOO, key=len, reverse=True)]
        self._sure = _pattern(parts, re.IGNORECASE)
        self._careful = _pattern([re.escape(word.capitalize()) for word in self._words_too])
        self._twice = re.compile(rf"{re.escape(NAME)}(?:\s+(?:{_PARTICLE}\s+)*{re.escape(NAME)})+")

    def __call__(self, text: str) -> str:
        if self._sure:
            text = self._sure.sub(NAME, text)
        if self._careful:
            text = self._careful.sub(lambda found: _within_sentence(text, found), text)
        return self._twice.sub(NAME, text)


def _pattern(parts: list[str], flags: int = 0) -> re.Pattern[str] | None:
    # "Jans bril" and "jan's" are Jan's as well.
    return (
        re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?:['’]?s)?(?![\w])", flags) if parts else None
    )


def _words(name: str) -> set[str]:
    words = re.findall(r"[^\W\d_][\w’'-]*[^\W_]", name.casefold())
    return {word for word in words if len(word) > 2 and not re.fullmatch(_PARTICLE, word)}


def _within_sentence(text: str, found: re.Match[str]) -> str:
    before = text[: found.start()].rstrip(" ")
    starts = not before or before[-1] in _SENTENCE_ENDS
    return found.group() if starts else NAME
