"""The page where a shop picks how its chat looks."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from bot.chat.embedding import contrast, readable_on
from bot.chat.models import Website

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
Asked = Callable[..., str]


@pytest.fixture
def ask(client: Client, settings: Any) -> Asked:
    settings.ALLOWED_HOSTS = ["testserver"]

    def asked(**chosen: str) -> str:
        response = client.get("/inbouwen", chosen)
        assert response.status_code == 200
        assert not response.cookies
        return response.content.decode()

    return asked


def line_in(page: str) -> str:
    found = re.search(r'<textarea id="line"[^>]*>(.*?)</textarea>', page, re.S)
    assert found
    return html.unescape(found[1])


def test_without_a_choice_the_line_is_as_short_as_can_be(ask: Asked) -> None:
    assert line_in(ask()) == f'<script src="{HOST}/buur.js" defer></script>'


def test_choices_become_attributes(ask: Asked) -> None:
    page = ask(
        colour="ffcc33",
        position="left",
        offset="72",
        greeting="Stel je vraag",
        open="on",
        lang="en",
    )

    assert line_in(page) == (
        f'<script src="{HOST}/buur.js" data-colour="#ffcc33" data-position="left"'
        ' data-offset="72" data-greeting="Stel je vraag" data-open="true" data-lang="en"'
        " defer></script>"
    )


def test_a_greeting_cannot_leave_its_attribute(ask: Asked) -> None:
    page = ask(greeting='"><script>alert(1)</script>')

    assert "<script>alert(1)" not in page
    assert "<script>alert(1)" not in line_in(page)


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("colour", "groenig", "Een kleur ziet eruit als"),
        ("offset", "9000", "hoogstens 400"),
        ("site", "geen adres", "Dit lees ik niet als een adres"),
        ("site", "https://winkel.nl:poort", "Dit lees ik niet als een adres"),
    ],
)
def test_what_is_wrong_is_told_and_left_out(ask: Asked, field: str, wrong: str, told: str) -> None:
    page = ask(**{field: wrong})

    assert told in page
    assert line_in(page) == f'<script src="{HOST}/buur.js" defer></script>'


def test_letters_that_cannot_be_read_are_told_and_not_used(ask: Asked) -> None:
    page = ask(colour="#ffcc33", text_colour="#ffffff")

    assert "De chat neemt dan zwart" in page
    assert "data-text-colour" not in line_in(page)


@pytest.mark.parametrize("typed", ["winkel.nl", "https://winkel.nl/contact?a=b", "WINKEL.nl"])
def test_a_site_is_looked_up_in_the_list(ask: Asked, typed: str) -> None:
    missing = ask(site=typed)
    Website.objects.create(origin="https://winkel.nl")
    allowed = ask(site=typed)

    assert "https://winkel.nl</strong> staat nog niet op de lijst" in missing
    assert "staat op de lijst" in allowed


def test_only_the_page_itself_may_frame_the_preview(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]

    response = client.get("/inbouwen/voorbeeld", {"colour": "#ffcc33"})

    assert 'data-colour="#ffcc33"' in response.content.decode()
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_contrast_is_wcag_s() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert readable_on("#ffcc33") == "#000000"
    assert readable_on("#1d4a3c") == "#ffffff"
