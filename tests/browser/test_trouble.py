"""A line that breaks, an engine that falls over, a shop that says no."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser import record
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE
from tests.conftest import System

OUT_OF_ORDER = {
    "error": {
        "code": "out_of_order",
        "message": "Er gaat iets mis aan mijn kant. Probeer het zo nog eens, of bel de winkel.",
    }
}


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
    # It arrives, and what the door answers never comes back.
    lost = []
    sanne.page.route("**/api/chat/messages", lambda route: lost.append(route.fetch()))
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.chat.locator(".message.bot")).to_have_count(2)
    while not lost:
        sanne.page.wait_for_timeout(50)
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


def test_more_than_the_door_takes_goes_by_itself_when_there_is_room(
    visit: Visit, system: System
) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    # The same once more is answered at once, and counts.
    _say_the_same_again(system, sanne.token, 30)

    sanne.says("waar zitten jullie?")

    held = sanne.chat.locator(".held")
    expect(held).to_contain_text("Dat gaat me iets te snel")
    expect(held).to_contain_text(re.compile(r"Over \d+ seconden gaat het vanzelf\."))
    sanne.screenshot("too-fast")
    assert sanne.barriers() == []


def test_a_proxy_s_error_is_no_loss(visit: Visit) -> None:
    sanne = visit().opens()
    answers = iter([502, 504])
    sanne.page.route("**/api/chat/messages", lambda route: _fail(route, next(answers, None)))

    sanne.says("zijn jullie vrijdag open?")

    expect(sanne.chat.locator(".held")).to_contain_text("Nog niet verstuurd")
    expect(sanne.log).to_contain_text("20:00")
    assert sanne.texts() == ["zijn jullie vrijdag open?"]


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ("too large", "Dat is te groot voor mij. Stuur alleen tekst"),
        ("no address", "Hier is niets te vinden"),
        ("415", "Dat lukte niet. Probeer het zo nog eens, of bel of mail de winkel."),
    ],
)
def test_what_another_try_cannot_mend_comes_back_to_be_said_otherwise(
    visit: Visit, elsewhere: str, told: str
) -> None:
    sanne = visit().opens()
    late = []
    sanne.page.route("**/api/chat/messages", lambda route: late.append(route))
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.chat.locator(".sending")).to_have_count(1)
    sanne.input.fill("en zaterdag?")

    # The first two are the door's own answers.
    if elsewhere == "too large":
        late[0].continue_(post_data="a" * 2_200_000)
    elif elsewhere == "no address":
        late[0].continue_(url=late[0].request.url + "/nergens")
    else:
        late[0].fulfill(status=415, body="<html>")

    expect(sanne.chat.locator(".notices")).to_contain_text(told)
    expect(sanne.input).to_have_value("zijn jullie vrijdag open?\nen zaterdag?")
    expect(sanne.chat.locator(".message.customer")).to_have_count(0)
    assert sanne.barriers() == []
    sanne.page.unroute("**/api/chat/messages")
    sanne.input.press("Enter")
    expect(sanne.log).to_contain_text("20:00")


def test_what_breaks_the_door_time_and_again_does_not_hold_up_the_rest(visit: Visit) -> None:
    sanne = visit().opens()
    again = sanne.page.get_by_role("button", name="Nu versturen")
    refused = []

    def break_on_it(route):
        if "gif" not in (route.request.post_data or ""):
            return route.continue_()
        refused.append(route)
        return route.fulfill(status=500, json=OUT_OF_ORDER)

    sanne.page.route("**/api/chat/messages", break_on_it)
    sanne.says("gif")
    for tries in range(1, 4):
        expect(sanne.chat.locator(".held")).to_contain_text("Er gaat iets mis aan mijn kant")
        assert len(refused) >= tries
        with sanne.page.expect_response("**/api/chat/messages"):
            again.click()

    expect(sanne.input).to_have_value("gif")
    expect(sanne.chat.locator(".notices")).to_contain_text("of bel de winkel")
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.log).to_contain_text("20:00")


def test_a_judgement_that_does_not_arrive_is_told(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    good = sanne.page.get_by_role("button", name="Dit hielp", exact=True)
    sanne.page.route("**/api/chat/feedback", lambda route: route.abort())

    good.click()

    expect(sanne.chat.locator(".notices")).to_contain_text("Dat lukte niet")
    expect(good).to_have_attribute("aria-pressed", "false")


def test_a_chat_that_cannot_begin_begins_by_itself_later(visit: Visit) -> None:
    sanne = visit()
    refusal = {"error": {"code": "too_many_requests", "message": "Dat gaat me iets te snel."}}
    refused = []

    def refuse_once(route):
        refused.append(route)
        if len(refused) > 1:
            return route.continue_()
        return route.fulfill(status=429, headers={"Retry-After": "3"}, json=refusal)

    sanne.page.route("**/api/chat/conversations", refuse_once)
    sanne.launcher.click()
    expect(sanne.chat.locator(".notices")).to_contain_text("Dat gaat me iets te snel")
    sanne.input.fill("zijn jullie")
    assert sanne.barriers() == []

    expect(sanne.bubbles).to_have_count(1)
    expect(sanne.chat.locator(".notices")).not_to_contain_text("te snel")
    expect(sanne.input).to_have_value("zijn jullie")


def test_a_talk_that_the_shop_forgot_begins_anew_with_the_question(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.page.evaluate("localStorage.setItem('buur:token', 'niemand')")
    sanne.page.reload()
    sanne.opens_again()

    expect(sanne.chat.locator(".notices")).to_contain_text("Je vorige gesprek is er niet meer")
    sanne.asks("zijn jullie vrijdag open?")
    assert sanne.texts() == ["zijn jullie vrijdag open?"]


def test_an_engine_that_falls_over_answers_when_it_is_back(visit: Visit, system: System) -> None:
    sanne, joost = visit().opens(), visit().opens()

    os.kill(_process_on(system.engine), signal.SIGKILL)
    sanne.says("zijn jullie vrijdag open?")
    notices = sanne.chat.locator(".notices")
    expect(notices).to_contain_text("Je bericht is bewaard", timeout=30_000)
    sanne.screenshot("engine-away")
    joost.page.get_by_role("button", name="Praat met een medewerker").click()
    expect(joost.chat.locator(".state")).to_have_text("Je vraag ligt bij een medewerker")
    expect(joost.log).to_contain_text("Je vraag ligt bij een medewerker.")
    joost.screenshot("person-without-engine")
    assert joost.texts() == ["Praat met een medewerker"]

    expect(sanne.log).to_contain_text("20:00", timeout=90_000)
    expect(notices).not_to_contain_text("bewaard")
    assert record.stored(system, sanne.token) == sanne.texts() == ["zijn jullie vrijdag open?"]
    _until_well(system)


def _say_the_same_again(system: System, token: str, times: int) -> None:
    again = {"text": "nog eens", "client_id": record.client_id(system, token)}
    for _ in range(times):
        httpx.post(
            f"{system.address}/api/chat/messages",
            headers={"Authorization": f"Bearer {token}"},
            json=again,
        )


def _fail(route, status):
    if status is None:
        return route.continue_()
    return route.fulfill(status=status, body="<html><h1>Bad Gateway</h1></html>")


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
