"""Finds the customer's own name, after words that announce it or as the whole answer."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.engine.entities.folding import fold
from bot.engine.entities.found import Found
from bot.engine.entities.name_cues import (
    AFTER_ANSWER,
    BEFORE_ANSWER,
    CAPITAL_PARTICLES,
    FIRST_PARTICLES,
    HERE,
    LIKELY,
    NAMED_BEFORE,
    OTHERS,
    PARTICLES,
    PIECES,
    SIGNED,
    SURE,
    TITLES,
    WORDS,
)
from bot.engine.entities.words import common_words, given_names

_LONGEST_ANSWER = 120

# Returns spans of characters.
People = Callable[[], Sequence[tuple[int, int]]]


def nobody() -> Sequence[tuple[int, int]]:
    return ()


def find_names(
    text: str,
    staff: Sequence[str],
    people: People = nobody,
    bare: Found | None = None,
) -> list[Found]:
    """Return the name by which customers call themselves, once at most.

    `bare` is what the whole message would be as a name; without other words it has to look like
    one to be believed. `people` tells where a recogniser sees people, and is asked in doubt only.
    """
    folded = fold(text)
    parts = _given_and_family(text, folded)
    if parts:
        return [parts]
    for match in SURE.finditer(folded):
        name = _name_at(text, match.end())
        # "Mijn naam doorstrepen" announces none.
        announced = (
            not re.search(r"naam\s+$", match.group())
            or text[match.end() : match.end() + 1].isupper()
            or bare == name
        )
        if name and announced and (_says_own(match.group()) or not _is_staff(name, staff)):
            return [name]
    for match in LIKELY.finditer(folded):
        name = _name_at(text, match.end())
        if name and not _is_staff(name, staff) and _is_likely(name, text, people):
            return [name]
    if bare and (NAMED_BEFORE.search(folded) or _is_likely(bare, text, people)):
        return [bare]
    return _at_an_end(text, staff) or _in_a_piece(text, folded, staff)


def _in_a_piece(text: str, folded: str, staff: Sequence[str]) -> list[Found]:
    """Read "oogmeting vrijdag, piet bos, 0612345678": a piece that can be nothing but a name."""
    start = 0
    for end in [*(cut.start() for cut in PIECES.finditer(text)), len(text)]:
        piece = re.sub(r"\d|[+@]", " ", text[start:end])
        name = bare_name(piece, staff)
        if name and not OTHERS.search(folded[: start + name.start]):
            words = name.value.split()
            known = _first(name) in given_names() and _first(name) not in common_words()
            initials = re.fullmatch(r"(?:[A-Z]\.)+", words[0]) and words[-1][-1] != "."
            if (known and (len(words) > 1 or end == len(text))) or initials:
                return [replace(name, start=start + name.start, end=start + name.end)]
        start = end
    return []


def bare_name(text: str, staff: Sequence[str]) -> Found | None:
    """Return the name that is all there is in an answer to "hoe heet je?"."""
    if len(text) > _LONGEST_ANSWER or "?" in text:
        return None
    if any(character.isdigit() for character in AFTER_ANSWER.sub("", text)):
        return None
    start = BEFORE_ANSWER.match(fold(text)).end()  # type: ignore[union-attr]
    ending = AFTER_ANSWER.search(text, start)
    end = ending.start() if ending else len(text)
    said = text[start:end].strip(" ,.!")
    words = WORDS.findall(said)
    if not said or re.sub(r"[\s.,]", "", said) != re.sub(r"[\s.,]", "", "".join(words)):
        return None
    name = _name_at(text, start)
    if name is None or name.end < start + len(said.rstrip(".")) or _is_staff(name, staff):
        return None
    return name


def _says_own(cue: str) -> bool:
    return re.search(r"heet|mijn|m'n|mn", cue) is not None


def _given_and_family(text: str, folded: str) -> Found | None:
    """Read "voornaam Yusuf, achternaam Al-Hamadi"."""
    given = re.search(r"\bvoornaam(?: is)?:?\s+", folded)
    family = re.search(r"\bachternaam(?: is)?:?\s+", folded)
    if not given or not family:
        return None
    one, other = (_name_at(text, cue.end()) for cue in (given, family))
    if not one or not other:
        return None
    start, end = min(one.start, other.start), max(one.end, other.end)
    particle, _, rest = other.value.partition(" ")
    known = particle.lower() in PARTICLES
    surname = f"{particle.lower()} {rest}" if known and rest else other.value
    return Found("name", f"{one.value} {surname}", start, end)


def _at_an_end(text: str, staff: Sequence[str]) -> list[Found]:
    for pattern in (SIGNED, HERE):
        match = pattern.search(text)
        if not match:
            continue
        name = _name_at(text, match.start(1))
        whole = name and name.end >= match.start(1) + len(match[1].strip().rstrip("."))
        if name and whole and not _is_staff(name, staff) and _first(name) in given_names():
            return [name]
    return []


def _is_staff(name: Found, staff: Sequence[str]) -> bool:
    return name.value.lower() in {person.lower() for person in staff}


def _is_likely(name: Found, text: str, people: People) -> bool:
    first = _first(name)
    is_word = first in common_words() and text[name.start].islower()
    if first in given_names() and not is_word:
        return True
    written = text[name.start : name.end].split()
    titled = text[: name.start].lower().split()[-1:]
    return (
        bool(titled and titled[0] in TITLES)
        or (
            len(written) > 1
            and all(word[0].isupper() or word.lower() in PARTICLES for word in written)
            and written[-1][0].isupper()
        )
        or (
            _closes(text, name)
            and len(written) == 1
            and written[0][0].isupper()
            and _signs(text, name)
        )
        or any(start < name.end and name.start < end for start, end in people())
    )


def _closes(text: str, name: Found) -> bool:
    return not text[name.end :].strip(" .!")


def _signs(text: str, name: Found) -> bool:
    return (
        re.search(r"(?:gr|groet\w*|mvg|liefs|hoogachtend)\W*(?:van )?$", text[: name.start], re.I)
        is not None
    )


def _first(name: Found) -> str:
    return fold(name.value).split()[0].split("-")[0]


def _name_at(text: str, start: int) -> Found | None:
    """Read a name from `start`: titles are passed over, and the first ordinary word ends it."""
    taken: list[re.Match[str]] = []
    position = start
    shouting = text.isupper()
    capitals = not shouting and any(c.isupper() for c in text[start : start + 1])
    for match in WORDS.finditer(text, start):
        gap = text[position : match.start()]
        word = match.group()
        plain = fold(word).rstrip(".")
        if gap.strip() or (taken and "\n" in gap) or len(taken) >= 6:
            break
        if not taken and (
            fold(word) in TITLES
            or plain in TITLES
            or (plain == "de" and _next_is_title(text, match))
        ):
            position = match.end()
            continue
        if not _belongs(word, plain, taken, capitals):
            break
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


def _next_is_title(text: str, match: re.Match[str]) -> bool:
    following = WORDS.match(text, match.end() + 1)
    return following is not None and fold(following.group()) in TITLES


def _belongs(word: str, plain: str, taken: Sequence[re.Match[str]], capitals: bool) -> bool:
    if plain in PARTICLES:
        return bool(taken) or plain in FIRST_PARTICLES
    if re.search(r"(.)\1\1", plain):
        return False
    if len(plain) == 1 and not (word.endswith(".") or word[0].isupper()):
        return False
    names = [each for each in taken if fold(each.group()) not in PARTICLES]
    is_capital = word[0].isupper()
    if capitals and names and not is_capital:
        return False
    after_particle = bool(taken) and fold(taken[-1].group()) in PARTICLES
    if plain in common_words() and plain not in given_names():
        surname = is_capital and bool(names)
        introduced = bool(taken) and _is_first_name(taken[0].group())
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
            written.append("-".join(_capital(part, shouting) for part in plain.split("-")))
    return "".join(word + gap for word, gap in zip(written, [*gaps, ""], strict=True))


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
