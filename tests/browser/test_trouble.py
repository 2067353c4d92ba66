"""A line that breaks, an engine that falls over, a shop that says no."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import httpx
from playwright.sync_api import expect

from tests.browser import record
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE
from tests.conftest import System


def test_what_is_said_without_a_line_is_sent_once_when_it_is_back(
    visit: Visit, system: System
) -> None:
    sanne = visit(*PHONE).opens()
    context = sanne.page.context

    context.set_offline(True)
    expect(sanne.chat.locator(".notices")).to_contain_text("Geen verbinding")
    sanne.says("zijn jullie vrijdag open?")
    sanne.says("waar zitten jullie?")
    expect(sanne.chat.locator(".held")).to_have_count(2)
    sanne.screenshot("offline")
    assert sanne.barriers() == []
    context.set_offline(False)

    expect(sanne.chat.locator(".held")).to_have_count(0)
    expect(sanne.log).to_contain_text("20:00")
    expect(sanne.chat.locator(".notices")).not_to_contain_text("Geen verbinding")
    asked = ["zijn jullie vrijdag open?", "waar zitten jullie?"]
    expect(sanne.chat.locator(".message.customer")).to_have_count(2)
    assert record.stored(system, sanne.token) == asked
    sanne.reloads()
    assert sanne.texts() == asked


def test_what_is_on_its_way_survives_a_reload_and_is_stored_once(
    visit: Visit, system: System
) -> None:
    sanne = visit().opens()
    # It arrives, but the answer gets lost.
    sanne.page.route("**/api/chat/messages", lambda route: _lose_the_answer(route))
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.chat.locator(".message.bot")).to_have_count(2)
    sanne.page.unroute("**/api/chat/messages")

    sanne.reloads()
    expect(sanne.log).to_contain_text("20:00")
    sanne.asks("waar zitten jullie?")

    asked = ["zijn jullie vrijdag open?", "waar zitten jullie?"]
    assert record.stored(system, sanne.token) == asked
    assert sanne.texts() == asked


def test_too_many_messages_wait_their_turn(visit: Visit) -> None:
    sanne = visit().opens()
    refusal = {"error": {"code": "too_many_requests", "message": "Dat gaat me iets te snel."}}
    refused = []

    def refuse_once(route):
        refused.append(route)
        if len(refused) > 1:
            return route.continue_()
        return route.fulfill(
            status=429,
            headers={"Retry-After": "1", "Content-Type": "application/json"},
            body=json.dumps(refusal),
        )

    sanne.page.route("**/api/chat/messages", refuse_once)
    sanne.says("zijn jullie vrijdag open?")

    expect(sanne.chat.locator(".held")).to_contain_text("iets te snel")
    expect(sanne.log).to_contain_text("20:00")
    expect(sanne.chat.locator(".held")).to_have_count(0)


def test_a_talk_that_the_shop_forgot_begins_anew_with_the_question(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.page.evaluate("localStorage.setItem('buur:token', 'niemand')")
    sanne.page.reload()
    sanne.opens_again()

    expect(sanne.chat.locator(".notices")).to_contain_text("Je vorige gesprek is er niet meer")
    sanne.asks("zijn jullie vrijdag open?")
    assert sanne.texts() == ["zijn jullie vrijdag open?"]


def test_an_engine_that_falls_over_answers_when_it_is_back(visit: Visit, system: System) -> None:
    sanne = visit().opens()

    os.kill(_process_on(system.engine), signal.SIGKILL)
    sanne.says("zijn jullie vrijdag open?")
    notices = sanne.chat.locator(".notices")
    expect(notices).to_contain_text("Je bericht is bewaard", timeout=30_000)
    sanne.screenshot("engine-away")

    expect(sanne.log).to_contain_text("20:00", timeout=90_000)
    expect(notices).not_to_contain_text("bewaard")
    assert record.stored(system, sanne.token) == sanne.texts() == ["zijn jullie vrijdag open?"]
    _until_well(system)


def _lose_the_answer(route):
    route.fetch()
    route.abort("connectionreset")


def _process_on(address: str) -> int:
    """The process that was started for this port."""
    ours = ["run", "--port", address.rpartition(":")[2]]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text(errors="replace").split("\0")
        except OSError:
            continue
        if all(word in command for word in ours):
            return int(folder.name)
    raise AssertionError(f"nothing runs on {address}")


def _until_well(system: System) -> None:
    give_up = time.monotonic() + 60
    while httpx.get(f"{system.address}/healthz").status_code != 200:
        assert time.monotonic() < give_up
        time.sleep(0.3)
