"""A message is misunderstood, corrected, learned and understood, while somebody else talks on.

The one test that trains a model: about a minute and a half on a machine with nothing else to do.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit
from tests.browser.staff import at_the_console, look, make_account, settled
from tests.conftest import System

_STRANGE = "kan mijn karretje ergens blijven terwijl ik binnen ben"
_PARKING = "Kerkplein"
_LEARNED_WITHIN_MS = 600_000
# Below what one conversation may say in a minute.
_PAUSE_SECONDS = 2.5


class Talker(threading.Thread):
    """Somebody who goes on talking with the chatbot, whatever happens meanwhile."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self._http = httpx.Client(base_url=f"{address}/api/chat", timeout=60)
        opened = self._http.post("/conversations", json={}).json()
        self._http.headers["Authorization"] = f"Bearer {opened['token']}"
        self.conversation = opened["conversation"]
        self.stop = threading.Event()
        self.said = 0
        self.unanswered: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            self.says("zijn jullie vrijdag open?", "20:00")
            self.stop.wait(_PAUSE_SECONDS)

    def says(self, text: str, expected: str) -> None:
        answer = self._http.post("/messages", json={"text": text})
        self.said += 1
        said = " ".join(each["text"] for each in answer.json().get("messages", []))
        if answer.status_code != httpx.codes.CREATED or expected not in said:
            self.unanswered.append(f"{answer.status_code} {answer.text}")


@contextmanager
def _somebody_else_talking(system: System) -> Iterator[Talker]:
    talker = Talker(system.address)
    talker.says("zijn jullie vrijdag open?", "20:00")
    talker.start()
    yield talker
    talker.stop.set()
    talker.join(timeout=60)
    assert talker.unanswered == []


@pytest.fixture(scope="module")
def noor(system: System) -> str:
    return make_account(system, "noor")


def test_what_staff_correct_is_learned_and_answered_while_others_talk_on(
    browser: Browser, system: System, visit: Visit, noor: str
) -> None:
    customer = visit().opens()
    customer.asks(_STRANGE)
    misunderstood = customer.texts("bot")[-1]
    assert _PARKING not in misunderstood

    with at_the_console(browser, system, noor) as page, _somebody_else_talking(system) as other:
        page.goto(f"{system.address}/staf/?zoek=karretje")
        page.locator(".conversations a", has_text=_STRANGE).first.click()
        page.get_by_role("link", name="Verbeter", exact=True).click()
        settled(page)
        page.get_by_label("Iets anders? Zoek op naam, regel of voorbeeld").fill("parkeren")
        kinds = page.get_by_label("Alle soorten vragen").get_by_role("radio")
        expect(kinds).to_have_count(1)
        kinds.check()
        page.get_by_role("button", name="Bewaar").click()
        expect(page.locator(".said-of-it")).to_contain_text("noor zegt Parkeren")

        # A good conversation becomes a test in one click.
        page.goto(f"{system.address}/staf/gesprek/{other.conversation}/")
        page.get_by_role("button", name="Dit is een goed gesprek").click()
        expect(page.get_by_text("Een goed gesprek, vindt noor.")).to_be_visible()

        page.get_by_role("link", name="Leren").click()
        expect(page.get_by_role("checkbox", name=_STRANGE)).to_be_checked()
        look(page, "leren-nieuw")
        page.get_by_role("button", name="Leer hiervan").click()

        # The page may be closed and opened again.
        expect(page.get_by_role("progressbar")).to_be_visible()
        expect(page.get_by_text("Klanten praten gewoon door")).to_be_visible()
        look(page, "leren-bezig")
        page.goto(f"{system.address}/staf/")
        said_before = other.said
        page.get_by_role("link", name="Leren").click()

        expect(page.get_by_text("Gelukt. Dit model staat live")).to_be_visible(
            timeout=_LEARNED_WITHIN_MS
        )
        expect(page.get_by_role("row", name="Goede gesprekken (1)")).to_contain_text("1 zoals toen")
        look(page, "leren-klaar")

        # In the same conversation the same words are now understood.
        answer = customer.asks(_STRANGE)
        expect(answer).to_contain_text(_PARKING)
        time.sleep(_PAUSE_SECONDS * 2)
        assert other.said > said_before + 1

        # And back, in one click.
        page.get_by_role("button", name="Terug naar dit model").click()
        expect(page.get_by_role("heading", name="De chatbot leert")).to_be_visible()
        expect(page.get_by_text("Gelukt. Dit model staat live")).to_be_visible(timeout=120_000)
        answer = customer.asks(_STRANGE)
        expect(answer).not_to_contain_text(_PARKING)
