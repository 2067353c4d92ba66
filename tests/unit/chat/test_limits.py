from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from django.test import RequestFactory

from bot.chat import limits
from bot.chat.errors import Refused

from .customer import Customer
from .fake_engine import FakeEngine

WalksIn = Callable[[], Awaitable[Customer]]


async def test_too_many_messages_are_refused_with_when_to_come_back(
    customer: WalksIn, engine: FakeEngine, settings: Any
) -> None:
    sanne, joris = await customer(), await customer()
    settings.CHAT_MESSAGE_LIMIT = (2, 3600)
    await sanne.says("een")
    await sanne.says("twee")

    response = await sanne.posts(text="drie")

    assert response.status_code == 429
    assert response.json()["error"]["code"] == "too_many_requests"
    assert 1 <= int(response.headers["Retry-After"]) <= 3600
    assert engine.texts == ["een", "twee"]
    assert await joris.says("Hoi")


async def test_too_many_conversations_from_one_address_are_refused(
    customer: WalksIn, settings: Any
) -> None:
    settings.CHAT_OPEN_LIMIT = (1, 3600)
    sanne = await customer()

    response = await sanne.http.post("/api/chat/conversations")

    assert response.status_code == 429


@pytest.mark.parametrize(("proxies", "refused"), [(0, True), (1, False)])
async def test_an_address_in_a_header_counts_only_behind_a_proxy(
    settings: Any, proxies: int, refused: bool
) -> None:
    limits.limiter_on.cache_clear()
    settings.CHAT_OPEN_LIMIT, settings.CHAT_LOOPBACK_FACTOR = (1, 3600), 1
    settings.CHAT_PROXIES = proxies
    await limits.spend_opening(RequestFactory().post("/", HTTP_X_FORWARDED_FOR="9.9.9.9, 1.1.1.1"))
    another = RequestFactory().post("/", HTTP_X_FORWARDED_FOR="9.9.9.9, 2.2.2.2")

    if refused:
        with pytest.raises(Refused):
            await limits.spend_opening(another)
    else:
        await limits.spend_opening(another)


async def test_messages_are_counted_per_address_too(customer: WalksIn, settings: Any) -> None:
    sanne, joris = await customer(), await customer()
    settings.CHAT_ADDRESS_LIMIT = (2, 3600)
    await sanne.says("een")
    await joris.says("twee")

    response = await sanne.posts(text="drie")

    assert response.status_code == 429


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
    ],
)
def test_a_household_counts_as_one(one: str, other: str, same: bool) -> None:
    addresses = {
        limits.address_of(RequestFactory().get("/", REMOTE_ADDR=address))
        for address in (one, other)
    }

    assert (len(addresses) == 1) is same


def test_what_a_proxy_of_others_claims_is_no_address(settings: Any) -> None:
    settings.CHAT_PROXIES = 2

    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="9.9.9.9", REMOTE_ADDR="192.0.2.7")

    assert limits.address_of(request) == "192.0.2.7"


async def test_a_proxy_that_nobody_told_of_does_not_lock_its_customers_out(settings: Any) -> None:
    limits.limiter_on.cache_clear()
    settings.CHAT_OPEN_LIMIT, settings.CHAT_LOOPBACK_FACTOR = (1, 3600), 2
    for _ in range(2):
        await limits.spend_opening(RequestFactory().post("/", REMOTE_ADDR="127.0.0.1"))
    with pytest.raises(Refused):
        await limits.spend_opening(RequestFactory().post("/", REMOTE_ADDR="127.0.0.1"))

    await limits.spend_opening(RequestFactory().post("/", REMOTE_ADDR="192.0.2.7"))
    with pytest.raises(Refused):
        await limits.spend_opening(RequestFactory().post("/", REMOTE_ADDR="192.0.2.7"))
