"""Who gets in where: every address of the console, for everybody, to look and to change.

A part that is added is walked by itself. Without a rule of its own here it is for reading by all
roles and for changing by who answers customers; a rule is one line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from bot.review.rights import OWNERS, READERS, STAFF
from tests.unit.review.accounts import ROLES, somebody
from tests.unit.review.talks import talk

ANYBODY = "anybody"


@dataclass(frozen=True)
class Rule:
    """The least role that may look, and the least that may change."""

    look: str = READERS
    change: str = STAFF


# The first that the address begins with counts.
RULES = {
    "inloggen/": Rule(ANYBODY, ANYBODY),
    "uitloggen/": Rule(ANYBODY, ANYBODY),
    "welkom/": Rule(ANYBODY, ANYBODY),
    "accounts/ik/": Rule(READERS, READERS),
    "accounts/": Rule(OWNERS, OWNERS),
    "privacy/": Rule(OWNERS, OWNERS),
    "logboek/": Rule(OWNERS, OWNERS),
    "winkel/logout/": Rule(ANYBODY, ANYBODY),
    "winkel/": Rule(OWNERS, OWNERS),
}
# By name, where one address differs from its neighbours.
EXCEPTIONS: dict[str, Rule] = {
    # One's own; sharing one asks for more, in the view.
    "save_filter": Rule(READERS, READERS),
    "remove_filter": Rule(READERS, READERS),
    "decide": Rule(READERS, OWNERS),
    "figures_minutes": Rule(READERS, OWNERS),
}
# What starts a process or never ends; that others are kept out is tried all the same.
TOO_MUCH_FOR_A_TEST = {"learn", "go_live", "listen", "listen_to_calls"}
# The back office refuses these to owners too: there is one shop, and it asks nothing of nobody.
_NOT_EVEN_OWNERS = {"shop_shop_add", "autocomplete"}


@dataclass(frozen=True)
class Page:
    name: str
    path: str

    @property
    def rule(self) -> Rule:
        if self.name in EXCEPTIONS:
            return EXCEPTIONS[self.name]
        address = self.path.removeprefix("/staf/")
        fitting = (rule for start, rule in RULES.items() if address.startswith(start))
        return next(fitting, Rule())


def pages(conversation: UUID) -> Iterator[Page]:
    """Walk every address under /staf/, filled in with a conversation that exists."""
    values = {"uuid": str(conversation), "int": "987654", "str": "x", "slug": "x", "path": "x/"}

    def walk(patterns: list[Any], before: str) -> Iterator[Page]:
        for each in patterns:
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, before + filled(each.pattern))
            elif isinstance(each, URLPattern):
                yield Page(each.name or "", before + filled(each.pattern))

    def filled(pattern: Any) -> str:
        if not hasattr(pattern, "_route"):
            return "x/"
        path = str(pattern._route)
        for name, converter in pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower()
            value = values.get(kind, "2026-11-24")
            path = path.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
        return path

    found = [page for page in walk(get_resolver().url_patterns, "/") if page.path[:6] == "/staf/"]
    # Whoever logs out is out.
    for page in sorted(found, key=lambda page: "logout" in page.name):
        # Of the back office, which Django guards in one place, the lists and not each row's pages.
        if not page.name.endswith(("_change", "_history", "_delete")):
            yield page


def outcome(client: Client, response: Any) -> str:
    if response.status_code == 302 and "/staf/winkel/login/" in response["Location"]:
        response = client.get(response["Location"])
    if response.status_code in {302, 301} and "/staf/inloggen/" in response["Location"]:
        return "login"
    if response.status_code == 401:
        # A line that stays open can show no login page.
        return "login"
    if response.status_code == 403:
        return "refused"
    if response.status_code == 405:
        return "not so"
    return "broken" if response.status_code >= 500 else "in"


def faults_of(page: Page, who: str, client: Client, method: str, owner: Client) -> str:
    least = page.rule.look if method == "get" else page.rule.change
    ranks = (ANYBODY, *ROLES)
    may = least == ANYBODY or (who in ROLES and ranks.index(who) >= ranks.index(least))
    if may and page.name in TOO_MUCH_FOR_A_TEST | _NOT_EVEN_OWNERS:
        return ""
    came = outcome(client, getattr(client, method)(page.path))
    if (came, method) == ("refused", "get") and may and who != OWNERS:
        # What can only be changed can't be looked at; whether one may is asked first.
        came = outcome(owner, owner.get(page.path))
    if may:
        expected = {"in", "not so"} | ({"login"} if least == ANYBODY else set())
    else:
        expected = {"refused", "not so"} if who in ROLES else {"login"}
    return "" if came in expected else f"{method} {page.path} ({page.name}) by {who}: {came}"


@pytest.fixture
def everybody(logs_in) -> dict[str, Client]:
    users = {
        "a customer": User.objects.create_user("klant", password="bril-en-oor-9"),
        **{role: somebody(f"van-{role}", role) for role in ROLES},
    }
    clients = {who: Client(raise_request_exception=False) for who in ("nobody", *users)}
    for who, user in users.items():
        clients[who].force_login(user)
    return clients


@pytest.mark.parametrize("method", ["get", "post"])
def test_everybody_gets_in_where_they_should_and_nowhere_else(
    everybody: dict[str, Client], method: str
) -> None:
    found = list(pages(talk("hallo").public_id))

    faults = [
        fault
        for page in found
        for who, client in everybody.items()
        if (fault := faults_of(page, who, client, method, everybody[OWNERS]))
    ]

    assert not faults, "\n".join(faults)
    assert {"inbox", "conversation", "answer", "accounts", "privacy", "log"} <= {
        page.name for page in found
    }


def test_an_owner_keeps_the_shop_in_the_back_office(everybody: dict[str, Client]) -> None:
    owner = everybody[OWNERS]

    index = owner.get("/staf/winkel/").content.decode()

    assert "/staf/winkel/shop/product/" in index
    assert owner.get("/staf/winkel/shop/product/").status_code == 200
    for hidden in (
        "auth/user",
        "otp_totp/totpdevice",
        "otp_static/staticdevice",
        "chat/conversation",
    ):
        assert owner.get(f"/staf/winkel/{hidden}/").status_code == 404
