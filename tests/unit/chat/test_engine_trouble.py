import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest

from .customer import Customer
from .fake_engine import FakeEngine, saying

WalksIn = Callable[[], Awaitable[Customer]]


def _failing(times: int, failure: dict[str, Any]) -> Callable[[dict[str, str]], dict[str, Any]]:
    failures = iter([failure] * times)
    return lambda body: next(failures, saying("Daar ben ik."))


async def test_an_engine_that_is_away_is_told_and_the_message_is_kept(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.down = True

    response = await sanne.posts(text="Hoi")

    assert response.status_code == 503
    assert response.json()["error"]["code"] == "engine_unavailable"
    assert [message["text"] for message in await sanne.reads(after=1)] == ["Hoi"]


@pytest.mark.parametrize("failure", [{"messages": []}, {"error": "kapot"}, {"onzin": 1}])
async def test_one_failure_is_tried_again_unnoticed(
    customer: WalksIn, engine: FakeEngine, failure: dict[str, Any]
) -> None:
    sanne = await customer()
    engine.answer = _failing(1, failure)

    assert [message["text"] for message in await sanne.says("Hoi")] == ["Daar ben ik."]


@pytest.mark.parametrize("failure", [{"messages": []}, {"error": "kapot"}])
async def test_two_failures_are_told(
    customer: WalksIn, engine: FakeEngine, failure: dict[str, Any]
) -> None:
    sanne = await customer()
    engine.answer = _failing(2, failure)

    response = await sanne.posts(text="Hoi")

    assert response.status_code == 503
    assert len(engine.asked) == 2


async def test_an_engine_that_is_too_slow_is_not_waited_for(
    customer: WalksIn, engine: FakeEngine, settings: Any
) -> None:
    sanne = await customer()
    settings.ENGINE_TIMEOUT_SECONDS = 0.1
    engine.delay = 5

    response = await asyncio.wait_for(sanne.posts(text="Hoi"), timeout=2)

    assert response.status_code == 503


async def test_what_could_not_be_answered_comes_later_over_the_stream(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.down = True
    await sanne.posts(text="Hoi")

    async with sanne.listening(after=2) as events:
        engine.down = False
        answer = await asyncio.wait_for(_first_message(events), timeout=8)

    assert answer["text"] == "Je zei: Hoi"


async def test_the_backlog_is_answered_first_and_in_order(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.down = True
    await sanne.posts(text="een")
    await sanne.posts(text="twee")
    engine.down = False

    answer = await sanne.says("drie")

    assert engine.texts == ["een", "twee", "drie"]
    assert [message["text"] for message in answer] == ["Je zei: drie"]
    assert [message["text"] for message in await sanne.reads(after=4)] == [
        "Je zei: een",
        "Je zei: twee",
        "Je zei: drie",
    ]


async def test_a_client_that_sends_the_message_again_gets_its_answer(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    client_id = str(uuid4())
    engine.down = True
    await sanne.posts(text="Hoi", client_id=client_id)
    engine.down = False

    answer = await sanne.says("Hoi", client_id=client_id)

    assert [message["text"] for message in answer] == ["Je zei: Hoi"]


async def test_a_message_on_which_the_engine_keeps_failing_does_not_block_the_rest(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.answer = lambda body: (
        {"error": "kapot"} if body.get("text") == "gif" else saying(f"Je zei: {body['text']}")
    )
    await sanne.posts(text="gif")
    await sanne.posts(text="en dit?")

    answer = await sanne.says("nog eens")

    assert [message["text"] for message in answer] == ["Je zei: nog eens"]
    texts = [message["text"] for message in await sanne.reads()]
    assert any("Hier kom ik niet uit" in text for text in texts)
    assert "Je zei: en dit?" in texts


async def test_a_customer_who_hangs_up_is_answered_all_the_same(
    customer: WalksIn, engine: FakeEngine
) -> None:
    sanne = await customer()
    engine.delay = 1
    posting = asyncio.create_task(sanne.posts(text="Hoi"))
    await engine.at_work_on_one()

    posting.cancel()

    async with asyncio.timeout(8):
        while not (answers := await sanne.reads(after=2)):
            await asyncio.sleep(0.05)
    assert [message["text"] for message in answers] == ["Je zei: Hoi"]
    assert engine.texts == ["Hoi"]


async def _first_message(events: Any) -> dict[str, Any]:
    async for name, data in events:
        if name == "message":
            return dict(data)
    raise AssertionError("the stream ended")
