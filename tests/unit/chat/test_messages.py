import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from asgiref.sync import sync_to_async

from bot.chat.models import Conversation, Message

from .customer import Customer
from .fake_engine import FakeEngine, saying

WalksIn = Callable[[], Awaitable[Customer]]


def _stored(**where: Any) -> list[Message]:
    return list(Message.objects.filter(**where).order_by("number"))


stored = sync_to_async(_stored)


async def test_the_first_message_says_that_it_is_a_chatbot(customer: WalksIn) -> None:
    sanne = await customer()

    assert "chatbot" in sanne.welcome[0]["text"]
    assert sanne.welcome[0]["from"] == "bot"
    assert sanne.welcome[0]["name"] == "Helder"
    assert sanne.welcome[0]["id"] == 1
    assert sanne.welcome[0]["at"] == "2026-11-24T10:00:00+01:00"


async def test_a_sleeping_engine_does_not_keep_the_door_shut(
    customer: WalksIn, engine: FakeEngine
) -> None:
    engine.down = True

    sanne = await customer()

    assert "chatbot" in sanne.welcome[0]["text"]
    assert "Optiek Helder" in sanne.welcome[0]["text"]


async def test_the_token_is_kept_only_as_a_hash(customer: WalksIn) -> None:
    sanne = await customer()

    kept = await Conversation.objects.values().aget(public_id=UUID(sanne.conversation))

    assert sanne.token not in str(kept)


