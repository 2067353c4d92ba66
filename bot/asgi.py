import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bot.settings")
# Models can be imported only after this.
_django = get_asgi_application()

from bot.chat import background  # noqa: E402
from bot.chat.catching_up import keep_catching_up  # noqa: E402
from bot.chat.errors import refusal  # noqa: E402
from bot.review.figures.background import keep_counting  # noqa: E402
from bot.review.privacy.nightly import keep_cleaning  # noqa: E402
from bot.review.stepping_in.watch import keep_watching  # noqa: E402

Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]

LARGEST_BODY = 2 * 1024 * 1024


class BodyLimit:
    """Django checks the size that a client announces; this one counts what it sends."""

    def __init__(self, app: App) -> None:
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
            refused = refusal("too_large")
            # Outside the middleware; a browser on the shop's own site must be able to read it too.
            refused["Access-Control-Allow-Origin"] = "*"
            headers = [(name.lower().encode(), value.encode()) for name, value in refused.items()]
            await send(
                {
                    "type": "http.response.start",
                    "status": refused.status_code,
                    "headers": headers,
                }
            )
            await send({"type": "http.response.body", "body": refused.content})


class Lifespan:
    """Django knows nothing of a server's beginning and end; ours catches up in between."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self.app(scope, receive, send)
            return
        await receive()
        background.start(keep_catching_up())
        background.start(keep_cleaning())
        background.start(keep_counting())
        background.start(keep_watching())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await background.stop()
        await send({"type": "lifespan.shutdown.complete"})


application = Lifespan(BodyLimit(_django))
