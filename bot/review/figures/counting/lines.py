"""Conversations as they are counted: their messages, stripped of every word."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from bot.chat.models import Conversation, Feedback, Message, Sender
from bot.chat.record import GO_ON, PERSON
from bot.clock import ZONE
from bot.review.understanding import FALLBACK, threshold

# What Django and both databases write for an empty list.
_NO_BUTTONS = ("[]", "", None)
_GO_ON_OFFERED = f'"{GO_ON}"'
_APPOINTMENT_CARD = '"kind": "appointment"'


@dataclass(frozen=True, slots=True)
class Line:
    pk: int
    conversation: int
    at: datetime
    sender: str
    intent: str
    is_unsure: bool
    actions: str
    # The customer pressed the button for a person.
    asks_person: bool
    for_bot: bool
    # The engine failed on it, and never came back.
    is_given_up: bool
    reply_to: int | None
    offers: bool
    hands_over: bool
    shows_appointment: bool
    helpful: bool | None

    @property
    def is_customers(self) -> bool:
        return self.sender == Sender.CUSTOMER

    @property
    def is_staffs(self) -> bool:
        return self.sender == Sender.STAFF

    def did(self, action: str) -> bool:
        return f'"{action}"' in self.actions


@dataclass(frozen=True, slots=True)
class Thumb:
    at: datetime
    helpful: bool


def talks_between(first: date, until: date | None) -> Iterator[list[Line]]:
    """Yield each conversation in which something was said from one day up to another, whole."""
    chosen = Q(conversation__last_activity__gte=midnight(first))
    if until:
        chosen &= Q(conversation__created__lt=midnight(until))
    judged = Feedback.objects.filter(created__gte=midnight(first))
    yield from _talks(chosen, dict(judged.values_list("message_id", "helpful")))


def talk_of(conversation: Conversation) -> list[Line]:
    judged = Feedback.objects.filter(message__conversation=conversation)
    thumbs = dict(judged.values_list("message_id", "helpful"))
    return next(_talks(Q(conversation=conversation), thumbs), [])


def thumbs_between(first: date, until: date | None) -> Iterator[Thumb]:
    chosen = Q(created__gte=midnight(first))
    if until:
        chosen &= Q(created__lt=midnight(until))
    return _thumbs(chosen)


def thumbs_of(conversation: Conversation) -> Iterator[Thumb]:
    return _thumbs(Q(message__conversation=conversation))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def _talks(chosen: Q, thumbs: dict[int, bool]) -> Iterator[list[Line]]:
    # JSON stays text: reading half a million small lists would take longest of all.
    rows = (
        Message.objects.filter(chosen)
        .order_by("conversation_id", "number")
        .values_list(
            "pk",
            "conversation_id",
            "created",
            "sender",
            "intent",
            "confidence",
            Cast("actions", TextField()),
            "choice",
            "for_bot",
            "attempts",
            "reply_to_id",
            Cast("buttons", TextField()),
            Cast("payloads", TextField()),
            Cast("card", TextField()),
        )
        .iterator(chunk_size=5000)
    )
    limit = threshold()

    def lines() -> Iterator[Line]:
        for (
            pk,
            conversation,
            created,
            sender,
            intent,
            confidence,
            actions,
            choice,
            for_bot,
            attempts,
            reply_to,
            buttons,
            payloads,
            card,
        ) in rows:
            yield Line(
                pk=pk,
                conversation=conversation,
                at=created.astimezone(ZONE),
                sender=sender,
                intent=intent,
                is_unsure=intent == FALLBACK or (confidence is not None and confidence < limit),
                actions=actions or "",
                asks_person=choice == PERSON,
                for_bot=for_bot,
                is_given_up=attempts > 0 and not intent,
                reply_to=reply_to,
                offers=buttons not in _NO_BUTTONS,
                hands_over=_GO_ON_OFFERED in (payloads or ""),
                shows_appointment=_APPOINTMENT_CARD in (card or ""),
                helpful=thumbs.get(pk),
            )

    for _, talk in groupby(lines(), key=attrgetter("conversation")):
        yield list(talk)


def _thumbs(chosen: Q) -> Iterator[Thumb]:
    for created, helpful in Feedback.objects.filter(chosen).values_list("created", "helpful"):
        yield Thumb(created.astimezone(ZONE), helpful)