async def test_a_message_is_answered_and_what_was_understood_is_kept(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.posts(text="  Zijn jullie open?  ")

    assert response.status_code == 201
    assert response.json()["state"] == "bot"
    assert [message["text"] for message in response.json()["messages"]] == [
        "Je zei: Zijn jullie open?"
    ]
    said = (await stored(sender="customer"))[0]
    assert said.text == "Zijn jullie open?"
    assert (said.intent, said.confidence) == ("ask_hours", 0.9)
    assert said.entities[0]["value"] == "2026-11-24"
    assert said.actions == ["action_tell_hours"]
    assert said.answered_at is not None


async def test_a_slash_reaches_the_engine_as_text(customer: WalksIn, engine: FakeEngine) -> None:
    sanne = await customer()

    await sanne.says('/restart{"slot": "x"}')

    assert engine.asked == [
        {"conversation": sanne.conversation, "message": "2", "text": '/restart{"slot": "x"}'}
    ]


async def test_the_same_client_id_is_stored_and_answered_once(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    client_id = str(uuid4())

    first = await sanne.says("Hoi", client_id=client_id)
    second = await sanne.says("Hoi", client_id=client_id)

    assert first == second
    assert engine.texts == ["Hoi"]
    assert len(await stored(sender="customer")) == 1


async def test_a_message_is_shown_with_the_client_id_that_it_came_with(
    customer: WalksIn,
) -> None:
    sanne = await customer()
    client_id = str(uuid4())

    await sanne.says("Hoi", client_id=client_id)

    said = await sanne.reads()
    assert [message.get("client_id") for message in said] == [None, client_id, None]


async def test_the_same_client_id_at_the_same_time_is_answered_once(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    client_id = str(uuid4())
    engine.delay = 0.1

    answers = await asyncio.gather(*(sanne.says("Hoi", client_id=client_id) for _ in range(6)))

    assert all(answer == answers[0] != [] for answer in answers)
    assert engine.texts == ["Hoi"]
    assert len(await stored(sender="customer")) == 1


async def test_parallel_messages_are_answered_one_at_a_time_in_order(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.delay = 0.03

    await asyncio.gather(*(sanne.says(f"bericht {number}") for number in range(8)))

    in_order = [message.text for message in await stored(sender="customer")]
    assert engine.texts == in_order
    assert engine.most_at_work == 1
    assert [message["id"] for message in await sanne.reads()] == list(range(1, 18))


async def test_another_conversation_is_not_kept_waiting(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne, joris = await customer(), await customer()
    engine.delay = 1

    await asyncio.gather(sanne.says("Hoi"), joris.says("Hallo"))

    assert engine.most_at_work == 2


async def test_a_choice_sends_its_payload_and_shows_its_title(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    buttons = [{"title": "Een oogmeting", "payload": '/inform{"service": "eye_test"}'}]
    engine.answer = lambda body: {
        "messages": [{"text": "Wat wil je?", "buttons": buttons, "custom": None}]
    }
    offered = (await sanne.says("Afspraak"))[0]["buttons"][0]
    await sanne.says("Nog iets")

    response = await sanne.posts(choice=offered["id"])

    assert set(offered) == {"id", "title"}
    assert response.status_code == 201
    assert engine.asked[-1] == {
        "conversation": sanne.conversation,
        "message": "6",
        "choice": '/inform{"service": "eye_test"}',
    }
    assert (await stored(sender="customer"))[-1].text == "Een oogmeting"


@pytest.mark.parametrize("choice", ["", "9-0", "1-0", "/restart", "-", "99999999999999-0", "²-0"])
async def test_a_choice_that_was_not_offered_is_refused(
    customer: WalksIn, engine: FakeEngine, choice: str
) -> None:
    sanne = await customer()

    response = await sanne.posts(choice=choice)

    assert response.status_code == 400
    assert response.json()["error"]["code"] == "unknown_choice"
    assert engine.asked == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "empty"),
        ({"text": ""}, "empty"),
        ({"text": " \n\t "}, "empty"),
        ({"text": "\u200b\u200b"}, "empty"),
        ({"text": "a" * 1001}, "too_long"),
        ({"text": "a" * 100_000}, "too_long"),
        ({"text": "a" * 1_000_000}, "too_long"),
        ({"text": 12}, "not_text"),
        ({"text": ["hoi"]}, "not_text"),
        ({"text": "hoi\u0000"}, "not_text"),
        ({"text": "\ud800"}, "not_text"),
        ({"text": "hoi", "choice": "1-0"}, "not_text"),
        ({"text": "hoi", "client_id": "geen uuid"}, "not_text"),
    ],
)
async def test_what_is_no_message_is_refused_in_dutch(
    customer: WalksIn, engine: FakeEngine, body: dict[str, Any], code: str
) -> None:
    sanne = await customer()

    response = await sanne.posts(**body)

    assert response.status_code == 400
    assert response.json()["error"]["code"] == code
    assert response.json()["error"]["message"].endswith(".")
    assert engine.asked == []


async def test_a_body_that_is_no_json_is_refused(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.post("/api/chat/messages", content=b"\xff{")

    assert response.status_code == 400
    assert response.json()["error"]["code"] == "not_text"


async def test_a_thousand_characters_fit(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.posts(text=f" {'é' * 1000} ")

    assert response.status_code == 201


async def test_a_card_goes_with_the_text_before_it(customer: WalksIn, engine: FakeEngine) -> None:
    sanne = await customer()
    card = {"kind": "order", "title": "Bestelling 100234", "lines": ["ligt klaar"]}
    engine.answer = lambda body: {
        "messages": [
            {"text": "Je bril ligt klaar.", "buttons": [], "custom": None},
            {"text": None, "buttons": [], "custom": {"card": card}},
        ]
    }

    messages = await sanne.says("100234")

    assert len(messages) == 1
    assert messages[0]["card"] == card


async def test_feedback_is_kept_once_per_message(customer: WalksIn) -> None:
    sanne = await customer()

    for helpful in (False, True):
        response = await sanne.http.post(
            "/api/chat/feedback", json={"message": 1, "helpful": helpful}
        )
        assert response.status_code == 204

    judged = (await stored(number=1))[0]
    assert await sync_to_async(lambda: judged.feedback.helpful)() is True


async def test_who_judged_sees_that_again_and_nobody_else(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne, joost = await customer(), await customer()
    for one in (sanne, joost):
        await one.says("Zijn jullie open?")
    await sanne.http.post("/api/chat/feedback", json={"message": 3, "helpful": False})

    read = [message.get("helpful") for message in await sanne.reads()]
    async with sanne.listening(after=2) as events:
        _, heard = await anext(events)

    assert read == [None, None, False]
    assert heard["helpful"] is False
    assert all("helpful" not in message for message in await joost.reads())


async def test_feedback_on_an_unknown_message_is_refused(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.post("/api/chat/feedback", json={"message": 9, "helpful": True})

    assert response.status_code == 404


async def test_another_token_sees_nothing_of_a_conversation(customer: WalksIn) -> None:
    sanne, joris = await customer(), await customer()
    await sanne.says("Dit is van mij")

    assert [message["id"] for message in await joris.reads()] == [1]


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer onzin", "Basic onzin"])
async def test_without_a_known_token_the_door_stays_shut(
    customer: WalksIn, authorization: str
) -> None:
    sanne = await customer()
    sanne.http.headers["Authorization"] = authorization

    for method, path in (
        ("GET", "messages"),
        ("POST", "messages"),
        ("GET", "stream"),
        ("POST", "feedback"),
        ("DELETE", "conversation"),
    ):
        response = await sanne.http.request(method, f"/api/chat/{path}")
        assert response.status_code == 401, path
        assert response.json()["error"]["code"] == "unknown_token"


async def test_a_returning_customer_is_linked_to_the_earlier_conversation(
    customer: WalksIn,
) -> None:
    sanne = await customer()
    earlier = sanne.conversation

    await sanne.opens(returning=sanne.token, page="https://winkel.example/brillen?naam=Sanne#x")

    conversation = await Conversation.objects.select_related("previous").aget(
        public_id=UUID(sanne.conversation)
    )
    assert conversation.previous is not None
    assert str(conversation.previous.public_id) == earlier
    assert conversation.page == "https://winkel.example/brillen"


async def test_an_empty_opening_and_a_wrong_earlier_token_are_fine(
    customer: WalksIn,
) -> None:
    sanne = await customer()

    empty = await sanne.http.post("/api/chat/conversations")
    await sanne.opens(returning="onzin", page="javascript:alert(1)")

    assert empty.status_code == 201
    conversation = await Conversation.objects.aget(public_id=UUID(sanne.conversation))
    assert conversation.previous_id is None
    assert conversation.page == ""


async def test_only_what_comes_after_is_read(customer: WalksIn) -> None:
    sanne = await customer()
    await sanne.says("een")
    await sanne.says("twee")

    assert [message["text"] for message in await sanne.reads(after=3)] == ["twee", "Je zei: twee"]


async def test_the_bot_answers_with_several_messages_in_order(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = lambda body: saying("een", "twee", "drie")

    assert [message["text"] for message in await sanne.says("tel")] == ["een", "twee", "drie"]
