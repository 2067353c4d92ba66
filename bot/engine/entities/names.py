"""Finds the customer's own name: after or before words that announce it, or as the answer."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.engine.entities.folding import fold
from bot.engine.entities.found import Found
from bot.engine.entities.name_cues import (
    AFTER,
    AFTER_ANSWER,
    BEFORE_ANSWER,
    BOOKED,
    CAPITAL_PARTICLES,
    LIKELY,
    OTHERS,
    PARTICLES,
    PIECES,
    PROVERBIAL,
    SIGNED,
    SURE,
    SURNAME,
    TITLES,
    WORDS,
    looks_ordinary,
)
from bot.engine.entities.name_reading import name_at
from bot.engine.entities.name_slips import mend
from bot.engine.entities.words import common_words, given_names

_LONGEST_ANSWER = 120
# Digits, and names on Instagram.
_HANDLES = re.compile(r"\S*@\S*|\d|\+")
# How many words before "is mijn naam" are tried.
_LONGEST_NAME = 6

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
    mended = mend(text)
    if mended.text == text:
        return _find(text, staff, people, bare)
    if bare:
        bare = replace(bare, start=mended.here(bare.start), end=mended.here(bare.end))
    spans = [(mended.here(start), mended.here(end)) for start, end in people()]
    return [mended.as_written(name) for name in _find(mended.text, staff, lambda: spans, bare)]


def _find(text: str, staff: Sequence[str], people: People, bare: Found | None) -> list[Found]:
    folded = fold(text)
    for name in (
        *_given_and_family(text, folded),
        *_named_before(text, folded, staff),
        *_announced(text, folded, staff, bare),
        *_booked(text, folded, staff, people),
        *_introduced(text, folded, staff, people),
    ):
        return [name]
    if bare and _can_stand_alone(bare, text, people):
        return [bare]
    return _at_the_end(text, staff) or _in_a_piece(text, folded, staff)


def _can_stand_alone(bare: Found, text: str, people: People) -> bool:
    said_more = text[: bare.start].strip()
    if said_more:
        return not _has_article(bare, text) and _is_likely(bare, text, people)
    first, *others = fold(text[bare.start : bare.end]).split()
    family = others and SURNAME.match(others[-1]) and not looks_ordinary(first)
    return _is_known(bare, text) or bool(family and _is_likely(bare, text, people))


def _named_before(text: str, folded: str, staff: Sequence[str]) -> Iterator[Found]:
    """Read "Olena is mijn naam" and "Ruben hier"."""
    for match in AFTER.finditer(folded):
        starts = [word.start() for word in WORDS.finditer(text, 0, match.start())]
        for start in starts[-_LONGEST_NAME:]:
            name = name_at(text, start)
            if not name or text[name.end : match.start()].strip(" ."):
                continue
            if match["likely"] and "," in match.group():
                break
            if match["titled"] and not _has_title(name, text):
                break
            if match["sure"] or (
                not _is_staff(name, staff)
                and _is_known(name, text)
                and not OTHERS.search(folded[: name.start])
            ):
                yield name
            break


def _announced(text: str, folded: str, staff: Sequence[str], bare: Found | None) -> Iterator[Found]:
    # "Ze noemen me Bertje, maar ik heet Lambertus"
    for match in sorted(SURE.finditer(folded), key=lambda cue: "noem" in cue.group()):
        start = match.end()
        # "Op de naam Van 't Hek"
        if text[:start].endswith("Van "):
            start -= 4
        name = name_at(text, start)
        if not name or (looks_ordinary(_first(name)) and not _is_known(name, text)):
            continue
        # "Mijn naam doorstrepen" announces none.
        announced = (
            not re.search(r"naam\s+$", match.group())
            or re.match(r"(?:op|onder|naar)\b", match.group())
            or text[start : start + 1].isupper()
            or bare == name
            or _is_known(name, text)
        )
        if announced and (_says_own(match.group()) or not _is_staff(name, staff)):
            yield _said_in_full(name, text)


def _said_in_full(name: Found, text: str) -> Found:
    """Read on in "noem me maar Teun, Teun ter Horst" and in "Van der Ploeg, Anke"."""
    again = re.compile(r"[,.]\s*").match(text, name.end)
    full = name_at(text, again.end()) if again else None
    if not full:
        return name
    if name.value in full.value.split():
        return full
    given = _first(full) in given_names() and " " not in full.value
    if not given or _first(name) in given_names() or text[full.end :].strip(" .")[:1] not in ",;":
        return name
    particle, _, rest = name.value.partition(" ")
    family = f"{particle.lower()} {rest}" if particle.lower() in PARTICLES and rest else name.value
    return Found("name", f"{full.value} {family}", name.start, full.end)


def _booked(text: str, folded: str, staff: Sequence[str], people: People) -> Iterator[Found]:
    for match in BOOKED.finditer(folded):
        name = name_at(text, match.end())
        if name and not _is_staff(name, staff) and _can_be_booked(name, text, people):
            yield name


def _can_be_booked(name: Found, text: str, people: People) -> bool:
    written = text[name.start : name.end]
    words = [word for word in fold(written).split() if word not in PARTICLES]
    if any(looks_ordinary(word) for word in words) and written.islower():
        return _is_known(name, text)
    capital = written[0].isupper() and not text.isupper()
    article = _has_article(name, text)
    surname = SURNAME.match(words[-1]) or fold(written).split()[0] in PARTICLES
    return bool((not article and (capital or surname)) or _is_likely(name, text, people))


def _introduced(text: str, folded: str, staff: Sequence[str], people: People) -> Iterator[Found]:
    for match in LIKELY.finditer(folded):
        name = name_at(text, match.end())
        spoken = re.search(r"spreekt|(?:hier|is|'s|das) met", match.group())
        if (
            name
            and not _is_staff(name, staff)
            and not _has_article(name, text)
            and not (text.startswith("van ", name.start) and not _has_title(name, text))
            and not PROVERBIAL.match(folded, name.start)
            and not re.compile(r"\W+niet\b").match(folded, name.end)
            and (
                (spoken and text[name.start].isupper() and not text.isupper())
                or _is_likely(name, text, people)
            )
        ):
            yield name


def _in_a_piece(text: str, folded: str, staff: Sequence[str]) -> list[Found]:
    """Read "oogmeting vrijdag, piet bos, 0612345678": a piece that can be nothing but a name."""
    start = 0
    for end in [*(cut.start() for cut in PIECES.finditer(text)), len(text)]:
        words = text[start:end].split()
        last = end == len(text) and words and words[-1][0].isupper() and not text.isupper()
        if not last and not any(map(_starts_a_name, words)):
            start = end
            continue
        piece = _HANDLES.sub(lambda hidden: " " * len(hidden.group()), text[start:end])
        name = bare_name(piece, staff)
        if name and not OTHERS.search(folded[: start + name.start]):
            words = name.value.split()
            known = _first(name) in given_names() and _first(name) not in common_words()
            initials = re.fullmatch(r"(?:[A-Z]\.)+", words[0]) and words[-1][-1] != "."
            full = last and len(words) > 1 and start and _is_known(name, piece)
            if (known and (len(words) > 1 or end == len(text))) or initials or full:
                return [replace(name, start=start + name.start, end=start + name.end)]
        start = end
    return []


def _starts_a_name(word: str) -> bool:
    return fold(word).split("-")[0].strip(".()") in given_names() or word[1:2] == "."


def bare_name(text: str, staff: Sequence[str]) -> Found | None:
    """Return the name that is all there is in an answer to "hoe heet je?"."""
    if len(text) > _LONGEST_ANSWER or "?" in text:
        return None
    if any(character.isdigit() for character in AFTER_ANSWER.sub("", text)):
        return None
    start = BEFORE_ANSWER.match(fold(text)).end()  # type: ignore[union-attr]
    name = name_at(text, start)
    if name is None:
        return None
    ending = AFTER_ANSWER.search(text, start)
    end = ending.start() if ending else len(text)
    said = text[start:end].strip(" ,.!")
    words = WORDS.findall(said)
    if not said or re.sub(r"[\s.,]", "", said) != re.sub(r"[\s.,]", "", "".join(words)):
        return None
    if name.end < start + len(said.rstrip(".")) or _is_staff(name, staff):
        return None
    return name


def _says_own(cue: str) -> bool:
    return re.search(r"heet|mijn|m'n|mn", cue) is not None


def _given_and_family(text: str, folded: str) -> Iterator[Found]:
    """Read "voornaam Yusuf, achternaam Al-Hamadi"."""
    given = re.search(r"\b(?:voor|roep)naam(?: is)?:?\s+", folded)
    family = re.search(r"\bachternaam(?: is)?:?\s+", folded) if given else None
    if not given or not family:
        return
    one, other = (name_at(text, cue.end()) for cue in (given, family))
    if not one or not other:
        return
    start, end = min(one.start, other.start), max(one.end, other.end)
    particle, _, rest = other.value.partition(" ")
    known = particle.lower() in PARTICLES - CAPITAL_PARTICLES
    surname = f"{particle.lower()} {rest}" if known and rest else other.value
    yield Found("name", f"{one.value} {surname}", start, end)


def _at_the_end(text: str, staff: Sequence[str]) -> list[Found]:
    match = SIGNED.search(text)
    name = name_at(text, match.start(1)) if match else None
    if not match or not name or _is_staff(name, staff):
        return []
    whole = name.end >= match.start(1) + len(match[1].strip().rstrip("."))
    return [name] if whole and _first(name) in given_names() else []


def _is_staff(name: Found, staff: Sequence[str]) -> bool:
    return name.value.lower() in {person.lower() for person in staff}


def _is_likely(name: Found, text: str, people: People) -> bool:
    if _is_known(name, text):
        return True
    written = text[name.start : name.end]
    if written.islower() and looks_ordinary(fold(written).split()[0]):
        return False
    if _signs(text, name) and written[0].isupper() and not text[name.end :].strip(" .!"):
        return True
    # Without a capital the recogniser takes bakers and the dissatisfied for people.
    believed = written[0].isupper() or _signs(text, name)
    if not believed or looks_ordinary(fold(written).split()[0]):
        return False
    return any(start < name.end and name.start < end for start, end in people())


def _is_known(name: Found, text: str) -> bool:
    """Tell whether it has a title, a known first name, or capitals all through."""
    first = _first(name)
    if first in given_names() and not (first in common_words() and text[name.start].islower()):
        return True
    written = text[name.start : name.end].split()
    return _has_title(name, text) or (
        len(written) > 1
        and not text.isupper()
        and written[0][0].isupper()
        and all(word[0].isupper() or word.lower() in PARTICLES for word in written)
        and written[-1][0].isupper()
    )


def _has_article(name: Found, text: str) -> bool:
    """Tell "de sjaak" from "De Vries" and from "mevrouw de vries"."""
    written = text[name.start : name.end]
    return re.match(r"(?:de|het|den|der|'t) [a-z]", written) is not None and not _has_title(
        name, text
    )


def _has_title(name: Found, text: str) -> bool:
    before = fold(text[max(0, name.start - 20) : name.start]).split()[-1:]
    return bool(before) and before[0].strip(".") in TITLES


def _signs(text: str, name: Found) -> bool:
    return (
        re.search(
            r"(?:gr|groet\w*|mvg|liefs|hoogachtend|klant|x{1,4})\W*(?:van )?$",
            text[: name.start],
            re.I,
        )
        is not None
    )


def _first(name: Found) -> str:
    return fold(name.value).split()[0].split("-")[0]
