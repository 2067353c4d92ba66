"""What may never happen in a conversation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import httpx

from tests.dialogue.walk.responses import is_fault
from tests.dialogue.walk.talk import Move, Talk, Turn
from tests.dialogue.walk.words import DETAIL, GO_ON, OWN_APPOINTMENT

Check = Callable[[Talk, Turn], Iterator[tuple[str, str]]]

_MOST_WORDS = 60
_MOST_ASKED = 6
_GOOD_ANSWERS = 2
# A good answer to one of these may not be met with the same question.
_SURE = {"service", "name", "phone", "postcode"}
_SURE_ANSWERS = {answer for detail in _SURE for answer in DETAIL[detail]}

_SEVERAL = re.compile(r"[?.!,;:]\s+\S|\ben\b|\bof\b|\n", re.I)
_UNFILLED = re.compile(r"[{}]|\bNone\b|\bnan\b")
_FORMAL = re.compile(r"\b(u|uw|uwe)\b", re.I)
_DISCOUNT = re.compile(r"korting|aanbieding|afgeprijsd|\d ?%", re.I)
_REFUSAL = re.compile(r"\b(niet|geen|nee|nooit)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def _answered(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    if turn.status != httpx.codes.CREATED:
        yield "status", f"{turn.status} on {turn.line.text[:60]!r}"
    elif turn.before == "waiting" and turn.line.text == GO_ON and turn.state != "bot":
        yield "still waiting", "the button that brings the bot back did not"
    elif turn.before == "waiting" and turn.line.text != GO_ON and turn.texts and not _by_door(turn):
        yield "spoke while a person was waited for", turn.reply
    elif turn.before != "waiting" and not any(text.strip() for text in turn.texts):
        yield "silence", f"no answer to {turn.line.text[:60]!r}"


def _by_door(turn: Turn) -> bool:
    """Whether the customer asked in words for the bot to come back."""
    return turn.state == "bot"


def _quiet_when_handed_over(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    if turn.before == "bot" and turn.state == "waiting" and turn.asked:
        yield "asks on while a person is fetched", turn.reply


def _no_echo(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    earlier = [one.reply for one in talk.turns[:-1] if one.reply]
    if turn.reply and earlier and turn.reply == earlier[-1]:
        yield "same reply twice", turn.reply


def _no_fault(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    if any(is_fault(text) for text in turn.texts):
        yield "fault", turn.reply


def _few_bubbles(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    most = 3 if _SEVERAL.search(turn.line.text) else 2
    if len(turn.texts) > most:
        yield "too many bubbles", f"{len(turn.texts)} to {turn.line.text[:80]!r}"


def _short(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    for text in turn.texts:
        if len(text.split()) > _MOST_WORDS:
            yield "wall of text", f"{len(text.split())} words: {text}"


def _well_worded(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    if len(set(turn.texts)) < len(turn.texts):
        yield "same bubble twice", turn.reply
    for text in turn.texts:
        if _UNFILLED.search(text):
            yield "unfilled", text
        if _FORMAL.search(text):
            yield "formal", text
        for sentence in _SENTENCE_END.split(text):
            if _DISCOUNT.search(sentence) and not _REFUSAL.search(sentence):
                yield "promise of a discount", sentence


def _heard(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    asked = talk.asked_before(turn)
    if turn.line.move is Move.ANSWER and asked in _SURE and turn.asked == asked:
        yield "answer not heard", f"{turn.line.text!r} to the question for {asked}: {turn.reply}"


def _no_loop(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    last = talk.turns[-(_MOST_ASKED + 1) :]
    stuck = len(last) > _MOST_ASKED and {one.asked for one in last} == {turn.asked} != {""}
    # A moment that is typed may be taken or closed; one that was offered is free.
    good = sum(one.line.move is Move.PRESS or one.line.text in _SURE_ANSWERS for one in last)
    if stuck and good >= _GOOD_ANSWERS:
        yield "loop", f"asked for {turn.asked} {len(last)} times in a row"


def _nothing_booked(talk: Talk, turn: Turn) -> Iterator[tuple[str, str]]:
    cards = [message.get("card") or {} for message in turn.messages]
    shown = {card["ics"] for card in cards if card.get("kind") == "appointment"}
    asked = talk.asked_before(turn)
    if turn.line.move is Move.NEVER_MIND and asked:
        if shown:
            yield "booked after never mind", turn.reply
        elif turn.asked:
            yield "form goes on after never mind", turn.reply
    # Another talk may have booked under this name and number, and was told so.
    unheard_of = shown - talk.appointments
    if turn.line.text == OWN_APPOINTMENT and unheard_of and not talk.own_appointment:
        yield "booked after never mind", turn.reply
    if shown:
        talk.own_appointment = True
        talk.appointments |= shown


CHECKS: tuple[Check, ...] = (
    _answered,
    _quiet_when_handed_over,
    _no_echo,
    _no_fault,
    _few_bubbles,
    _short,
    _well_worded,
    _heard,
    _no_loop,
    _nothing_booked,
)
