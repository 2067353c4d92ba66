"""What holds over several web processes, and over the end of one."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from .customer import Customer
from .fake_engine import FakeEngine, saying
from .processes import Web, redis

Redis = tuple[str, Popen[bytes]]


@pytest.fixture
def shared() -> Iterator[Redis]:
    with redis() as running:
        yield running


def _same(customer: Customer, url: str) -> Customer:
    """The same customer's window, at another process."""
    other = Customer(url)
    other.http.headers["Authorization"] = f"Bearer {customer.token}"
    return other


async def _until(events: Any, wanted: str) -> Any:
    async with asyncio.timeout(10):
        async for name, data in events:
            if name == wanted:
                return data
    raise AssertionError(f"no {wanted} was heard")


async def test_with_redis_processes_wake_each_other_and_count_together_and_can_do_without(
    engine: FakeEngine, settings: Any, shared: Redis, tmp_path: Path
) -> None:
    redis_url, redis_process = shared
    web = Web(tmp_path, settings.ENGINE_URL, REDIS_URL=redis_url, BUUR_MESSAGES_PER_MINUTE="2")
    engine.delay = 0.3

    with web.process() as one, web.process() as other:
        sanne = await Customer(one).opens()
        elsewhere = _same(sanne, other)

        # That the bot looks something up is told by the layer only, never read from the database.
        async with elsewhere.listening() as events:
            await _until(events, "state")
            talking = asyncio.create_task(sanne.says("een"))
            looks_up = await _until(events, "typing")
            await talking
        await elsewhere.says("twee")
        third = await sanne.posts(text="drie")

        redis_process.terminate()
        redis_process.wait()
        joris = await Customer(one).opens()
        answer = await joris.says("Hoi")
        async with joris.listening(after=2) as events:
            heard = await _until(events, "message")

    assert looks_up["text"] == "zoekt het even op"
    assert third.status_code == 429
    assert [message["text"] for message in answer] == ["Je zei: Hoi"]
    assert heard["id"] == 3


async def test_what_was_left_when_the_process_ended_is_answered_with_nobody_there(
    engine: FakeEngine, settings: Any, tmp_path: Path
) -> None:
    web = Web(tmp_path, settings.ENGINE_URL)
    engine.answer = lambda body: {"error": "kapot"}
    with web.process() as url:
        sanne, joris = await Customer(url).opens(), await Customer(url).opens()
        refused = await sanne.posts(text="Zijn jullie open?")
        engine.delay = 30
        talking = asyncio.create_task(joris.posts(text="Ik wacht nog"))
        await engine.at_work_on_one()
    talking.cancel()
    engine.delay = 0
    engine.answer = lambda body: saying(f"Je zei: {body['text']}")

    with web.process() as url:
        answers = [await _answer(_same(customer, url)) for customer in (sanne, joris)]

    assert refused.status_code == 503
    assert answers == ["Je zei: Zijn jullie open?", "Je zei: Ik wacht nog"]
    # By this the engine knows that it is the message that it was at work on.
    assert {body["message"] for body in engine.asked} == {"2"}


async def _answer(customer: Customer) -> str:
    async with asyncio.timeout(25):
        while not (answers := await customer.reads(after=2)):
            await asyncio.sleep(0.5)
    return str(answers[0]["text"])
