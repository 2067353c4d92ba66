import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest

from bot.chat import record, sentences
from bot.chat.answering import answer_backlog
from bot.chat.models import Conversation, Sender, State
from bot.chat.ownership import hand_over
from bot.chat.pool import in_pool
from bot.chat.record import Utterance
from bot.chat.text import asks_bot_to_go_on

from .customer import Customer
from .fake_engine import FakeEngine, saying

WalksIn = Callable[[], Awaitable[Customer]]


def _handing_over(body: dict[str, str]) -> dict[str, Any]:
    return {
        "messages": [
            {"text": "Ik haal Erik erbij.", "buttons": [], "custom": {"hand_over": "waiting"}}
        ]
    }


async def _conversation_of(customer: Customer) -> Conversation:
    return await Conversation.objects.aget(public_id=UUID(customer.conversation))


async def test_the_engine_hands_over_and_then_the_bot_is_silent(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = _handing_over

    response = await sanne.posts(text="Ik wil Erik spreken")
    silent = await sanne.posts(text="Hallo?")

    assert response.json()["state"] == "waiting"
    assert response.json()["messages"][0]["buttons"][-1]["title"] == sentences.GO_ON_BUTTON
    assert silent.json() == {"messages": [], "state": "waiting"}
    assert engine.texts == ["Ik wil Erik spreken"]


@pytest.mark.parametrize("by", ["button", "words"])
async def test_the_customer_lets_the_bot_go_on(
    customer: WalksIn, engine: FakeEngine, by: str
) -> None:
    sanne = await customer()
    engine.answer = _handing_over
    button = (await sanne.says("Ik wil Erik spreken"))[0]["buttons"][-1]
    await sanne.says("Is daar iemand?")
    engine.answer = lambda body: saying("Van 9.30 tot 17.30.")

    response = await sanne.posts(
        **({"choice": button["id"]} if by == "button" else {"text": "Chatbot, ga maar verder"})
    )
    answer = await sanne.says("Hoe laat zijn jullie open?")

    assert response.json()["state"] == "bot"
    assert response.json()["messages"][0]["text"] == sentences.BACK_WITH_BOT
    assert [message["text"] for message in answer] == ["Van 9.30 tot 17.30."]
    assert engine.texts == ["Ik wil Erik spreken", "Hoe laat zijn jullie open?"]


async def test_restart_does_not_wake_the_bot_while_a_person_talks(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    await in_pool(hand_over)(await _conversation_of(sanne), State.STAFF, "test")

    response = await sanne.posts(text="/restart")

    assert response.json() == {"messages": [], "state": "staff"}
    assert engine.asked == []


async def test_a_take_over_while_the_engine_works_silences_its_answer(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    conversation = await _conversation_of(sanne)

    engine.answer = lambda body: saying("Te laat")
    engine.delay = 1

    task = asyncio.create_task(sanne.posts(text="Hoi"))
    await engine.at_work_on_one()
    await in_pool(hand_over)(conversation, State.STAFF, "test")

    assert (await task).json() == {"messages": [], "state": "staff"}
    assert [message["text"] for message in await sanne.reads(after=1)] == ["Hoi"]


async def test_what_staff_says_is_heard_with_the_name(customer: WalksIn) -> None:
    sanne = await customer()
    conversation = await _conversation_of(sanne)

    await in_pool(record.say)(conversation, Sender.STAFF, "Erik", [Utterance("Met Erik.")])

    last = (await sanne.reads())[-1]
    assert (last["from"], last["name"], last["text"]) == ("staff", "Erik", "Met Erik.")


async def test_a_message_opens_a_closed_conversation_for_the_bot(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    await in_pool(hand_over)(await _conversation_of(sanne), State.CLOSED, "test")

    response = await sanne.posts(text="Toch nog iets")

    assert response.json()["state"] == "bot"
    assert engine.texts == ["Toch nog iets"]


async def test_the_listener_hears_of_a_hand_over(customer: WalksIn, engine: FakeEngine) -> None:
    sanne = await customer()
    engine.answer = _handing_over

    async with sanne.listening() as events:
        await sanne.says("Ik wil Erik spreken")
        async for name, data in events:
            if name == "state" and data == {"state": "waiting"}:
                return
    raise AssertionError("the stream ended")


async def test_what_a_customer_writes_to_a_person_is_heard_at_once(customer: WalksIn) -> None:
    sanne = await customer()
    await in_pool(hand_over)(await _conversation_of(sanne), State.STAFF, "test")

    async with sanne.listening(after=1) as events, asyncio.timeout(2):
        await anext(events)
        await sanne.says("Hallo Erik")
        name, data = await anext(events)

    assert (name, data["text"]) == ("message", "Hallo Erik")


async def test_when_the_bot_gives_up_it_offers_a_person_whatever_else_fails(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = lambda body: {"error": "kapot"}
    client_id = str(uuid4())
    for _ in range(3):
        gave_up = await sanne.posts(text="gif", client_id=client_id)
    offered = gave_up.json()["messages"][0]["buttons"][0]
    await sanne.posts(text="nog meer gif")

    response = await sanne.posts(choice=offered["id"])

    assert offered["title"] == "Praat met een medewerker"
    assert response.status_code == 201
    assert response.json()["state"] == "waiting"
    assert response.json()["messages"][0]["text"] == sentences.WITH_A_PERSON.format(time="17:30")


async def test_the_engine_may_say_something_to_a_call_for_a_person_first(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = _handing_over

    response = await sanne.posts(choice="person")

    assert engine.asked[-1]["text"] == "Praat met een medewerker"
    assert response.json()["state"] == "waiting"
    assert [one["text"] for one in response.json()["messages"]] == ["Ik haal Erik erbij."]
    assert (await sanne.reads())[1]["text"] == "Praat met een medewerker"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-24T10:00", sentences.WITH_A_PERSON.format(time="17:30")),
        ("2026-11-24T22:00", "Op woensdag 25 november vanaf 9:30 uur leest iemand hem."),
    ],
)
@pytest.mark.parametrize("trouble", ["away", "slow"])
async def test_a_person_comes_without_the_engine(
    customer: WalksIn,
    engine: FakeEngine,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
    now: str,
    words: str,
) -> None:
    sanne = await customer()
    monkeypatch.setenv("BOT_NOW", now)
    monkeypatch.setattr("bot.chat.answering._PERSON_PATIENCE_SECONDS", 0.2)
    if trouble == "away":
        engine.down = True
        assert (await sanne.posts(text="Is mijn bril klaar?")).status_code == 503
    else:
        engine.delay = 1

    response = await sanne.posts(choice="person")

    assert response.status_code == 201
    assert response.json()["state"] == "waiting"
    (answer,) = response.json()["messages"]
    assert words in answer["text"]
    assert answer["buttons"][0]["title"] == sentences.GO_ON_BUTTON
    # What the engine has to say to it later is not said any more, nor to what came before.
    engine.down, engine.delay = False, 0
    await asyncio.sleep(1.2)
    await answer_backlog(await _conversation_of(sanne))
    assert (await sanne.reads())[-1]["text"] == answer["text"]


async def test_a_call_for_a_person_changes_nothing_for_who_talks_with_one(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    await in_pool(hand_over)(await _conversation_of(sanne), State.STAFF, "test")

    response = await sanne.posts(choice="person")

    assert response.json() == {"messages": [], "state": "staff"}
    assert engine.asked == []


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("chatbot, ga maar verder", True),
        ("Ga maar verder met de chatbot", True),
        ("bot je mag weer verder", True),
        ("terug naar de chatbot", True),
        ("ik wil niet verder met de chatbot", False),
        ("ga verder", False),
        ("stuurt de chatbot dit door?", False),
        ("Ik ga morgen naar een bottenkweker, kom ik dan weer langs?", False),
    ],
)
def test_only_a_clear_request_brings_the_bot_back(text: str, goes_on: bool) -> None:
    assert asks_bot_to_go_on(text) is goes_on
