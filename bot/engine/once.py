"""Each message is handled once, however often the door asks for its answer.

The door does not wait for ever, and asks again; by then the first time may have booked something.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

_KEPT = 500

Answer = dict[str, Any]


class Once:
    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._turns: OrderedDict[tuple[str, str], asyncio.Task[Answer]] = OrderedDict()

    @property
    def at_work(self) -> int:
        """How many messages are being handled: an engine that is replaced finishes them first."""
        return sum(not turn.done() for turn in self._turns.values())

    async def answer(
        self, conversation: str, message: str, handle: Callable[[], Awaitable[Answer]]
    ) -> Answer:
        """Return the answer that is there or being made; a failed one is made again."""
        key = (conversation, message)
        turn = self._turns.get(key)
        if turn is None or _failed(turn):
            turn = asyncio.ensure_future(handle())
            self._turns[key] = turn
            self._drop_oldest()
        # Who asks may hang up, as the door does; the turn goes on.
        return await asyncio.shield(turn)

    def forget(self, conversation: str) -> None:
        for key in [key for key in self._turns if key[0] == conversation]:
            del self._turns[key]

    def _drop_oldest(self) -> None:
        finished = [key for key, turn in self._turns.items() if turn.done()]
        for key in finished[: max(0, len(self._turns) - self._kept)]:
            del self._turns[key]


def _failed(turn: asyncio.Task[Answer]) -> bool:
    if not turn.done():
        return False
    return turn.cancelled() or turn.exception() is not None or not turn.result().get("messages")
