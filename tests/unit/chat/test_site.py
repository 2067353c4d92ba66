"""What holds for the whole site: health, headers, static files, other origins."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from .customer import Customer
from .fake_engine import FakeEngine

WalksIn = Callable[[], Awaitable[Customer]]


async def test_all_is_well(customer: WalksIn) -> None:
    response = await (await customer()).http.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"web": "ok", "database": "ok", "engine": "ok", "actions": "ok"}


async def test_what_is_broken_is_named_with_the_reason(
    customer: WalksIn, engine: FakeEngine, settings: Any
) -> None:
    settings.ACTIONS_URL = "http://127.0.0.1:1"
    sanne = await customer()
    engine.down = True

    response = await sanne.http.get("/healthz")

    assert response.status_code == 503
    assert response.json() == {
        "web": "ok",
        "database": "ok",
        "engine": "status 500",
        "actions": "ConnectError",
    }


async def test_pages_carry_strict_headers(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.get("/staf/inloggen/")

    assert response.status_code == 200
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


async def test_the_console_s_address_leads_somewhere(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.get("/staf/")

    assert response.headers["Location"] == "/staf/inloggen/?next=/staf/"


async def test_static_files_are_served_without_collecting_them(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.get("/static/admin/css/base.css")
    missing = await sanne.http.get("/static/admin/css/geen.css")

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/css")
    assert len(response.content) > 1000
    assert missing.status_code == 404


async def test_the_chat_sets_no_cookie(customer: WalksIn) -> None:
    sanne = await customer()
    await sanne.says("Hoi")

    assert not sanne.http.cookies


async def test_the_interface_is_described(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.get("/api/chat/openapi.json")

    assert "/api/chat/messages" in response.json()["paths"]
    assert (await sanne.http.get("/api/chat/docs")).status_code == 200


async def test_a_body_without_end_is_not_read_to_the_end(customer: WalksIn) -> None:
    sanne = await customer()

    response = await sanne.http.post("/api/chat/messages", content=_endless())

    assert response.status_code == 413
    assert response.json()["error"]["code"] == "too_large"


async def _endless() -> AsyncIterator[bytes]:
    for _ in range(40):
        yield b"a" * 65_536
