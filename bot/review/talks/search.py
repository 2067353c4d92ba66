"""Finding conversations by their words, with what the database has for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL

from bot.chat.models import Conversation, Message
from bot.review.masking import Clear, Eyes, Masker, names_of_records
from bot.review.talks.words import composed, folded, words_of

_PARTS = re.compile(r'"([^"]*)"|(\S+)')
_BEFORE, _AFTER = 50, 110


@dataclass(frozen=True)
class Piece:
    text: str
    is_found: bool


@dataclass(frozen=True)
class _Term:
    """Words in a row; the last may be the beginning of a longer one."""

    words: tuple[str, ...]
    is_whole: bool

    def fits(self, words: list[str], place: int) -> bool:
        there = words[place : place + len(self.words)]
        if len(there) < len(self.words) or tuple(there[:-1]) != self.words[:-1]:
            return False
        return (
            there[-1] == self.words[-1] if self.is_whole else there[-1].startswith(self.words[-1])
        )


@dataclass(frozen=True)
class Excerpt:
    """The message that was found, by its number, and the part of it with the words."""

    number: int
    pieces: Sequence[Piece]


class Search:
    """What staff look for: every word, anywhere in the conversation; "in quotes" as it stands."""

    def __init__(self, text: str, sees_personal_data: bool) -> None:
        self.sees_personal_data = sees_personal_data
        self.terms = tuple(_terms(composed(text)))

    def found(self) -> RawSQL | None:
        """Return the keys of the conversations that hold every term; nothing without a term."""
        if not self.terms:
            return None
        if connection.vendor == "postgresql":
            column = "found_all" if self.sees_personal_data else "found"
            return RawSQL(
                f"SELECT conversation_id FROM review_conversationwords"
                f" WHERE {column} @@ to_tsquery('simple', %s)",
                [" & ".join(map(_for_postgresql, self.terms))],
            )
        match = " AND ".join(map(_for_sqlite, self.terms))
        return RawSQL(
            "SELECT rowid FROM review_words_index WHERE review_words_index MATCH %s",
            [match if self.sees_personal_data else f"words : ({match})"],
        )

    def excerpts(self, conversations: Sequence[int]) -> dict[int, Excerpt]:
        """Return of each conversation the message with most of the terms, these marked."""
        if not self.terms:
            return {}
        said: dict[int, list[Message]] = defaultdict(list)
        rows = Message.objects.filter(conversation__in=conversations)
        columns = ("conversation_id", "number", "text", "entities")
        for message in rows.only(*columns).order_by("number"):
            said[message.conversation_id].append(message)
        if self.sees_personal_data:
            return {pk: self._excerpt(messages, Clear()) for pk, messages in said.items()}
        names = names_of_records(Conversation.objects.filter(pk__in=said))
        masks = {
            pk: Masker([(each.text, each.entities) for each in messages], names[pk])
            for pk, messages in said.items()
        }
        return {pk: self._excerpt(messages, masks[pk]) for pk, messages in said.items()}

    def _excerpt(self, messages: list[Message], eyes: Eyes) -> Excerpt:
        shown = ((each.number, eyes.text(each.text, each.entities)) for each in messages)
        found = (Excerpt(number, self._marked(composed(text))) for number, text in shown)
        return max(found, key=_richness)

    def _marked(self, text: str) -> list[Piece]:
        placed = list(words_of(text))
        words = [word for word, _, _ in placed]
        spans = sorted(
            (placed[place][1], placed[place + len(term.words) - 1][2])
            for term in self.terms
            for place in range(len(words))
            if term.fits(words, place)
        )
        return list(_pieces(text, spans)) if spans else []


def _terms(text: str) -> Iterable[_Term]:
    for quoted, loose in _PARTS.findall(text):
        words = tuple(folded(quoted or loose).split())
        if words:
            yield _Term(words, is_whole=bool(quoted))


def _for_sqlite(term: _Term) -> str:
    # Quoted, so that AND and NEAR are words; these hold letters and digits only.
    return f'"{" ".join(term.words)}"' + ("" if term.is_whole else "*")


def _for_postgresql(term: _Term) -> str:
    words = [f"'{word}'" for word in term.words]
    return f"({' <-> '.join(words)}{'' if term.is_whole else ':*'})"


def _richness(excerpt: Excerpt) -> int:
    return len({piece.text.casefold() for piece in excerpt.pieces if piece.is_found})


def _pieces(text: str, spans: list[tuple[int, int]]) -> Iterable[Piece]:
    begin = max(0, spans[0][0] - _BEFORE)
    end = min(len(text), spans[0][0] + _AFTER)
    at = begin
    if begin:
        yield Piece("… ", False)
    for start, stop in spans:
        if start < at or stop > end:
            continue
        yield Piece(text[at:start], False)
        yield Piece(text[start:stop], True)
        at = stop
    yield Piece(text[at:end], False)
    if end < len(text):
        yield Piece(" …", False)
