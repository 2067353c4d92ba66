"""An engine that speaks the door's protocol and answers what a test tells it to."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

Answer = dict[str, Any]


def saying(*texts: str, **rest: Any) -> Answer:
    return {
        "messages": [{"text": text, "buttons": [], "custom": None} for text in texts],
        "understood": {
            "intent": "ask_hours",
            "confidence": 0.9,
            "entities": [{"entity": "day", "value": "2026-11-24", "start": 0, "end": 3}],
            "actions": ["action_tell_hours"],
        },
        **rest,
    }


class FakeEngine:
    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.forgotten: list[str] = []
        self.delay = 0.0
        self.down = False
        self.at_work = 0
        self.most_at_work = 0
        self.answer: Callable[[dict[str, str]], Answer] = lambda body: saying(
            f"Je zei: {body.get('text') or body.get('choice')}"
        )

    @property
    def texts(self) -> list[str]:
        return [body["text"] for body in self.asked if "text" in body]

    async def at_work_on_one(self) -> None:
        async with asyncio.timeout(5):
            while not self.at_work:
                await asyncio.sleep(0.01)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        raw = b""
        while (event := await receive())["type"] == "http.request":
            raw += event["body"]
            if not event["more_body"]:
                break
        status, answer = await self._respond(scope["method"], scope["path"], raw)
        await send(
            {
                "type": "http.response.start",
                "status": status,
                "headers": [(b"content-type", b"application/json")],
            }
        )
        await send({"type": "http.response.body", "body": json.dumps(answer).encode()})

    async def _respond(self, method: str, path: str, raw: bytes) -> tuple[int, Any]:
        if self.down:
            return 500, {"error": "down"}
        if path.endswith("/health"):
            return 200, {"status": "ok"}
        if method == "DELETE":
            self.forgotten.append(path.rpartition("/")[2])
            return 204, None
        if path.endswith("/conversations"):
            return 200, saying("Hoi, ik ben Helder, een chatbot.")
        body = json.loads(raw)
        self.asked.append(body)
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            await asyncio.sleep(self.delay)
            answer = self.answer(body)
        finally:
            self.at_work -= 1
        return (500, answer) if "error" in answer else (200, answer)
