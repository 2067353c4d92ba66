"""Waking those who listen to a conversation. What happened is read from the database."""

from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from bot.chat.models import Conversation


def group_of(conversation: Conversation) -> str:
    return f"chat.{conversation.public_id.hex}"


async def wake(conversation: Conversation) -> None:
    """Tell listeners that something was added or changed."""
    await _send(conversation, {"type": "chat.changed"})


async def typing(conversation: Conversation, sender: str, name: str, text: str = "") -> None:
    """Tell listeners that a person is typing, or that the bot is looking something up."""
    await _send(
        conversation,
        {"type": "chat.typing", "data": {"from": sender, "name": name, "text": text}},
    )


async def erased(conversation: Conversation, last: list[dict[str, Any]]) -> None:
    """Hand the last messages to listeners, who can read nothing from the database any more."""
    await _send(conversation, {"type": "chat.erased", "messages": last})


def wake_from_sync(conversation: Conversation) -> None:
    async_to_sync(wake)(conversation)


async def _send(conversation: Conversation, event: dict[str, Any]) -> None:
    layer = get_channel_layer()
    assert layer is not None
    await layer.group_send(group_of(conversation), event)
