"""Who owns a conversation: the bot, nobody yet, a person, or no one any more.

This function is the only one that writes the column, whoever asks: the engine, the customer, the
console or a job.
"""

import logging

from django.db import transaction

from bot.chat import announce
from bot.chat.models import Conversation, Message, State
from bot.chat.signals import conversation_changed

logger = logging.getLogger(__name__)


def hand_over(conversation: Conversation, to: State, why: str) -> bool:
    """Give the conversation to somebody else; return whether that changed anything."""
    with transaction.atomic():
        changed = (
            Conversation.objects.filter(pk=conversation.pk).exclude(state=to).update(state=to) > 0
        )
        if changed and to != State.BOT:
            # A person reads what the bot had not answered yet; it must not answer that afterwards.
            Message.objects.filter(
                conversation=conversation, for_bot=True, answered_at=None
            ).update(for_bot=False)
        if changed:
            conversation_changed.send(Conversation, pk=conversation.pk)
    conversation.state = to
    if changed:
        logger.info("Conversation %s goes to %s: %s", conversation.public_id, to, why)
        announce.wake_from_sync(conversation)
    return changed
