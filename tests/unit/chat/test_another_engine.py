"""Another engine takes over while customers talk: the door reads where it is from a file."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.chat.engine import engine_urls
from bot.lessons import write_whole

from .customer import Customer
from .fake_engine import FakeEngine

WalksIn = Callable[[], Awaitable[Customer]]

_NOWHERE = "http://127.0.0.1:9"


def test_what_the_supervisor_wrote_wins_over_the_settings(settings: Any, tmp_path: Path) -> None:
    settings.ENGINE_URL = "http://127.0.0.1:1"
    settings.ENGINE_URL_FILE = str(tmp_path / "engine_url")

    before = engine_urls()
    write_whole(tmp_path / "engine_url", "http://127.0.0.1:2")
    after = engine_urls()
    write_whole(tmp_path / "engine_url", "http://127.0.0.1:3")

    assert before == ["http://127.0.0.1:1"]
    assert after == ["http://127.0.0.1:2"]
    assert engine_urls() == ["http://127.0.0.1:3"]


async def test_the_next_message_goes_to_the_engine_that_took_over(
    customer: WalksIn, engine: FakeEngine, settings: Any, tmp_path: Path
) -> None:
    sanne = await customer()
    file = tmp_path / "engine_url"
    settings.ENGINE_URL_FILE = str(file)
    there, settings.ENGINE_URL = settings.ENGINE_URL, _NOWHERE

    refused = await sanne.posts(text="niemand thuis")
    write_whole(file, there)
    answered = await sanne.posts(text="en nu")

    assert refused.status_code == 503
    assert answered.status_code == 201
    assert engine.texts == ["niemand thuis", "en nu"]


async def test_a_message_that_an_engine_has_is_asked_of_that_engine_again(
    customer: WalksIn, engine: FakeEngine, settings: Any, tmp_path: Path
) -> None:
    """Another engine would handle it a second time."""
    settings.ENGINE_TIMEOUT_SECONDS = 0.5
    settings.ENGINE_URL_FILE = str(tmp_path / "engine_url")
    sanne = await customer()
    engine.delay = 1.0

    asking = asyncio.ensure_future(sanne.posts(text="Hoi"))
    await engine.at_work_on_one()
    write_whole(tmp_path / "engine_url", _NOWHERE)
    await asking

    assert engine.texts == ["Hoi", "Hoi"]
