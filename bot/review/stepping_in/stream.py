"""What staff hear live, as server-sent events: that there is news, and not what.

The page fetches what is new itself, by the same view that it polls without a stream. So rights and
masking hold in one place, and a broken line misses nothing: the first event after it fetches all.
"""

import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from django.contrib.auth.models import User

from bot.chat import announce, background
from bot.chat.models import Conversation
from bot.chat.pool import in_pool
from bot.chat.stream import as_event
from bot.review.models import StaffDeed
from bot.review.stepping_in import presence
from bot.review.stepping_in.calls import open_calls

LOOK_SECONDS = 5.0
PULSE_SECONDS = 15.0
# Each page has one; a browser gives a site six.
MOST_OF_ONE_PERSON = 20
# In milliseconds, how soon a browser comes back.
_COME_BACK = "retry: 2000\n\n"

StillIn = Callable[[], Awaitable[bool]]

_listening: Counter[int] = Counter()


def has_room(user: User) -> bool:
    return _listening[user.pk] < MOST_OF_ONE_PERSON


async def of_conversation(
    conversation: Conversation, user: User, after: int, still_in: StillIn
) -> AsyncIterator[str]:
    """Tell of news in one conversation, of who else is there, and that the customer types."""
    try:
        async with announce.Ear(announce.group_of(conversation)) as ear:
            seen: dict[str, Any] = {}
            async for _ in _pulse(user, conversation, still_in):
                look = await in_pool(_look)(conversation, user)
                if look is None:
                    yield as_event("erased", {})
                    return
                number = look.pop("number")
                if number > after or look["standing"] != seen.get("standing"):
                    after = max(after, number)
                    yield as_event("news", {}, after)
                if look["people"] != seen.get("people"):
                    yield as_event("people", {})
                seen = look
                woken = await ear.heard(LOOK_SECONDS)
                if woken.get("type") == "chat.customer_types":
                    yield as_event("typing", {})
                elif not woken:
                    yield ": still here\n\n"
    finally:
        background.start(_leave(user, conversation))


async def of_calls(user: User, still_in: StillIn) -> AsyncIterator[str]:
    """Tell when somebody calls for a person, or no longer does."""
    async with announce.Ear(announce.CALLS) as ear:
        seen: list[str] | None = None
        async for _ in _pulse(user, None, still_in):
            calls = await in_pool(_calls)()
            if calls != seen:
                seen = calls
                yield as_event("calls", {})
            if not await ear.heard(LOOK_SECONDS):
                yield ": still here\n\n"


async def counted(user: User, events: AsyncIterator[str]) -> AsyncIterator[str]:
    _listening[user.pk] += 1
    try:
        yield _COME_BACK
        async for event in events:
            yield event
    finally:
        _listening[user.pk] -= 1
        if not _listening[user.pk]:
            del _listening[user.pk]


async def _pulse(
    user: User, conversation: Conversation | None, still_in: StillIn
) -> AsyncIterator[None]:
    """Go on as long as this person is logged in, and note now and then that they are there."""
    felt_at = float("-inf")
    while True:
        if time.monotonic() - felt_at >= PULSE_SECONDS:
            felt_at = time.monotonic()
            if not await still_in():
                return
            await in_pool(presence.is_here)(user, conversation)
        yield


async def _leave(user: User, conversation: Conversation) -> None:
    await in_pool(presence.is_gone)(user, conversation)


def _look(conversation: Conversation, user: User) -> dict[str, Any] | None:
    now = Conversation.objects.filter(pk=conversation.pk).values("last_number", "state").first()
    if now is None:
        return None
    deeds = StaffDeed.objects.filter(conversation=conversation).order_by("-pk")
    return {
        "number": now["last_number"],
        "standing": (now["state"], deeds.values_list("pk", flat=True).first()),
        "people": presence.colleagues_in(conversation, user),
    }


def _calls() -> list[str]:
    return [call.key for call in open_calls()]
