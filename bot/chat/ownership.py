"""Who owns a conversation: the bot, nobody yet, a person, or no one any more.

This function is the only one that writes the column, whoever asks: the engine, the customer, the
console or a job.
"""

import logging
from typing import Any

from django.db import transaction

from bot import clock
from bot.chat import announce
from bot.chat.models import Conversation, Message, State
from bot.chat.signals import conversation_changed

logger = logging.getLogger(__name__)


def hand_over(conversation: Conversation, to: State, why: str) -> bool:
    """Give the conversation to somebody else; return whether that changed anything."""
    with transaction.atomic():
        changed = (
            Conversation.objects.filter(pk=conversation.pk)
            .exclude(state=to)
            .update(state=to, **_waiting(to))
            > 0
        )
        if changed and to != State.BOT:
            # A person reads what the bot had not answered yet; it must not answer that afterwards.
            unanswered = Message.objects.filter(
                conversation=conversation, for_bot=True, answered_at=None
            ).update(for_bot=False)
            if unanswered and to == State.STAFF:
                wait_for_a_person(conversation)
        if changed:
            conversation_changed.send(Conversation, pk=conversation.pk)
    conversation.state = to
    if changed:
        logger.info("Conversation %s goes to %s: %s", conversation.public_id, to, why)
        announce.wake_from_sync(conversation)
        transaction.on_commit(announce.calls_from_sync)
    return changed


def wait_for_a_person(conversation: Conversation) -> None:
    """Remember since when the customer waits for a person's word, unless it is known already."""
    Conversation.objects.filter(pk=conversation.pk, waiting_since=None).update(
        waiting_since=clock.now(), waiting_told_at=None
    )


def a_person_spoke(conversation: Conversation) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None, waiting_told_at=None)


def _waiting(to: State) -> dict[str, Any]:
    """Return what the new owner means for how long the customer waits for a person's word."""
    if to == State.STAFF:
        # Taken over is not answered yet.
        return {}
    since = clock.now() if to == State.WAITING else None
    return {"waiting_since": since, "waiting_told_at": None}
