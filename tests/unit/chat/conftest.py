import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from django.conf import settings as dj_settings

from bot.asgi import application
from bot.chat import limits
from bot.shop.loading import load_shop

from .customer import Customer
from .fake_engine import FakeEngine


class _Server:
    """Uvicorn in a thread, on a free port."""

    def __init__(self, app: Any) -> None:
        config = uvicorn.Config(
            app, port=0, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        while not self.server.started:
            self.thread.join(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join(5)


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:00")


@pytest.fixture(scope="session", autouse=True)
def _no_leftovers() -> Iterator[None]:
    """The door's threads keep the database open, so that SQLite's helper files outlive it."""
    yield
    name = dj_settings.DATABASES["default"].get("TEST", {}).get("NAME")
    for suffix in ("-wal", "-shm"):
        Path(f"{name}{suffix}").unlink(missing_ok=True)


class _EngineRoom:
    """One server for all tests, with an engine of its own for each: slow answers linger."""

    engine = FakeEngine()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.engine(scope, receive, send)


@pytest.fixture(scope="session")
def _engine_room() -> Iterator[tuple[_EngineRoom, str]]:
    room = _EngineRoom()
    with _Server(room) as url:
        yield room, url


@pytest.fixture(scope="session")
def door_url(django_db_setup: None) -> Iterator[str]:
    with _Server(application) as url:
        yield url


@pytest.fixture
def engine(_engine_room: tuple[_EngineRoom, str], settings: Any) -> FakeEngine:
    room, url = _engine_room
    room.engine = FakeEngine()
    settings.ENGINE_URL = url
    settings.ACTIONS_URL = f"{url}/actions"
    return room.engine


@pytest.fixture
def _shop(transactional_db: None, settings: Any) -> None:
    load_shop(settings.BASE_DIR / "shop.yml")
    settings.CHAT_OPEN_LIMIT = settings.CHAT_ADDRESS_LIMIT = (1000, 600)
    settings.CHAT_LOOPBACK_FACTOR = 1
    limits.limiter_on.cache_clear()


@pytest.fixture
async def customer(
    _shop: None, engine: FakeEngine, door_url: str
) -> AsyncIterator[Callable[[], Awaitable[Customer]]]:
    """Returns a function that lets a new customer walk in."""
    customers: list[Customer] = []

    async def walks_in() -> Customer:
        customers.append(Customer(door_url))
        return await customers[-1].opens()

    yield walks_in
    await asyncio.gather(*(one.http.aclose() for one in customers))
