"""Tells "do" the day from "do" the word: a short weekday needs a neighbour that says so."""

import re
from collections.abc import Sequence

from bot.engine.entities.time_words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_TIME = re.compile(r"\d{1,2}[:.]\d\d|@.*|half|kwart|(?:ochtend|middag|avond)s?")
_NUMBER = re.compile(r"\d{1,2}e?")
_OFTEN_A_WORD = frozenset({"zo", "ma"})
_LEADS = frozenset({"komende", "volgende", "vorige", "afgelopen", "deze", "op"})
_DIRECTIONS = frozenset({"naar", "van", "voor", "tot", "vanaf", "ipv"})
_BETWEEN = frozenset({"of", "en", "/", "-", ","})
_AROUND = frozenset({"om", "rond", "tegen", "na", "tussen", "vanaf", "de", "in"})
_CLOSING = frozenset({"", "?", "!", ",", ".", "/", "graag", "aub", "kan", "is", "lukt", "past"})
_GREETING = frozenset({"gr", "groet", "groeten", "groetjes"})


def spell_out(words: Sequence[str]) -> list[str]:
    """Return the words, with a weekday in full wherever a short one is meant."""
    return [
        SHORT_WEEKDAYS[word] if word in SHORT_WEEKDAYS and _is_day(words, place) else word
        for place, word in enumerate(words)
    ]


def _is_day(words: Sequence[str], place: int) -> bool:
    word = words[place]
    after = [other for other in words[place + 1 : place + 5] if other not in (".", ",")]
    following, next_but_one = (*after, "", "")[:2]
    previous = words[place - 1] if place else ""
    if word in ("vr", "za", "woe"):
        return following not in _GREETING
    if following == "een":
        return False
    if _is_time(following, next_but_one):
        return word != "zo" or not any(other in WEEKDAYS for other in words[:place])
    if all(other in SHORT_WEEKDAYS or other in _BETWEEN | _CLOSING for other in words):
        return word != "zo" or len(words) > 1
    if _beside_day(words, place):
        return True
    if word != "zo" and following in _AROUND and (_is_time(next_but_one, "uur")):
        return True
    if previous in _LEADS or (previous == "week" and place > 1 and words[place - 2] == "volgende"):
        return word != "zo" or following in _CLOSING
    return word not in _OFTEN_A_WORD and previous in _DIRECTIONS and following in _CLOSING


def _is_time(word: str, following: str) -> bool:
    if _NUMBER.fullmatch(word):
        return following in ("uur", "half", *MONTHS, *_CLOSING) or word.endswith("e")
    return _TIME.fullmatch(word) is not None


def _beside_day(words: Sequence[str], place: int) -> bool:
    neighbours = [words[place - 2 : place], list(reversed(words[place + 1 : place + 3]))]
    return any(
        len(pair) == 2 and pair[1] in _BETWEEN - {","} and (pair[0] in WEEKDAYS or _short(pair[0]))
        for pair in neighbours
    )


def _short(word: str) -> bool:
    return word in SHORT_WEEKDAYS and word not in _OFTEN_A_WORD
