import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bot.settings")

Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]

LARGEST_BODY = 2 * 1024 * 1024


class BodyLimit:
    """Django checks the size that a client announces; this one counts what it sends."""

    def __init__(self, app: Callable[[dict[str, Any], Receive, Send], Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        received = 0
        answered = False

        async def counted() -> Event:
            nonlocal received
            event = await receive()
            received += len(event.get("body", b""))
            return event if received <= LARGEST_BODY else {"type": "http.disconnect"}

        async def noticed(event: Event) -> None:
            nonlocal answered
            answered = True
            await send(event)

        await self.app(scope, counted, noticed)
        if received > LARGEST_BODY and not answered:
            await send({"type": "http.response.start", "status": 413, "headers": []})
            await send({"type": "http.response.body"})


application = BodyLimit(get_asgi_application())
