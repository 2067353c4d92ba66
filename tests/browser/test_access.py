"""For everyone: the keyboard alone, a screen reader, any colour, no movement."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser import record
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, Visitor
from tests.conftest import System


def test_a_talk_with_the_keyboard_only(visit: Visit, system: System) -> None:
    sanne = visit()
    press, typed = sanne.page.keyboard.press, sanne.page.keyboard.type

    press("Shift+Tab")
    expect(sanne.launcher).to_be_focused()
    press("Enter")
    expect(sanne.input).to_be_focused()
    typed("ik wil met een medewerker praten")
    press("Enter")
    expect(sanne.page.get_by_role("button", name="Ga verder met de chatbot")).to_be_visible()
    expect(sanne.input).to_be_focused()

    _tab_back_to(sanne, "Ga verder met de chatbot")
    press("Enter")
    expect(sanne.input).to_be_focused()
    typed("zijn jullie vrijdag open?")
    press("Enter")
    expect(sanne.log).to_contain_text("20:00")
    _tab_back_to(sanne, "Dit hielp")
    press("Space")
    expect(sanne.log).to_contain_text("zo leren we")
    assert record.judgements(system, sanne.token) == [True]

    _tab_back_to(sanne, "Menu")
    press("Enter")
    press("Tab")
    press("Tab")
    press("Tab")
    press("Tab")
    press("Escape")
    expect(sanne.page.get_by_role("button", name="Menu")).to_be_focused()
    expect(sanne.chat.locator(".menu")).to_be_hidden()
    press("Escape")
    expect(sanne.window).to_be_hidden()
    expect(sanne.launcher).to_be_focused()


def test_erasing_with_the_keyboard_asks_first_and_keeps_the_focus(visit: Visit) -> None:
    sanne = visit().opens()
    menu = sanne.page.get_by_role("button", name="Menu")
    menu.press("Enter")
    erase = sanne.page.get_by_role("button", name="Verwijder dit gesprek")

    erase.press("Enter")
    expect(sanne.page.get_by_role("button", name="Nee, laat staan")).to_be_focused()
    sanne.page.keyboard.press("Enter")
    expect(erase).to_be_focused()
    erase.press("Enter")
    sanne.page.get_by_role("button", name="Ja, verwijder het").press("Enter")

    expect(sanne.input).to_be_focused()


def test_the_focus_never_hides_behind_a_window_that_covers_the_page(visit: Visit) -> None:
    sanne = visit(*PHONE).opens()
    sanne.page.get_by_role("button", name="Menu").focus()

    sanne.page.keyboard.press("Shift+Tab")

    expect(sanne.window).to_be_hidden()
    assert sanne.page.evaluate("document.activeElement.localName") != "buur-chat"


def test_every_focused_part_shows_it(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    seen = set()

    for _ in range(9):
        sanne.page.keyboard.press("Shift+Tab")
        part = sanne.focused
        if not part.count():
            break
        name = part.get_attribute("aria-label") or part.inner_text()
        seen.add(name)
        assert part.evaluate("node => getComputedStyle(node).outlineStyle") == "solid", name
        if name == "Menu":
            break

    assert {"Dit hielp", "Gesprek", "Praat met een medewerker", "Minimaliseer de chat"} <= seen


def test_parts_have_their_roles_and_names(visit: Visit) -> None:
    sanne = visit().opens()
    sanne.asks("ik wil een afspraak maken")

    assert sanne.page.get_by_role("dialog", name="Helder, chatbot van Optiek Helder").count() == 1
    assert sanne.page.get_by_role("log", name="Gesprek").get_attribute("aria-live") == "polite"
    assert sanne.chat.get_attribute("lang") == "nl"
    assert sanne.page.get_by_role("textbox", name="Je bericht").count() == 1
    expect(sanne.chat.locator(".bot .sender").first).to_contain_text("Helder, chatbot")
    expect(sanne.chat.locator(".customer .sender").first).to_contain_text("Jij")


@pytest.mark.parametrize(
    ("colour", "scheme"),
    [("#1d4a3c", "light"), ("#1d4a3c", "dark"), ("#ffd400", "light"), ("#777777", "dark")],
)
def test_every_state_is_without_barriers_in_any_colour(
    visit: Visit, colour: str, scheme: str
) -> None:
    sanne = visit(color_scheme=scheme)
    sanne.page.route(re.compile(r"/(\?.*)?$"), lambda route: _paint(route, colour))
    sanne.page.reload()
    found = {"launcher": sanne.barriers()}
    sanne.opens()
    found["opened"] = sanne.barriers()
    sanne.asks("zijn jullie vrijdag open?")
    found["answered"] = sanne.barriers()
    sanne.page.get_by_role("button", name="Dit hielp", exact=True).click()
    expect(sanne.log).to_contain_text("zo leren we")
    found["judged"] = sanne.barriers()
    sanne.input.fill("a" * 1001)
    found["too long"] = sanne.barriers()
    sanne.input.fill("")
    sanne.page.get_by_role("button", name="Menu").click()
    sanne.page.get_by_role("button", name="Zet geluid aan").click()
    found["menu"] = sanne.barriers()
    sanne.page.get_by_role("button", name="Verwijder dit gesprek").click()
    found["removing"] = sanne.barriers()
    sanne.page.keyboard.press("Escape")
    sanne.page.get_by_role("button", name="Praat met een medewerker").click()
    expect(sanne.chat.locator(".state")).to_contain_text("ligt bij een medewerker")
    sanne.comes_back_to({"from": "staff", "name": "Erik", "text": "Hoi."}, state="staff")
    expect(sanne.chat.locator(".state")).to_contain_text("Je praat nu met")
    found["staff"] = sanne.barriers()
    sanne.screenshot(f"colour-{colour[1:]}-{scheme}")
    sanne.page.get_by_role("button", name="Minimaliseer").click()
    sanne.hears({"from": "staff", "name": "Erik", "text": "Tot zo."})
    expect(sanne.chat.locator(".unread")).to_have_text("1")
    found["unread"] = sanne.barriers()

    assert {state: faults for state, faults in found.items() if faults} == {}


def test_who_wants_no_movement_gets_none(visit: Visit) -> None:
    sanne = visit(reduced_motion="reduce").opens()

    assert sanne.window.evaluate("panel => getComputedStyle(panel).animationName") == "none"


def _tab_back_to(sanne: Visitor, name: str) -> None:
    wanted = sanne.page.get_by_role("button", name=name, exact=True)
    for _ in range(12):
        sanne.page.keyboard.press("Shift+Tab")
        if wanted.evaluate("node => node.getRootNode().activeElement === node"):
            return
    raise AssertionError(f"'{name}' cannot be reached with the keyboard")


def _paint(route: Route, colour: str) -> None:
    response = route.fetch()
    route.fulfill(
        response=response,
        body=response.text().replace("data-bot", f'data-colour="{colour}" data-bot'),
    )
