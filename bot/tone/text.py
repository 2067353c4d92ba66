"""A text in the pieces that checks look at. Every piece keeps its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A place for a fact counts as one plain word: nothing is known of it but that it is short.
_PLACE = re.compile(r"\{(\w+)\}")
_QUOTED = re.compile(r"(?<!\w)(?:'(?![stn]\b)[^']+(?:'\w+[^']*)*'(?!\w)|[\"“„«][^\"”“»]+[\"”»])")
_SENTENCE = re.compile(r"[^.!?…\n]*(?:[.](?=\w)[^.!?…\n]*)*[.!?…\n]*[)'\"”]*\s*")
_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*", re.UNICODE)
_REFUSAL = re.compile(
    r"(?:nee|neen|niet|geen|nooit|helaas|liever niet|nergens)\b"
    r"|(?:[^\W\d]+\W+){0,5}(?:niet|geen|nooit)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(r"(?:en )?(?:dan|daarna|pas)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    text: str
    start: int


def plain(text: str) -> str:
    """Return a text of the same length with plain quotation marks."""
    return text.replace("’", "'").replace("‘", "'").replace("\xa0", " ")


def without_places(text: str) -> str:
    """Return a text of the same length with a neutral word for every fact still to be filled in."""
    return _PLACE.sub(lambda place: "feit".ljust(len(place[0])), text)


def without_quotations(text: str) -> str:
    """Blank what somebody else said, unless that is all there is."""
    blanked = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    return blanked if _WORD.search(blanked) else text


def sentences(text: str) -> Iterator[Piece]:
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield Piece(match[0], match.start())


def statements(text: str) -> Iterator[Piece]:
    """Return the sentences, a question together with the no that answers it, or what follows.

    "Korting? Bij ons niet." says one thing, and so does "Wie ben je? Dan help ik je."
    """
    waiting: Piece | None = None
    for sentence in sentences(text):
        if waiting and (_REFUSAL.match(sentence.text) or _CONSEQUENCE.match(sentence.text)):
            yield Piece(waiting.text + sentence.text, waiting.start)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = sentence if sentence.text.rstrip().endswith("?") else None
        if not waiting:
            yield sentence
    if waiting:
        yield waiting


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def places(text: str) -> Iterator[re.Match[str]]:
    return _WORD.finditer(text)
