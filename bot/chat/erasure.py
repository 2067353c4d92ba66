"""Forgetting a conversation: here at once and in one transaction, in the engine as soon as it can.

The debt to the engine is written down in the same transaction as the erasure, so that neither a
crash nor a sleeping engine makes it forgotten.
"""

from typing import Any
from uuid import UUID

from django.db import transaction

from bot.chat import announce, engine
from bot.chat.models import Conversation, ErasureDue
from bot.chat.pool import in_pool
from bot.chat.turns import Busy, turn
from bot.shop.forgetting import forget_conversation

_PATIENCE_SECONDS = 30.0
_AT_A_TIME = 20


async def erase(conversation: Conversation) -> None:
    """Erase a conversation when nothing is being answered in it any more."""
    try:
        async with turn(conversation, _PATIENCE_SECONDS):
            await erase_in_turn(conversation, [])
    except Busy:
        # The engine is still at work on it and would remember it again: that is for later.
        await in_pool(_erase_here)(conversation)
        await announce.erased(conversation, [])


async def erase_in_turn(conversation: Conversation, last: list[dict[str, Any]]) -> None:
    """Erase a conversation whose turn the caller holds; listeners get the last messages."""
    await in_pool(_erase_here)(conversation)
    await announce.erased(conversation, last)
    await _settle(conversation.public_id)


async def settle_debts() -> None:
    """Erase in the engine what could not be erased before."""
    for public_id in await in_pool(_debts)():
        if not await _settle(public_id):
            return


async def _settle(public_id: UUID) -> bool:
    try:
        await engine.forget(public_id)
    except engine.EngineUnavailable:
        return False
    await in_pool(_forgotten)(public_id)
    return True


def forget_elsewhere(conversation: Conversation) -> None:
    """Make everybody but this record forget the conversation; for within a transaction."""
    ErasureDue.objects.get_or_create(conversation=conversation.public_id)
    forget_conversation(str(conversation.public_id))
    _forget_what_was_remembered(conversation)


def _erase_here(conversation: Conversation) -> None:
    with transaction.atomic():
        forget_elsewhere(conversation)
        Conversation.objects.filter(pk=conversation.pk).delete()


def _debts() -> list[UUID]:
    return list(
        ErasureDue.objects.order_by("since").values_list("conversation", flat=True)[:_AT_A_TIME]
    )


def _forgotten(public_id: UUID) -> None:
    ErasureDue.objects.filter(conversation=public_id).delete()


def _forget_what_was_remembered(conversation: Conversation) -> None:
    """Clear the memory in all of the customer's earlier conversations that led to this one."""
    earlier: int | None = conversation.pk
    while earlier:
        # Read anew each time: an earlier one may have been erased since this one was read.
        row = Conversation.objects.filter(pk=earlier)
        row.update(remembered="")
        earlier = row.values_list("previous_id", flat=True).first()
