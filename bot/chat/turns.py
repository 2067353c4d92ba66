"""One message of a conversation at a time, over all web processes.

A turn is a lease on the conversation: a process that dies does not keep it for ever.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from bot.chat.errors import Refused
from bot.chat.models import Conversation
from bot.chat.pool import in_pool

# Longer than two questions to the engine take, and renewed for each message.
LEASE = timedelta(seconds=40)
POLL_SECONDS = 0.05


class Busy(Exception):
    """Another request holds the conversation's turn."""


class Turn:
    def __init__(self, conversation: Conversation, until: datetime) -> None:
        self.conversation = conversation
        self.until = until

    async def renew(self) -> None:
        """Hold on for another lease; raise Busy when the turn was lost."""
        until = await in_pool(_extend)(self.conversation.pk, self.until)
        if until is None:
            raise Busy
        self.until = until


@asynccontextmanager
async def turn(conversation: Conversation, patience_seconds: float) -> AsyncIterator[Turn]:
    """Take the conversation's turn, waiting for it as long as the caller has patience."""
    loop = asyncio.get_running_loop()
    give_up_at = loop.time() + patience_seconds
    while (until := await in_pool(_take)(conversation.pk)) is None:
        if loop.time() >= give_up_at:
            raise Busy
        await asyncio.sleep(POLL_SECONDS)
    held = Turn(conversation, until)
    try:
        yield held
    finally:
        await in_pool(_release)(conversation.pk, held.until)


def _take(pk: int) -> datetime | None:
    # Real time, also where the shop's clock stands still: a lease must run out.
    now = timezone.now()
    free = Q(busy_until=None) | Q(busy_until__lt=now)
    if Conversation.objects.filter(free, pk=pk).update(busy_until=now + LEASE):
        return now + LEASE
    if not Conversation.objects.filter(pk=pk).exists():
        raise Refused("unknown_token")
    return None


def _extend(pk: int, held: datetime) -> datetime | None:
    until = timezone.now() + LEASE
    own = Conversation.objects.filter(pk=pk, busy_until=held)
    return until if own.update(busy_until=until) else None


def _release(pk: int, held: datetime) -> None:
    Conversation.objects.filter(pk=pk, busy_until=held).update(busy_until=None)
