"""Answering what was left unanswered, though nobody asks or listens.

The engine was away, or a web process ended in the middle of an answer: who comes back later finds
the answer there.
"""

import asyncio
import logging
from datetime import timedelta

from bot import clock
from bot.chat import erasure
from bot.chat.answering import answer_backlog
from bot.chat.models import Conversation, Message
from bot.chat.pool import in_pool
from bot.chat.waiting import tell_who_waits

logger = logging.getLogger(__name__)

_EVERY_SECONDS = 10.0
_AT_A_TIME = 50
# An answer of days later is of no use to anyone, until the customer is there again.
_AT_MOST_OLD = timedelta(days=1)


async def keep_catching_up() -> None:
    """Look for what lies waiting, as long as the web process lives."""
    while True:
        try:
            await tell_who_waits()
            await catch_up()
        except Exception:
            # Such as a database that is away for a while; the next round may find it again.
            logger.exception("Catching up failed")
        await asyncio.sleep(_EVERY_SECONDS)


async def catch_up() -> None:
    for conversation in await in_pool(_waiting)():
        if not await answer_backlog(conversation):
            return
    await erasure.settle_debts()


def _waiting() -> list[Conversation]:
    unanswered = Message.objects.filter(
        for_bot=True, answered_at=None, created__gte=clock.now() - _AT_MOST_OLD
    )
    # Who is helped this very moment holds the turn; those are passed by.
    return list(
        Conversation.objects.filter(pk__in=unanswered.values("conversation")).order_by(
            "last_activity"
        )[:_AT_A_TIME]
    )
