"""Who calls for a person of the shop: who waits, who wrote back, who left a message."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from bot.chat.models import Conversation, State
from bot.shop.models import StaffMessage

_AT_MOST = 100


class Why(StrEnum):
    WAITS = "wacht"
    WROTE_BACK = "schreef terug"
    LEFT_MESSAGE = "liet een bericht achter"


@dataclass(frozen=True)
class Call:
    why: Why
    since: datetime
    # None of a message that belongs to no conversation.
    conversation: Conversation | None
    note: StaffMessage | None = None

    @property
    def key(self) -> str:
        """Tells one call from another, also of the same customer later."""
        whose = (
            self.conversation.pk if self.conversation else f"b{self.note.pk if self.note else 0}"
        )
        return f"{whose}-{self.since.timestamp():.0f}"


def open_calls() -> list[Call]:
    """Return who has not had a person's word yet, who waits longest first.

    Of very many it returns the newest, so that who comes now is heard.
    """
    waiting = list(_waiting().order_by("-waiting_since")[:_AT_MOST])
    notes = list(_unhandled().order_by("-created")[:_AT_MOST])
    of_notes = _conversations_of(notes)
    calls = [_waits(conversation) for conversation in waiting]
    for note in notes:
        conversation = of_notes.get(note.conversation)
        if conversation is None or conversation not in waiting:
            calls.append(Call(Why.LEFT_MESSAGE, note.created, conversation, note))
    return sorted(calls, key=lambda call: call.since)


def older_calls() -> int:
    """Return how many `open_calls` leaves out."""
    return sum(max(0, rows.count() - _AT_MOST) for rows in (_waiting(), _unhandled()))


def bell_now() -> dict[str, Any]:
    """Return what the bell on every page shows."""
    calls = open_calls()
    return {
        "keys": " ".join(call.key for call in calls),
        "number": len(calls),
        "waiting": sum(call.why == Why.WAITS for call in calls),
    }


def notes_of(conversation: Conversation) -> list[StaffMessage]:
    """Return what this customer left for the staff and nobody dealt with yet."""
    return list(
        StaffMessage.objects.filter(
            conversation=str(conversation.public_id), handled=False
        ).order_by("created")
    )


def settle_notes(conversation: Conversation) -> None:
    StaffMessage.objects.filter(conversation=str(conversation.public_id)).update(handled=True)


def _waiting() -> QuerySet[Conversation]:
    return Conversation.objects.filter(
        waiting_since__isnull=False, state__in=[State.WAITING, State.STAFF]
    )


def _unhandled() -> QuerySet[StaffMessage]:
    return StaffMessage.objects.filter(handled=False)


def _waits(conversation: Conversation) -> Call:
    assert conversation.waiting_since is not None
    why = Why.WAITS if conversation.state == State.WAITING else Why.WROTE_BACK
    return Call(why, conversation.waiting_since, conversation)


def _conversations_of(notes: list[StaffMessage]) -> dict[str, Conversation]:
    ids = []
    for note in notes:
        try:
            ids.append(UUID(note.conversation))
        except ValueError:
            continue
    found = Conversation.objects.filter(public_id__in=ids)
    return {str(conversation.public_id): conversation for conversation in found}
