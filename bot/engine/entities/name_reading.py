"""Reads a name from a place in a text, and writes it as Dutch does."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.engine.entities.folding import fold
from bot.engine.entities.found import Found
from bot.engine.entities.name_cues import (
    CAPITAL_PARTICLES,
    FIRST_PARTICLES,
    INTERJECTION,
    PARTICLES,
    SURNAME_WORDS,
    TITLES,
    WORDS,
)
from bot.engine.entities.words import common_words, given_names


def name_at(text: str, start: int) -> Found | None:
    """Read a name from `start`: titles are passed over, and the first ordinary word ends it."""
    taken: list[re.Match[str]] = []
    position = start
    shouting = text.isupper()
    capitals = titled = False
    for match in WORDS.finditer(text, start):
        gap = text[position : match.start()]
        word = match.group()
        plain = fold(word).rstrip(".")
        if gap.strip() or (taken and "\n" in gap) or len(taken) >= 6:
            break
        if not taken and (
            fold(word) in TITLES
            or plain in TITLES
            or (plain == "de" and _next_is(TITLES, text, match))
            # "Jo tygo hier"
            or (plain == "jo" and not match.start() and _next_is(given_names(), text, match))
        ):
            position = match.end()
            titled = plain != "jo"
            continue
        if not _belongs(word, plain, taken, capitals, titled):
            break
        capitals = capitals or (not taken and not shouting and word[0].isupper())
        taken.append(match)
        position = match.end()
        if word.endswith(".") and len(plain) > 1:
            break
    while taken and fold(taken[-1].group()) in PARTICLES:
        taken.pop()
    if not taken or not any(fold(word.group()).rstrip(".") not in PARTICLES for word in taken):
        return None
    words = [word.group() for word in taken]
    end = taken[-1].end()
    if len(words[-1]) > 2 and words[-1].endswith("."):
        words[-1], end = words[-1][:-1], end - 1
    gaps = [" " if one.end() < other.start() else "" for one, other in pairwise(taken)]
    return Found("name", _capitalised(words, gaps, shouting), taken[0].start(), end)


def _next_is(words: frozenset[str], text: str, match: re.Match[str]) -> bool:
    following = WORDS.match(text, match.end() + 1)
    return following is not None and fold(following.group()) in words


def _belongs(
    word: str, plain: str, taken: Sequence[re.Match[str]], capitals: bool, titled: bool
) -> bool:
    if plain in PARTICLES:
        return bool(taken) or plain in FIRST_PARTICLES
    if re.search(r"(.)\1\1", plain) or INTERJECTION.fullmatch(plain):
        return False
    if len(plain) == 1 and not (word.endswith(".") or word[0].isupper()):
        return False
    names = [each for each in taken if fold(each.group()) not in PARTICLES]
    is_capital = word[0].isupper()
    after_particle = bool(taken) and fold(taken[-1].group()) in PARTICLES
    if names and not is_capital:
        # "Annelies zandstra sory", "maria jose gonzalez"
        last = fold(names[-1].group())
        open_end = after_particle or last.split("-")[-1] in PARTICLES
        whole = len(names) > 1 and not open_end and last not in given_names()
        if capitals or whole:
            return False
    if plain in common_words() and plain not in given_names():
        surname = is_capital and bool(names)
        # "Mevrouw de jong", "jan de groot", "ytsje van der meer"
        known = bool(taken) and _is_first_name(taken[-1].group())
        if plain in SURNAME_WORDS and known:
            return True
        introduced = titled or (
            bool(taken)
            and (
                _is_first_name(taken[0].group())
                or (len(taken) > 2 and fold(taken[-2].group()) in PARTICLES)
            )
        )
        return surname or (after_particle and (is_capital or introduced))
    return len(names) < (4 if is_capital else 3)


def _is_first_name(word: str) -> bool:
    plain = fold(word)
    return plain in given_names() or (len(plain) == 2 and plain.endswith("."))


def _capitalised(words: Sequence[str], gaps: Sequence[str], shouting: bool) -> str:
    written = []
    all_small = not any(word[0].isupper() for word in words)
    for place, word in enumerate(words):
        plain = word.replace("’", "'")
        small = PARTICLES - CAPITAL_PARTICLES if all_small else PARTICLES
        if fold(plain) in small and place:
            as_written = plain[0].isupper() and not shouting
            written.append(plain if as_written else plain.lower())
        elif place == 0 and fold(plain) in PARTICLES and plain.startswith("'"):
            written.append(plain.lower())
        else:
            written.append(_hyphenated(plain.split("-"), shouting))
    return "".join(word + gap for word, gap in zip(written, [*gaps, ""], strict=True))


def _hyphenated(parts: Sequence[str], shouting: bool) -> str:
    """Capitalise the parts of Jansen-de Boer and Al-Hamadi."""
    return "-".join(
        part.lower()
        if place and part.lower() in PARTICLES and (shouting or part.islower())
        else _capital(part, shouting)
        for place, part in enumerate(parts)
    )


def _capital(part: str, shouting: bool) -> str:
    """Capitalise as Dutch does: IJzerman, and leave McDonald as it is."""
    has_own = not shouting and part[1:] != part[1:].lower() and not part.isupper()
    if has_own or not part:
        return part
    low = part.lower()
    if low.startswith("ij"):
        return f"IJ{low[2:]}"
    if low[1:2] == "'" and len(low) > 2:
        return f"{low[0].upper()}'{low[2:].capitalize()}"
    return f"{low[0].upper()}{low[1:]}"
