import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
from channels.layers import get_channel_layer

from bot.chat import announce, stream
from bot.chat.models import Conversation

from .customer import Customer
from .fake_engine import FakeEngine

WalksIn = Callable[[], Awaitable[Customer]]


async def _until(
    events: AsyncIterator[tuple[str, Any]], done: Callable[[str, Any], bool]
) -> list[tuple[str, Any]]:
    heard = []
    async with asyncio.timeout(8):
        async for name, data in events:
            heard.append((name, data))
            if done(name, data):
                return heard
    return heard


def _ids(heard: list[tuple[str, Any]]) -> list[int]:
    return [data["id"] for name, data in heard if name == "message"]


async def test_the_stream_starts_with_what_was_missed_and_the_state(customer: WalksIn) -> None:
    sanne = await customer()
    await sanne.says("een")

    async with sanne.listening(after=1) as events:
        heard = await _until(events, lambda name, data: name == "state")

    assert _ids(heard) == [2, 3]
    assert heard[-1] == ("state", {"state": "bot"})


async def test_the_last_event_id_wins_over_after(customer: WalksIn) -> None:
    sanne = await customer()
    await sanne.says("een")

    async with sanne.listening(after=0, **{"Last-Event-ID": "2"}) as events:
        heard = await _until(events, lambda name, data: name == "state")

    assert _ids(heard) == [3]


async def test_a_message_is_heard_at_once_by_every_listener(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()

    async with sanne.listening(after=1) as one, sanne.listening(after=1) as other:
        await _until(one, lambda name, data: name == "state")
        await _until(other, lambda name, data: name == "state")
        await sanne.says("Hoi")
        started = asyncio.get_running_loop().time()
        heard = await asyncio.gather(
            *(_until(events, lambda name, data: data.get("id") == 3) for events in (one, other))
        )
        took = asyncio.get_running_loop().time() - started

    assert [_ids(each) for each in heard] == [[2, 3], [2, 3]]
    assert took < 1


async def test_nothing_is_missed_or_doubled_while_messages_pour_in(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()

    async with sanne.listening() as events:
        talking = asyncio.create_task(_talk(sanne, 10))
        heard = await _until(events, lambda name, data: data.get("id") == 21)
        await talking

    assert _ids(heard) == list(range(1, 22))


async def test_while_the_engine_works_the_stream_says_that_the_bot_looks_it_up(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.delay = 0.2

    async with sanne.listening() as events:
        talking = asyncio.create_task(sanne.says("Hoi"))
        heard = await _until(events, lambda name, data: name == "typing")
        await talking

    assert heard[-1][1] == {"from": "bot", "name": "Helder", "text": "zoekt het even op"}


async def test_another_conversation_is_not_heard(customer: WalksIn) -> None:
    sanne, joris = await customer(), await customer()

    async with joris.listening(after=1) as events:
        await sanne.says("Hoi")
        await joris.says("Hallo")
        heard = await _until(events, lambda name, data: data.get("id") == 3)

    assert [data["text"] for name, data in heard if name == "message"] == [
        "Hallo",
        "Je zei: Hallo",
    ]


async def test_a_quiet_line_is_kept_open(
    customer: WalksIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne = await customer()
    monkeypatch.setattr(stream, "HEARTBEAT_SECONDS", 0.2)
    monkeypatch.setattr(stream, "LOOK_SECONDS", 0.1)

    async with sanne.listening() as events:
        heard = await _until(events, lambda name, data: name == "comment")

    assert heard[-1][0] == "comment"


async def test_what_was_written_without_waking_anyone_is_heard_soon(
    customer: WalksIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne = await customer()
    monkeypatch.setattr(stream, "LOOK_SECONDS", 0.2)

    async with sanne.listening(after=1) as events:
        await _until(events, lambda name, data: name == "state")
        monkeypatch.setattr(announce, "_send", _nothing)
        await sanne.says("Hoi")
        heard = await _until(events, lambda name, data: data.get("id") == 3)

    assert _ids(heard) == [2, 3]


async def test_who_stops_listening_leaves_nothing_behind(customer: WalksIn) -> None:
    sanne = await customer()
    conversation = await Conversation.objects.afirst()
    assert conversation is not None
    layer: Any = get_channel_layer()

    async with sanne.listening() as events:
        await _until(events, lambda name, data: name == "state")
        assert announce.group_of(conversation) in layer.groups

    for _ in range(40):
        if announce.group_of(conversation) not in layer.groups:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the listener is still in its group")


async def _talk(customer: Customer, times: int) -> None:
    for number in range(times):
        await customer.says(f"bericht {number}")


async def _nothing(*_: Any) -> None:
    return None


async def test_listeners_hold_no_thread_each(customer: WalksIn) -> None:
    async with AsyncExitStack() as lines:
        before = threading.active_count()
        for _ in range(30):
            sanne = await customer()
            events = await lines.enter_async_context(sanne.listening())
            await _until(events, lambda name, data: name == "state")

        assert threading.active_count() - before < 20
