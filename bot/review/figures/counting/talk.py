"""Counting one conversation, each thing on the day on which it happened."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date

from bot.review.figures.counting import discount, sums
from bot.review.figures.counting.lines import Line, Thumb
from bot.review.figures.counting.sums import Sums

Days = defaultdict[date, Sums]

_LEFT_A_MESSAGE = "action_leave_message"
_BOOKING = "action_book"
_MOVING = "action_move"
_CANCELLING = "action_cancel_appointment"


def new_days() -> Days:
    return defaultdict(Sums)


def count_talk(talk: Sequence[Line], days: Days) -> None:
    asked = [line for line in talk if line.is_customers]
    if not asked:
        if talk:
            days[talk[0].at.date()].add(sums.SILENT)
        return
    first = asked[0].at
    days[first.date()].add(sums.STARTED, str(first.hour))
    answers = _answers(talk)
    for line in asked:
        _count_message(line, answers.get(line.pk, []), days[line.at.date()])
    _count_people(talk, days)
    _count_discount(talk, days)
    if not _had_a_person(talk):
        days[first.date()].add(sums.ALONE)
        _count_answered(asked, days)


def count_thumbs(thumbs: Iterable[Thumb], days: Days) -> None:
    for thumb in thumbs:
        days[thumb.at.date()].add(sums.THUMBS, sums.UP if thumb.helpful else sums.DOWN)


def _answers(talk: Sequence[Line]) -> dict[int, list[Line]]:
    answers: dict[int, list[Line]] = defaultdict(list)
    for line in talk:
        if line.reply_to is not None:
            answers[line.reply_to].append(line)
    return answers


def _count_message(line: Line, answers: Sequence[Line], day: Sums) -> None:
    day.add(sums.HOURS, str(line.at.hour))
    if line.is_unsure:
        asked_back = any(answer.offers for answer in answers)
        day.add(sums.UNDERSTANDING, sums.ASKED_BACK if asked_back else sums.NOT_UNDERSTOOD)
    elif line.intent:
        day.add(sums.UNDERSTANDING, sums.UNDERSTOOD)
        day.add(sums.KINDS, line.intent)
    elif line.is_given_up:
        day.add(sums.UNDERSTANDING, sums.NOT_UNDERSTOOD)
    if deed := _appointment_deed(line, answers):
        day.add(sums.APPOINTMENTS, deed)
    if line.did(_LEFT_A_MESSAGE):
        day.add(sums.MESSAGES_LEFT)


def _appointment_deed(line: Line, answers: Sequence[Line]) -> str:
    """Tell what was done; what did not come off shows no card, or was no yes."""
    if line.did(_CANCELLING):
        return sums.CANCELLED if line.intent == "affirm" else ""
    if any(answer.shows_appointment for answer in answers):
        if line.did(_BOOKING):
            return sums.BOOKED
        if line.did(_MOVING):
            return sums.MOVED
    return ""


def _count_people(talk: Sequence[Line], days: Days) -> None:
    """Count each time that a person was asked for, and how it went on until a person's word."""
    waiting: Line | None = None
    with_a_person = False
    for line in talk:
        if line.is_staffs:
            if waiting:
                waited = line.at.astimezone(UTC) - waiting.at.astimezone(UTC)
                seconds = max(0, int(waited.total_seconds()))
                days[waiting.at.date()].add(sums.WAITS, str(seconds))
            elif not with_a_person:
                days[line.at.date()].add(sums.STEPPED_IN)
            waiting, with_a_person = None, True
        elif line.hands_over:
            with_a_person = False
            if not waiting:
                waiting = line
                days[line.at.date()].add(sums.HANDED_OVER)
        elif line.is_customers and line.for_bot and not line.asks_person:
            with_a_person = False
            if waiting:
                days[waiting.at.date()].add(sums.WENT_ON)
            waiting = None
    if waiting:
        days[waiting.at.date()].add(sums.UNANSWERED)


def _count_discount(talk: Sequence[Line], days: Days) -> None:
    asked = [place for place, line in enumerate(talk) if line.intent in discount.QUESTIONS]
    if not asked:
        return
    first = asked[0]
    questions = frozenset(talk[place].pk for place in asked)
    end = discount.ending(talk[first + 1 :], questions)
    days[talk[first].at.date()].add(sums.DISCOUNT, end)


def _had_a_person(talk: Sequence[Line]) -> bool:
    return any(line.is_staffs or line.hands_over or line.did(_LEFT_A_MESSAGE) for line in talk)


def _count_answered(asked: Sequence[Line], days: Days) -> None:
    """Count each kind once: who asks in three messages is helped once."""
    told: set[str] = set()
    for line in asked:
        if line.intent and not line.is_unsure and line.intent not in told:
            told.add(line.intent)
            days[line.at.date()].add(sums.ANSWERED, line.intent)
