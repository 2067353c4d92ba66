"""Waking those who listen to a conversation. What happened is read from the database.

So the channel layer may fail: who listens then hears of it a few seconds later, and nobody else
is troubled.
"""

import asyncio
import logging
from contextlib import suppress
from types import TracebackType
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from redis.exceptions import RedisError

from bot.chat.models import Conversation

logger = logging.getLogger(__name__)

_LAYER_FAILURES = (RedisError, OSError, TimeoutError)
_LAYER_SECONDS = 2.0
CALLS = "chat.calls"

Event = dict[str, Any]


def group_of(conversation: Conversation) -> str:
    return f"chat.{conversation.public_id.hex}"


async def wake(conversation: Conversation) -> None:
    """Tell listeners that something was added or changed."""
    await _send(group_of(conversation), {"type": "chat.changed"})


async def typing(conversation: Conversation, sender: str, name: str, text: str = "") -> None:
    """Tell listeners that a person is typing, or that the bot is looking something up."""
    await _send(
        group_of(conversation),
        {"type": "chat.typing", "data": {"from": sender, "name": name, "text": text}},
    )


async def customer_types(conversation: Conversation) -> None:
    """Tell the people of the shop that the customer is typing; what, nobody knows."""
    await _send(group_of(conversation), {"type": "chat.customer_types"})


async def erased(conversation: Conversation, last: list[dict[str, Any]]) -> None:
    """Hand the last messages to listeners, who can read nothing from the database any more."""
    await _send(group_of(conversation), {"type": "chat.erased", "messages": last})


async def calls() -> None:
    """Tell the people of the shop that who calls for them has changed."""
    await _send(CALLS, {"type": "chat.calls"})


def calls_from_sync() -> None:
    async_to_sync(calls)()


def wake_from_sync(conversation: Conversation) -> None:
    async_to_sync(wake)(conversation)


def typing_from_sync(conversation: Conversation, sender: str, name: str) -> None:
    async_to_sync(typing)(conversation, sender, name)


class Ear:
    """One listener's ear to a group; with a layer that fails, a deaf one."""

    def __init__(self, group: str) -> None:
        self.group = group
        self.layer = _layer()
        self.channel = ""
        self.hearing: asyncio.Task[Event] | None = None

    async def __aenter__(self) -> "Ear":
        try:
            async with asyncio.timeout(_LAYER_SECONDS):
                self.channel = await self.layer.new_channel()
                await self.layer.group_add(self.group, self.channel)
            self.hearing = asyncio.create_task(self.layer.receive(self.channel))
        except _LAYER_FAILURES as failure:
            _tell(failure)
        return self

    async def heard(self, patience_seconds: float) -> Event:
        """Return what was announced, or nothing when that takes too long."""
        if self.hearing is None:
            await asyncio.sleep(patience_seconds)
            return {}
        # Layers take a cancelled receive for a listener who leaves, so it is left running.
        done, _ = await asyncio.wait({self.hearing}, timeout=patience_seconds)
        if not done:
            return {}
        try:
            event = self.hearing.result()
        except _LAYER_FAILURES as failure:
            _tell(failure)
            self.hearing = None
            return {}
        self.hearing = asyncio.create_task(self.layer.receive(self.channel))
        return event

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.hearing is not None:
            self.hearing.cancel()
            with suppress(asyncio.CancelledError, *_LAYER_FAILURES):
                await self.hearing
        with suppress(*_LAYER_FAILURES):
            await self.layer.group_discard(self.group, self.channel)


async def _send(group: str, event: Event) -> None:
    try:
        async with asyncio.timeout(_LAYER_SECONDS):
            await _layer().group_send(group, event)
    except _LAYER_FAILURES as failure:
        _tell(failure)


def _layer() -> Any:
    layer = get_channel_layer()
    assert layer is not None
    return layer


def _tell(failure: BaseException) -> None:
    logger.warning("Listeners are not woken, the channel layer is away: %s", failure)
