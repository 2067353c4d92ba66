"""On which websites the chat may stand."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from django.contrib.auth.models import User
from django.test import Client

from bot.chat.models import Conversation, Website
from bot.chat.pool import in_pool
from bot.chat.websites import origin_of

from .customer import Customer

WalksIn = Callable[[], Awaitable[Customer]]

PARTNER = "https://partner.example"
OF_THE_SHOP = "https://optiekhelder.example"
ASKS = {"Access-Control-Request-Method": "POST"}


async def _opened_from(customer: Customer, origin: str) -> httpx.Response:
    return await customer.http.post("/api/chat/conversations", json={}, headers={"Origin": origin})


@pytest.mark.parametrize(
    "origin",
    [
        "https://ander.example",
        "https://optiekhelder.example.ander.example",
        "http://optiekhelder.example",
        "https://optiekhelder.example:8443",
        "https://OPTIEKHELDER.example@ander.example",
        "null",
        "*",
        "",
        "https://partner.example, https://ander.example",
    ],
)
async def test_another_website_is_told_so_and_nothing_is_stored(
    customer: WalksIn, settings: Any, origin: str
) -> None:
    sanne = await customer()
    settings.CHAT_ORIGINS = [PARTNER, "*"]

    opened = await _opened_from(sanne, origin)
    said = await sanne.http.post(
        "/api/chat/messages", json={"text": "Hoi"}, headers={"Origin": origin}
    )
    asked = await sanne.http.options("/api/chat/messages", headers={"Origin": origin, **ASKS})

    # The site's visitor can read why: only the refusal, and the browser asks no leave for more.
    assert asked.status_code == 204
    for response in (opened, said):
        assert response.status_code == 403
        assert response.json()["error"]["code"] == "unknown_site"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert await in_pool(Conversation.objects.count)() == 1
    assert len(await sanne.reads()) == 1


@pytest.mark.parametrize("origin", [PARTNER, OF_THE_SHOP, "https://blog.example:8443"])
async def test_the_shop_s_websites_may_hold_the_chat(
    customer: WalksIn, settings: Any, origin: str
) -> None:
    sanne = await customer()
    settings.CHAT_ORIGINS = ["Partner.example/"]
    await in_pool(Website.objects.create)(origin="https://blog.example:8443")

    opened = await _opened_from(sanne, origin)
    asked = await sanne.http.options("/api/chat/messages", headers={"Origin": origin, **ASKS})
    refused = await sanne.http.get(
        "/api/chat/messages", headers={"Origin": origin, "Authorization": "Bearer onzin"}
    )

    assert [each.status_code for each in (opened, asked, refused)] == [201, 204, 401]
    for response in (opened, asked, refused):
        assert response.headers["Access-Control-Allow-Origin"] == origin
        assert response.headers["Vary"] == "Origin"
        assert "Access-Control-Allow-Credentials" not in response.headers


async def test_this_site_itself_and_who_is_no_website_need_no_leave(
    customer: WalksIn, door_url: str
) -> None:
    sanne = await customer()

    from_here = await _opened_from(sanne, door_url)

    assert from_here.status_code == 201
    assert await sanne.says("Hoi")


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("https://www.winkel.nl", "https://www.winkel.nl"),
        (" Winkel.nl/contact?a=1 ", "https://winkel.nl"),
        ("http://winkel.nl:80/", "http://winkel.nl"),
        ("https://winkel.nl:8443", "https://winkel.nl:8443"),
        ("https://bril\u00e9.nl", "https://xn--bril-epa.nl"),
        ("javascript:alert(1)", ""),
        ("ftp://winkel.nl", ""),
        ("*", ""),
        ("https://*.winkel.nl", ""),
        ("null", "https://null"),
        ("https://winkel.nl:poort", ""),
        ("een zin met spaties", ""),
        ("", ""),
    ],
)
def test_an_address_becomes_what_a_browser_says_of_it(written: str, origin: str) -> None:
    assert origin_of(written) == origin


@pytest.mark.django_db
def test_staff_add_a_website_by_pasting_one_of_its_pages() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("erik", password="x"))

    wrong = client.post("/staf/winkel/chat/website/add/", {"origin": "geen adres"})
    client.post("/staf/winkel/chat/website/add/", {"origin": "https://www.winkel.nl/over-ons"})

    assert "zoals https://www.winkel.nl" in wrong.content.decode()
    assert [str(website) for website in Website.objects.all()] == ["https://www.winkel.nl"]
