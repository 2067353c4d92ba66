"""Reading what customers said, without a mouse, and on a phone."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.staff import PASSWORD, barriers, look, make_account, talk_about
from tests.browser.visitor import SCREENSHOTS, SMALL_PHONE, TABLET
from tests.conftest import System


def test_a_conversation_is_found_read_and_noted_with_the_keyboard(
    browser: Browser, system: System
) -> None:
    talk_about(
        system, "kan er nog iets van de prijs af?", "en krijg ik korting als ik op klompen kom?"
    )
    talk_about(system, "tot hoe laat zijn jullie vrijdag open?")
    context = browser.new_context(
        viewport={"width": TABLET[0], "height": TABLET[1]}, locale="nl-NL"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    keys = page.keyboard
    page.goto(f"{system.address}/staf/")
    page.locator("input[name=username]").fill(make_account(system, "femke"))
    page.locator("input[name=password]").fill(PASSWORD)
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Gesprekken")).to_be_visible()
    page.locator("html.scripted").wait_for()

    # What the keys are, and that they can be switched off.
    keys.press("?")
    expect(page.get_by_role("dialog", name="Sneltoetsen")).to_be_visible()
    assert barriers(page) == []
    page.get_by_label("Sneltoetsen aan").press("Space")
    keys.press("Escape")
    keys.press("j")
    expect(page.locator(".conversations a:focus")).to_have_count(0)
    page.get_by_role("button", name="Sneltoetsen").click()
    page.get_by_label("Sneltoetsen aan").press("Space")
    keys.press("Escape")

    # Find it: a filter, words in which j and e are letters, and the first in the list.
    keys.press("f")
    expect(page.locator("#toon-nalezen")).to_be_focused()
    look(page, "filters")
    page.locator("#toon-korting").press("Enter")
    expect(page.locator("#toon-korting")).to_have_attribute("aria-current", "true")
    keys.press("/")
    keys.type("klompje")
    keys.press("Backspace")
    keys.press("Backspace")
    keys.press("Enter")
    expect(page).to_have_url(re.compile("toon=korting.*zoek=klomp$"))
    page.wait_for_load_state()
    keys.press("j")
    keys.press("j")
    expect(page.locator(".conversations a:focus mark")).to_have_text("klompen")
    keys.press("k")
    keys.press("Enter")
    said = page.get_by_role("log")
    expect(said.locator(":target")).to_contain_text("op klompen kom")
    page.wait_for_load_state()

    # Note what one thinks of it.
    marks = page.get_by_label("Wat jullie erover noteerden")
    keys.press("n")
    expect(page.get_by_label("Notitie")).to_be_focused()
    keys.type("Leuk antwoord, eerlijk")
    keys.press("Control+Enter")
    expect(marks.get_by_label("Notities")).to_contain_text("Leuk antwoord, eerlijk")
    page.wait_for_load_state()
    keys.press("l")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Labels")).to_be_visible()
    page.locator("#naam-nieuw").fill("leuk voorbeeld")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="leuk voorbeeld")).to_be_visible()
    assert barriers(page) == []
    page.go_back()
    page.go_back()
    page.reload()
    keys.press("l")
    keys.press("Enter")
    expect(marks.get_by_label("Labels van dit gesprek")).to_have_text("leuk voorbeeld")
    page.wait_for_load_state()
    keys.press("a")
    keys.press("Enter")
    expect(marks).to_contain_text("Voor femke.")
    page.wait_for_load_state()
    keys.press("r")
    expect(marks).to_contain_text("Nagelezen door femke")
    page.get_by_text("Hoe het past bij hoe we praten").click()
    expect(page.locator("#toon")).to_contain_text("van de 7 principes")
    look(page, "gesprek-merken")
    _leaves_room(page)

    # On: nothing more to read under these filters; back to all.
    keys.press("e")
    expect(page.get_by_text("Alles in deze lijst is nagelezen.")).to_be_visible()
    row = page.locator(".conversations li", has_text="klompen")
    expect(row).to_contain_text("leuk voorbeeld")
    expect(row).to_contain_text("nagelezen")
    context.close()
    assert faults == []


def _leaves_room(page: Page) -> None:
    """On a small phone the box to answer in is a line until somebody types in it."""
    page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
    answer = page.get_by_label("Je antwoord")
    form = page.locator("form.answer")
    page.locator("h1").click()
    small = form.bounding_box()
    page.screenshot(path=SCREENSHOTS / "gesprek-telefoon-antwoord.png")
    answer.focus()
    grown = form.bounding_box()
    assert small
    assert grown
    assert small["height"] < SMALL_PHONE[1] / 6
    assert grown["height"] > small["height"]
    answer.blur()
    page.set_viewport_size({"width": TABLET[0], "height": TABLET[1]})
