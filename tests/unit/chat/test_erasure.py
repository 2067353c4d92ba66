import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.core.management import call_command

from bot.chat.models import Conversation, ErasureDue, Feedback, Message
from bot.clock import ZONE
from bot.shop.appointments import book
from bot.shop.models import Service, StaffMessage
from bot.shop.notes import leave_message

from .customer import Customer
from .fake_engine import FakeEngine

WalksIn = Callable[[], Awaitable[Customer]]


def _erasing(body: dict[str, str]) -> dict[str, Any]:
    return {"messages": [{"text": "Gewist.", "buttons": [], "custom": {"erase": True}}]}


async def _left() -> int:
    return (
        await Conversation.objects.acount()
        + await Message.objects.acount()
        + await Feedback.objects.acount()
    )


async def test_erasing_leaves_nothing_here_nor_in_the_engine(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    await sanne.says("Mijn nummer is 06 12345678")
    await sanne.http.post("/api/chat/feedback", json={"message": 1, "helpful": True})

    response = await sanne.erases()

    assert response.status_code == 204
    assert await _left() == 0
    assert engine.forgotten == [sanne.conversation]
    assert await ErasureDue.objects.acount() == 0
    assert (await sanne.posts(text="Hoi")).status_code == 401


async def test_a_message_left_for_the_staff_goes_and_an_appointment_forgets_its_conversation(
    customer: WalksIn,
) -> None:
    sanne, joris = await customer(), await customer()
    for someone in (sanne, joris):
        await sync_to_async(leave_message)("Bel me terug", "", someone.conversation)
    start = datetime(2026, 11, 27, 10, 0, tzinfo=ZONE)
    booked = await sync_to_async(book)(
        await Service.objects.aget(key="eye_test"),
        start,
        "Sanne Bos",
        "+31612345678",
        conversation=sanne.conversation,
    )

    await sanne.erases()

    assert [m.conversation async for m in StaffMessage.objects.all()] == [joris.conversation]
    await booked.arefresh_from_db()
    assert (booked.conversation, booked.start) == ("", start)


async def test_another_conversation_is_left_alone(customer: WalksIn) -> None:
    sanne, joris = await customer(), await customer()
    await joris.says("Hoi")

    await sanne.erases()

    assert len(await joris.reads()) == 3


async def test_a_sleeping_engine_forgets_later(customer: WalksIn, engine: FakeEngine) -> None:
    sanne = await customer()
    engine.down = True
    await sanne.erases()
    engine.down = False

    await customer()

    async with asyncio.timeout(3):
        while sanne.conversation not in engine.forgotten:
            await asyncio.sleep(0.02)


async def test_erasing_waits_for_the_answer_that_is_being_made(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.delay = 0.5

    posting = asyncio.create_task(sanne.posts(text="Hoi"))
    await engine.at_work_on_one()
    erased = await sanne.erases()
    await posting

    assert erased.status_code == 204
    assert await _left() == 0
    assert engine.at_work == 0
    assert engine.forgotten == [sanne.conversation]


async def test_the_engine_can_ask_to_erase_after_the_last_words(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = _erasing

    response = await sanne.posts(text="wis dit gesprek")

    assert response.json()["state"] == "closed"
    assert [message["text"] for message in response.json()["messages"]] == ["Gewist."]
    assert await _left() == 0
    assert engine.forgotten == [sanne.conversation]


async def test_the_listener_hears_the_last_words_and_then_the_end(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = _erasing

    async with sanne.listening(after=1) as events, asyncio.timeout(8):
        heard = [await anext(events)]
        await sanne.posts(text="wis dit gesprek")
        heard += [event async for event in events]

    assert "Gewist." in [data["text"] for name, data in heard if name == "message"]
    assert heard[-1] == ("state", {"state": "closed"})


async def test_what_is_older_than_the_shop_keeps_is_erased(
    customer: WalksIn, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_NOW", "2026-08-25T10:00")
    old = await customer()
    monkeypatch.setenv("BOT_NOW", "2026-08-26T11:00")
    still_kept = await customer()
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:30")

    await sync_to_async(call_command)("forgetold", verbosity=0)

    left = [conversation.public_id async for conversation in Conversation.objects.all()]
    assert left == [UUID(still_kept.conversation)]
    assert engine.forgotten == [old.conversation]
