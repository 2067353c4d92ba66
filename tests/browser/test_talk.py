"""One whole talk in a real browser, on a phone, against the running system."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.conftest import System

PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def page(browser: Browser, system: System) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.set_default_timeout(15_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.goto(system.address)
    yield page
    context.close()
    assert errors == []


def open_chat(page: Page) -> Locator:
    page.get_by_role("button", name=re.compile("chat", re.I)).first.click()
    log = page.get_by_role("log")
    expect(log).to_contain_text(re.compile("chatbot", re.I))
    return log


def say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox")
    box.fill(text)
    box.press("Enter")


def test_nothing_is_stored_or_asked_before_the_first_click(page: Page, system: System) -> None:
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    assert stored == [0, 0, ""]


def test_hours_an_order_and_an_appointment(page: Page, system: System) -> None:
    log = open_chat(page)

    say(page, "zijn jullie vrijdag open?")
    expect(log).to_contain_text("20:00")
    say(page, "is mijn bril al klaar? bestelnummer 100234")
    expect(log).to_contain_text("postcode")
    say(page, "7961 AB")
    expect(log).to_contain_text("multifocale bril")
    say(page, "ik wil een oogmeting op woensdag 16 december om 11 uur")
    expect(log).to_contain_text(re.compile("naam|heet", re.I))
    say(page, "Jan de Vries")
    expect(log).to_contain_text(re.compile("nummer|bereiken", re.I))
    say(page, "06 12 34 56 78")
    page.get_by_role("button", name="Ja, boek maar").click()
    expect(log).to_contain_text(re.compile("AF-[A-Z0-9]{6}"))

    number = re.search(r"AF-[A-Z0-9]{6}", log.inner_text())
    assert number
    assert _booked(system, number.group()) == ("Jan de Vries", "+31612345678")


def _booked(system: System, number: str) -> tuple[str, str]:
    with sqlite3.connect(system.var / "buur.sqlite3") as database:
        row = database.execute(
            "select name, phone from shop_appointment where number = ? and state = 'booked'",
            [number],
        ).fetchone()
    return (row[0], row[1])
