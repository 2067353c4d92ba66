"""How long one customer waits for an answer, through the public API of a running Buur.

`python -m bench.answers [address]` prints the median and the slowest of a hundred answers.
"""

from __future__ import annotations

import statistics
import sys
import time

import httpx

QUESTIONS = [
    "zijn jullie vrijdag open?",
    "wat kost een oogmeting?",
    "hebben jullie ray-ban?",
    "waar kan ik parkeren?",
    "mijn bril zakt steeds af",
]
CONVERSATIONS = 5
ROUNDS = 4


def main() -> None:
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    waits: list[float] = []
    with httpx.Client(base_url=address, timeout=30) as customer:
        for _ in range(CONVERSATIONS):
            opened = customer.post("/api/chat/conversations", json={}).raise_for_status().json()
            headers = {"Authorization": f"Bearer {opened['token']}"}
            for question in QUESTIONS * ROUNDS:
                started = time.perf_counter()
                customer.post(
                    "/api/chat/messages", json={"text": question}, headers=headers
                ).raise_for_status()
                waits.append((time.perf_counter() - started) * 1000)
    slowest = sorted(waits)[int(len(waits) * 0.95)]
    print(f"{len(waits)} answers: median {statistics.median(waits):.0f} ms, p95 {slowest:.0f} ms")


if __name__ == "__main__":
    main()
