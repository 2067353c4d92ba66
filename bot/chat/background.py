import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_running: set[asyncio.Task[Any]] = set()


def start(work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Start work that goes on when the customer who asked for it is gone."""
    task = asyncio.get_running_loop().create_task(work)
    # The loop itself keeps a weak reference only.
    _running.add(task)
    task.add_done_callback(_finished)
    return task


async def stop() -> None:
    """End what is still at work, so that it lets go of what it holds."""
    for task in (running := list(_running)):
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


def _finished(task: asyncio.Task[Any]) -> None:
    _running.discard(task)
    if not task.cancelled():
        # Whoever waited has had the exception; nobody else has to be told of it.
        task.exception()
