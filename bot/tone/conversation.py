"""The checks on a whole conversation: each message, and what only the whole shows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.tone.checking import check
from bot.tone.finding import Finding
from bot.tone.language import is_english
from bot.tone.lists import principles
from bot.tone.rules import Rule, rule
from bot.tone.text import Piece, sentences, words

Message = tuple[str, str]
BOT, CUSTOMER, PERSON = "bot", "customer", "person"

# More bubbles than this at once leave no room to answer.
MOST_IN_A_ROW = 2
# "Nee." alone may be said twice.
_REFUSAL_WORDS = 4
_REFUSES = re.compile(
    r"\b(?:niet|geen|nee|neen|nooit|niets|helaas|onmogelijk)\b(?! alleen)", re.IGNORECASE
)
_SAYS_WHAT_IT_IS = re.compile(r"\b\w*(?:bot|robot|computer|computerprogramma)\b", re.IGNORECASE)
_DENIES_IT = re.compile(r"\b(?:geen|niet een) \w*(?:bot|computer)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Placed:
    """A finding in the message at an index."""

    index: int
    finding: Finding


@dataclass(frozen=True)
class Assessment:
    """What was found, and how well each principle was kept: 1 when no message went against it."""

    findings: tuple[Placed, ...]
    scores: Mapping[str, float]


def check_conversation(messages: Sequence[Message]) -> Assessment:
    findings = sorted(_findings(messages), key=lambda placed: placed.index)
    checked = sum(author != CUSTOMER for author, _ in messages)
    return Assessment(tuple(findings), _scores(findings, checked))


def _scores(findings: Sequence[Placed], checked: int) -> dict[str, float]:
    wrong = {
        principle: {f.index for f in findings if f.finding.principle == principle}
        for principle in principles()
    }
    return {name: 1 - len(found) / checked if checked else 1.0 for name, found in wrong.items()}


def _findings(messages: Sequence[Message]) -> Iterator[Placed]:
    yield from _in_each(messages)
    yield from _not_introduced(messages)
    yield from _same_reply(messages)
    yield from _same_refusal(messages)
    yield from _too_many_bubbles(messages)


def _in_each(messages: Sequence[Message]) -> Iterator[Placed]:
    asked = ""
    for index, (author, text) in enumerate(messages):
        if author == CUSTOMER:
            asked = text
            continue
        for finding in check(text):
            is_human = author == PERSON and finding.check == "pretending_human"
            is_answer = finding.check == "english" and is_english(asked)
            if not (is_human or is_answer):
                yield Placed(index, finding)


def _not_introduced(messages: Sequence[Message]) -> Iterator[Placed]:
    for index, (_, text) in _of_bot(messages):
        if not _SAYS_WHAT_IT_IS.search(text) or _DENIES_IT.search(text):
            yield _placed(index, rule("not_introduced"), text, Piece(text, 0))
        return


def _same_reply(messages: Sequence[Message]) -> Iterator[Placed]:
    before = ""
    for index, (_, text) in _of_bot(messages):
        if _bare(text) == before:
            yield _placed(index, rule("same_reply"), text, Piece(text, 0))
        before = _bare(text)


def _same_refusal(messages: Sequence[Message]) -> Iterator[Placed]:
    refused: set[str] = set()
    for index, (_, text) in _of_bot(messages):
        said = [piece for piece in sentences(text) if _is_refusal(piece.text)]
        for piece in said:
            if _bare(piece.text) in refused:
                yield _placed(index, rule("same_refusal"), text, piece)
                break
        refused |= {_bare(piece.text) for piece in said}


def _too_many_bubbles(messages: Sequence[Message]) -> Iterator[Placed]:
    in_a_row = 0
    for index, (author, text) in enumerate(messages):
        in_a_row = in_a_row + 1 if author == BOT else 0
        if in_a_row == MOST_IN_A_ROW + 1:
            yield _placed(index, rule("too_many_bubbles"), text, Piece(text, 0))


def _of_bot(messages: Sequence[Message]) -> Iterator[tuple[int, Message]]:
    return ((index, message) for index, message in enumerate(messages) if message[0] == BOT)


def _is_refusal(sentence: str) -> bool:
    return len(words(sentence)) >= _REFUSAL_WORDS and bool(_REFUSES.search(sentence))


def _bare(text: str) -> str:
    return " ".join(words(text.casefold()))


def _placed(index: int, broken: Rule, text: str, piece: Piece) -> Placed:
    end = piece.start + len(piece.text.rstrip())
    return Placed(index, broken.finding(text, piece.start, end))
