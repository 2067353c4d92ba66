"""Phrases of the rules, as regular expressions.

A rule's phrase is written nearly as it is said, so that whoever can read Dutch can add one:

    tot je|u|uw dienst      words, with alternatives (an underscore stands for a space)
    korting*  *bril         a word that begins or ends so
    laat .. eerst           up to five words between
    <we> geven? je          a group of words from groups.yml; a word that may be left out
    laatste kans & nu       both in one sentence, in any order
    actie* !reden           the first without the second
    /[0-9]+ ?%/             a regular expression, for what words can't say
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from re import Pattern

_BETWEEN = r"(?:[^\w.!?]+)"
# What lies between takes nothing back: "de prijs zal nooit zakken" is no "prijs .. zakken".
_DENIAL = r"(?!(?:niet|nooit|geen|niets|niemand|nergens)\b)"
_GAP = rf"(?:{_BETWEEN}{_DENIAL}[\w{{}}'.-]*\w[}}]?){{0,5}}"


@dataclass(frozen=True)
class Part:
    """An expression, and letters of which some stand in all that it matches: a quicker look."""

    expression: Pattern[str]
    letters: tuple[str, ...]

    def matches(self, sentence: str) -> Iterator[re.Match[str]]:
        lowered = sentence.lower()
        if not self.letters or any(letters in lowered for letters in self.letters):
            yield from self.expression.finditer(sentence)

    def is_in(self, sentence: str) -> bool:
        return any(True for _ in self.matches(sentence))


@dataclass(frozen=True)
class Phrase:
    """What must stand in a sentence: the first of it is what is found."""

    first: Part
    others: tuple[Part, ...]
    absent: tuple[Part, ...]

    def matches(self, sentence: str) -> Iterator[re.Match[str]]:
        for match in self.first.matches(sentence):
            if any(part.is_in(sentence) for part in self.absent):
                return
            if not all(part.is_in(sentence) for part in self.others):
                return
            yield match


def read_phrase(written: str, groups: Mapping[str, str]) -> Phrase:
    wanted, *unwanted = re.split(r"\s+!", written)
    first, *others = re.split(r"\s+&\s+", wanted)
    return Phrase(
        _read_part(first, groups),
        tuple(_read_part(other, groups) for other in others),
        tuple(_read_part(absent, groups) for absent in unwanted),
    )


def word_pattern(word: str) -> Pattern[str]:
    """Return what finds a word or a few, with an asterisk for any beginning or end."""
    return re.compile(_word(word.replace(" ", "_")), re.IGNORECASE)


def _read_part(written: str, groups: Mapping[str, str]) -> Part:
    if written.startswith("/"):
        return Part(re.compile(written.strip("/"), re.IGNORECASE), ())
    spelled = re.sub(r"<(\w+)>", lambda group: groups[group[1]], written.removesuffix(" .."))
    first, *tokens = spelled.split()
    expression = _word(first)
    needed = [first]
    for token in tokens:
        if token == "..":
            expression += _GAP
        elif token.endswith("?"):
            expression += f"(?:{_BETWEEN}{_word(token[:-1])})?"
        else:
            expression += _BETWEEN + _word(token)
            needed.append(token)
    return Part(
        re.compile(expression, re.IGNORECASE), max((_letters(token) for token in needed), key=_rare)
    )


def _letters(token: str) -> tuple[str, ...]:
    """Return of each alternative the longest run of letters, lower case."""
    return tuple(max(re.split(r"[*_]", part), key=len).lower() for part in token.split("|"))


def _rare(letters: tuple[str, ...]) -> int:
    return min(len(run) for run in letters)


def _word(token: str) -> str:
    parts = [
        re.escape(part).replace(r"\*", r"\w*").replace("_", r"\s+") for part in token.split("|")
    ]
    return rf"(?<![\w{{])(?:{'|'.join(parts)})(?![\w}}])"
