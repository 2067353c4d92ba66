"""Who does it wrong, on purpose or not, hears so in Dutch, and nothing is stored."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest

from bot.chat import record

from .customer import Customer
from .fake_engine import FakeEngine, saying

WalksIn = Callable[[], Awaitable[Customer]]


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"5",
        b'"tekst"',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"text":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"text": "\xff\xfe"}',
        b'{"text": "a\\u0000b"}',
        b'{"text": NaN}',
        b'{"text": ' + b"9" * 5_000 + b"}",
        b'{"text": ["a"]}',
        b'{"text": "a", "choice": "1-0"}',
        b'{"text": "a", "client_id": "\\u0000"}',
        b"text=hoi",
        b"",
    ],
)
async def test_what_is_no_message_is_refused(
    customer: WalksIn, engine: FakeEngine, body: bytes
) -> None:
    sanne = await customer()

    response = await sanne.http.post("/api/chat/messages", content=body)

    assert response.status_code == 400
    assert response.json()["error"]["code"] == "not_text"
    assert len(await sanne.reads()) == 1


async def test_a_body_that_is_much_too_long_is_refused(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.posts(text="a" * 700_000)

    assert response.status_code == 400
    assert response.json()["error"]["code"] == "too_long"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_a_method_that_is_not_there_names_those_that_are(
    customer: WalksIn, method: str
) -> None:
    sanne = await customer()

    response = await sanne.http.request(method, "/api/chat/messages")

    assert response.status_code == 405
    assert response.json()["error"]["code"] == "wrong_method"
    assert set(response.headers["Allow"].split(", ")) == {"GET", "POST"}


@pytest.mark.parametrize("path", ["/api/chat/", "/api/chat", "/api/chat/niets"])
async def test_an_address_that_is_not_there_is_told_in_the_same_form(
    customer: WalksIn, path: str
) -> None:
    sanne = await customer()

    response = await sanne.http.get(path)

    assert response.status_code == 404
    assert response.json()["error"]["code"] == "unknown_address"


@pytest.mark.parametrize("query", ["token", "access_token", "authorization"])
async def test_a_token_in_an_address_opens_nothing(customer: WalksIn, query: str) -> None:
    sanne = await customer()
    del sanne.http.headers["Authorization"]

    response = await sanne.http.get("/api/chat/messages", params={query: sanne.token})

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"


async def test_what_breaks_on_our_side_is_told_in_the_same_form(
    customer: WalksIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne = await customer()
    monkeypatch.setattr(record, "messages_after", lambda *_: 1 / 0)

    response = await sanne.http.get("/api/chat/messages")

    assert response.status_code == 500
    assert response.json()["error"]["code"] == "out_of_order"
    assert "ZeroDivision" not in response.text


async def test_a_client_id_of_another_conversation_is_no_one_s(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne, joris = await customer(), await customer()
    client_id = str(uuid4())
    await sanne.says("geheim", client_id=client_id)

    answer = await joris.says("Hoi", client_id=client_id)

    assert [message["text"] for message in answer] == ["Je zei: Hoi"]


async def test_a_button_of_another_conversation_is_unknown(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne, joris = await customer(), await customer()
    engine.answer = lambda body: {
        **saying(),
        "messages": [{"text": "Welke?", "buttons": [{"title": "Die", "payload": "/x"}]}],
    }
    [question] = await sanne.says("Hoi")

    response = await joris.posts(choice=question["buttons"][0]["id"])

    assert response.json()["error"]["code"] == "unknown_choice"


async def test_a_button_may_be_clicked_again(customer: WalksIn, engine: FakeEngine) -> None:
    sanne = await customer()
    engine.answer = lambda body: {
        **saying(),
        "messages": [{"text": "Welke?", "buttons": [{"title": "Die", "payload": "/x"}]}],
    }
    [question] = await sanne.says("Hoi")
    choice = question["buttons"][0]["id"]

    first, second = await sanne.posts(choice=choice), await sanne.posts(choice=choice)

    assert first.status_code == second.status_code == 201
    assert [body["choice"] for body in engine.asked[1:]] == ["/x", "/x"]


async def test_many_windows_listen_but_not_without_end(customer: WalksIn, settings: Any) -> None:
    sanne = await customer()
    settings.CHAT_LISTENERS = 1

    async with sanne.listening() as events:
        await anext(events)
        second = await sanne.http.get("/api/chat/stream")

    assert second.status_code == 429
    assert int(second.headers["Retry-After"]) > 0


async def test_reading_without_end_is_refused(customer: WalksIn, settings: Any) -> None:
    sanne = await customer()
    settings.CHAT_LOOK_LIMIT = (2, 3600)
    await sanne.reads()
    await sanne.reads()

    response = await sanne.http.get("/api/chat/messages")

    assert response.status_code == 429
