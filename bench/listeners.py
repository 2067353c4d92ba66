"""What many customers who only listen cost the others, through the public API of a running Buur.

`python -m bench.listeners [address] [how many]` prints how long it takes to read messages with
nobody listening, and with so many. It opens twenty conversations, as many as one address may.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from contextlib import AsyncExitStack

import httpx

CONVERSATIONS = 20
READS = 100


async def main(address: str, listeners: int) -> None:
    limits = httpx.Limits(max_connections=listeners + 10)
    async with (
        httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as http,
        AsyncExitStack() as lines,
    ):
        keys = [await _key(http) for _ in range(CONVERSATIONS)]
        await _measure(http, keys, "nobody listens")
        for number in range(listeners):
            line = http.stream("GET", "/api/chat/stream", headers=keys[number % len(keys)])
            answer = (await lines.enter_async_context(line)).raise_for_status()
            await anext(answer.aiter_lines())
        await _measure(http, keys, f"{listeners} listen")


async def _measure(http: httpx.AsyncClient, keys: list[dict[str, str]], when: str) -> None:
    waits = []
    for number in range(READS):
        started = time.perf_counter()
        headers = keys[number % len(keys)]
        (await http.get("/api/chat/messages", headers=headers)).raise_for_status()
        waits.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(0.05)
    slowest = sorted(waits)[int(len(waits) * 0.95)]
    print(f"{when}: reading median {statistics.median(waits):.1f} ms, p95 {slowest:.1f} ms")


async def _key(http: httpx.AsyncClient) -> dict[str, str]:
    opened = (await http.post("/api/chat/conversations", json={})).raise_for_status().json()
    return {"Authorization": f"Bearer {opened['token']}"}


if __name__ == "__main__":
    asyncio.run(
        main(
            sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000",
            int(sys.argv[2]) if len(sys.argv) > 2 else 200,
        )
    )
