import asyncio
from contextlib import suppress
from typing import Any

import pytest

from bot.engine.once import Answer, Once


class Work:
    """A turn of the engine: counted, and only done when a test says so."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers) or [{"messages": ["Geboekt."]}]
        self.started = 0
        self.may_end = asyncio.Event()

    async def __call__(self) -> Answer:
        self.started += 1
        answer = self.answers.pop(0)
        await self.may_end.wait()
        if isinstance(answer, Exception):
            raise answer
        return dict(answer)


async def test_who_asks_again_while_it_is_handled_gets_the_same_answer() -> None:
    once, work = Once(), Work()
    first = asyncio.create_task(once.answer("a", "2", work))
    again = asyncio.create_task(once.answer("a", "2", work))
    await asyncio.sleep(0)

    work.may_end.set()

    assert await first == await again == {"messages": ["Geboekt."]}
    assert work.started == 1


async def test_who_hangs_up_does_not_end_the_work() -> None:
    once, work = Once(), Work()
    first = asyncio.create_task(once.answer("a", "2", work))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    work.may_end.set()

    assert await once.answer("a", "2", work) == {"messages": ["Geboekt."]}
    assert work.started == 1


@pytest.mark.parametrize("failure", [RuntimeError("kapot"), {"messages": []}])
async def test_what_failed_is_handled_again(failure: Any) -> None:
    once, work = Once(), Work(failure, {"messages": ["Nu wel."]})
    work.may_end.set()
    with suppress(RuntimeError):
        await once.answer("a", "2", work)

    assert await once.answer("a", "2", work) == {"messages": ["Nu wel."]}


async def test_another_message_or_conversation_is_another_turn() -> None:
    once, work = Once(), Work(*[{"messages": [number]} for number in range(3)])
    work.may_end.set()

    answers = [
        await once.answer(*key, work) for key in [("a", "2"), ("a", "3"), ("b", "2"), ("a", "2")]
    ]

    assert [answer["messages"] for answer in answers] == [[0], [1], [2], [0]]


async def test_what_is_erased_is_not_kept() -> None:
    once, work = Once(), Work({"messages": ["oud"]}, {"messages": ["nieuw"]})
    work.may_end.set()
    await once.answer("a", "2", work)

    once.forget("a")

    assert await once.answer("a", "2", work) == {"messages": ["nieuw"]}


async def test_only_the_latest_are_kept() -> None:
    once, work = Once(kept=2), Work(*[{"messages": [number]} for number in range(9)])
    work.may_end.set()
    for number in range(4):
        await once.answer("a", str(number), work)

    again = await once.answer("a", "0", work)

    assert again == {"messages": [4]}
