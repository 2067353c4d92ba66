"""Rewrites a message into the plain words that the grammar of time reads.

Typing errors, abbreviations, compounds and number words go; where each word stood is remembered.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.engine.entities.contact import find_contacts
from bot.engine.entities.folding import fold
from bot.engine.entities.time_short_days import spell_out
from bot.engine.entities.time_words import (
    ALIASES,
    HOURS_ABOUT,
    MONTHS,
    NOT_A_SLIP,
    NUMBERS,
    ORDINALS,
    SHORT_MONTHS,
    SPELT_OUT,
    WEEKDAYS,
)

# A token's canonical form: "@2026/12/14" and "@/12/14" are dates, "14:30" is a clock, "14.30" may
# be one, "27e" is an ordinal and "w27e" one in letters, "5en" is "vijven", "#" is no time at all.
_TOKEN = re.compile(
    r"""
    (?P<contact>\x00+)
  | (?P<strength>(?:(?<=\s)|(?<=^)|(?<=\())[+-]\s?\d+(?:[.,]\d+)?(?![\d:]))
  | (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))
  | (?P<date>(?<![\d.,])\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:20\d\d|19\d\d|\d\d)(?![\d]))
  | (?P<clock>(?<![\d.,])\d{1,2}[:.]\d{2}(?![\d]|[.,:]\d))
  | (?P<comma_clock>(?<![\d.,])\d{1,2},\d{2}(?=\s?u(?:ur)?\b))
  | (?P<pair>(?<![\d.,])\d{1,2}[-/]\d{1,2}(?![\d]|[-/.,:]\d))
  | (?P<decimal>\d+(?:[.,]\d+)+)
  | (?P<ordinal>\d{1,2}(?:sten|den|ste|de|e)\b)
  | (?P<about>\d{1,2}en\b)
  | (?P<number>\d+)
  | (?P<own>\b(?:a\.?s\.|j\.?l\.|a\.?u\.?b\.?)(?![^\W_]))
  | (?P<genitive>'\s?s(?=\s?(?:ochtend|morgen|middag|namiddag|voormiddag|avond|nacht)))
  | (?P<article>'[ntk]\b)
  | (?P<word>[^\W\d_]+)
  | (?P<other>\S)
    """,
    re.X,
)
_HALF = re.compile(
    r"half(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)|(kwart)(over|voor|na)"
)
_OWN = {"as": "komende", "jl": "jl", "aub": "aub"}


# A long word may hold two slips; "overwogen" is not "overmorgen", though.
_LONG_DAYS = (*WEEKDAYS, "morgen", "hemelvaart", "september", "november", "december")


# The first letter is seldom the wrong one.
_BY_LETTER = {
    letter: tuple(word for word in SPELT_OUT if word[0] == letter)
    for letter in {word[0] for word in SPELT_OUT}
}


@dataclass(frozen=True)
class Token:
    canonical: str
    start: int
    end: int


class Reading:
    """A message as canonical words with one space between, whose read words are struck out."""

    def __init__(self, text: str) -> None:
        self.tokens = tokenise(text)
        self.line = f" {' '.join(token.canonical for token in self.tokens)} "
        self._offsets = []
        offset = 1
        for token in self.tokens:
            self._offsets.append(offset)
            offset += len(token.canonical) + 1

    def index_at(self, offset: int) -> int:
        return max(0, bisect_right(self._offsets, offset) - 1)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Go through the line as it is at each step: what is taken meanwhile matches no more."""
        offset = 0
        while match := pattern.search(self.line, offset):
            yield match
            offset = match.start() + 1

    def take(self, match: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """Strike the match out of the line; return its first token and the one after its last."""
        start, end = match.span(group)
        struck = "".join(" " if character == " " else "~" for character in self.line[start:end])
        self.line = f"{self.line[:start]}{struck}{self.line[end:]}"
        stripped_end = start + len(match.group(group).rstrip())
        lead = len(match.group(group)) - len(match.group(group).lstrip())
        return self.index_at(start + lead), self.index_at(stripped_end - 1) + 1

    def between(self, end: int, start: int) -> list[str]:
        return [token.canonical for token in self.tokens[end:start]]


def tokenise(text: str) -> list[Token]:
    folded = fold(text)
    for contact in find_contacts(text):
        width = contact.end - contact.start
        folded = f"{folded[: contact.start]}{chr(0) * width}{folded[contact.end :]}"
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or "other"
        if kind == "genitive":
            continue
        previous = tokens[-1].canonical if tokens else ""
        for canonical in _canonical(
            kind, match.group(), previous, text[slice(*match.span())]
        ).split():
            tokens.append(Token(canonical, *match.span()))
    words = _with_mornings(spell_out([token.canonical for token in tokens]))
    return [Token(word, token.start, token.end) for word, token in zip(words, tokens, strict=True)]


def _with_mornings(words: list[str]) -> list[str]:
    """Tell "zaterdag morgen" and "in de morgen" from "morgen", and "morgen vroeg" from "vroeg"."""
    told = list(words)
    for place in range(1, len(words)):
        before = told[place - 1]
        if (
            words[place] == "morgen" and (before in WEEKDAYS or before in ("de", "den", "een"))
        ) or (words[place] == "vroeg" and before in ("morgen", "overmorgen", *WEEKDAYS)):
            told[place] = "ochtend"
    return told


def _canonical(kind: str, written: str, previous: str, original: str) -> str:
    match kind:
        case "contact" | "strength" | "decimal":
            return "#"
        case "iso":
            return "@{}/{}/{}".format(*(int(number) for number in written.split("-")))
        case "date":
            day, month, year = (int(number) for number in re.findall(r"\d+", written))
            return f"@{year if year > 99 else 2000 + year}/{month}/{day}"
        case "pair":
            day, month = (int(number) for number in re.findall(r"\d+", written))
            # Ten out of ten is praise, and 24/7 means always.
            return "#" if written in ("10/10", "24/7") else f"@/{month}/{day}"
        case "clock":
            return written
        case "comma_clock":
            return written.replace(",", ":")
        case "ordinal":
            return f"{int(written.rstrip('stden'))}e"
        case "own":
            return _OWN[written.replace(".", "")]
        case "article":
            return {"'n": "een", "'t": "het"}.get(written, written)
        case "word":
            return _word(written, previous, original)
        case _:
            return written


def _word(word: str, previous: str, original: str) -> str:
    if word == "een":
        return "1" if original.lower() != "een" else "een"
    if previous[-1:].isdigit():
        if word in ("u", "h"):
            return "uur"
        if word in SHORT_MONTHS:
            return SHORT_MONTHS[word]
        month = _closest_month(word)
        if month:
            return month
    elif previous[:-1].isdigit() and word in SHORT_MONTHS:
        return SHORT_MONTHS[word]
    return _plain(word)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    for table in (ALIASES, NUMBERS, HOURS_ABOUT, ORDINALS):
        if word in table:
            value = table[word]
            if table is HOURS_ABOUT:
                return f"{value}en"
            return f"w{value}e" if table is ORDINALS else str(value)
    half = _HALF.fullmatch(word)
    if half:
        return f"half {NUMBERS.get(half[1], 1)}" if half[1] else f"kwart {half[3]}"
    return _spelt_right(word)


@lru_cache(maxsize=8192)
def _spelt_right(word: str) -> str:
    if len(word) < 5 or word in SPELT_OUT or word in NOT_A_SLIP:
        return word
    for spelling in dict.fromkeys((word, word.replace("y", "ij"))):
        candidates = _BY_LETTER.get(spelling[0], ())
        best = process.extractOne(spelling, candidates, scorer=OSA.distance, score_cutoff=2)
        if best is None:
            continue
        right, slips, _ = best
        if slips <= (2 if right.startswith(_LONG_DAYS) and len(right) > 8 else 1):
            return ALIASES.get(str(right), str(right))
    return word


@lru_cache(maxsize=1024)
def _closest_month(word: str) -> str | None:
    if word in MONTHS:
        return word
    if len(word) < 6 or word in WEEKDAYS:
        return None
    best = process.extractOne(word, MONTHS, scorer=OSA.distance, score_cutoff=2)
    return best[0] if best and best[0][0] == word[0] and len(best[0]) > 6 else None
