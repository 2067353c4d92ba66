"""What a listening customer hears, as server-sent events.

The channel layer only wakes; what is sent is read from the database, from the last number that
this listener has. So nothing is missed between two looks, nor by a layer that loses an event.
"""

import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from bot.chat import announce, background, record
from bot.chat.answering import answer_backlog
from bot.chat.errors import Refused
from bot.chat.models import Conversation, Message, State
from bot.chat.pool import in_pool

HEARTBEAT_SECONDS = 20.0
# How often to look without being woken, and with a message that waits for the engine.
LOOK_SECONDS = 5.0
RETRY_SECONDS = 2.0
LAST_WORDS_SECONDS = 1.0


@dataclass
class Look:
    messages: list[Message]
    state: str
    unanswered: bool


_listeners: Counter[UUID] = Counter()


def check_room(conversation: Conversation) -> None:
    """Refuse one listener too many to a conversation."""
    if _listeners[conversation.public_id] >= settings.CHAT_LISTENERS:
        raise Refused("too_many_requests", retry_after=round(HEARTBEAT_SECONDS))


async def events(conversation: Conversation, after: int) -> AsyncIterator[str]:
    _listeners[conversation.public_id] += 1
    try:
        # Listen first and look then: what is said in between wakes us.
        async with announce.Ear(announce.group_of(conversation)) as ear:
            async for event in _heard(conversation, after, ear):
                yield event
    finally:
        _listeners[conversation.public_id] -= 1
        if not _listeners[conversation.public_id]:
            del _listeners[conversation.public_id]


async def _heard(conversation: Conversation, after: int, ear: announce.Ear) -> AsyncIterator[str]:
    state = ""
    quiet_since = time.monotonic()
    retried_at = 0.0
    while True:
        look = await in_pool(_look)(conversation, after)
        if look is None:
            # The last words come along with the news, which may still be on its way.
            async for event in _last_words(ear, after):
                yield event
            return
        for message in look.messages:
            after = message.number
            yield as_event("message", record.as_public(message), after)
        if look.state != state:
            state = look.state
            yield as_event("state", {"state": state})
            quiet_since = time.monotonic()
        if look.messages:
            quiet_since = time.monotonic()
        if look.unanswered and time.monotonic() - retried_at >= RETRY_SECONDS:
            retried_at = time.monotonic()
            background.start(answer_backlog(conversation))
        woken = await ear.heard(RETRY_SECONDS if look.unanswered else LOOK_SECONDS)
        if woken.get("type") == "chat.typing":
            yield as_event("typing", woken["data"])
            quiet_since = time.monotonic()
        if woken.get("type") == "chat.erased":
            for event in _erased(woken, after):
                yield event
            return
        if time.monotonic() - quiet_since >= HEARTBEAT_SECONDS:
            quiet_since = time.monotonic()
            yield ": still here\n\n"


async def _last_words(ear: announce.Ear, after: int) -> AsyncIterator[str]:
    while woken := await ear.heard(LAST_WORDS_SECONDS):
        if woken["type"] == "chat.erased":
            break
    for event in _erased(woken, after):
        yield event


def _erased(woken: dict[str, Any], after: int) -> list[str]:
    unheard = [public for public in woken.get("messages", []) if public["id"] > after]
    return [
        *(as_event("message", public, public["id"]) for public in unheard),
        as_event("state", {"state": State.CLOSED}),
    ]


def _look(conversation: Conversation, after: int) -> Look | None:
    now = Conversation.objects.filter(pk=conversation.pk).values("last_number", "state").first()
    if now is None:
        return None
    return Look(
        record.messages_after(conversation, after) if now["last_number"] > after else [],
        now["state"],
        Message.objects.filter(conversation=conversation, for_bot=True, answered_at=None).exists(),
    )


def as_event(name: str, data: dict[str, Any], id_: int | None = None) -> str:
    """Write one server-sent event."""
    number = f"id: {id_}\n" if id_ is not None else ""
    return f"{number}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
