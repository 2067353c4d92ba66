"""Where Buur went wrong is put right: in the queue with keys, and at the message itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.staff import Staff, look, make_account, settled, talk_about
from tests.browser.visitor import SMALL_PHONE, TABLET
from tests.conftest import System

_QUEER = (
    "wat doen jullie met een halve maan in de kamer",
    "mag mijn papegaai de paspop groeten",
    "hebben jullie ook sokken voor op het glas",
    "kan de toeter van mijn oma mee de lift in",
)


@pytest.fixture(scope="module")
def femke(system: System) -> str:
    return make_account(system, "femke")


@pytest.fixture(scope="module")
def joost(system: System) -> str:
    return make_account(system, "joost")


def test_the_queue_is_gone_through_with_keys(browser: Browser, system: System, femke: str) -> None:
    for queer in _QUEER:
        talk_about(system, queer)
    staff = Staff(browser, system, femke, TABLET, "/staf/verbeteren/")
    page, keys = staff.page, staff.page.keyboard
    page.wait_for_url("**/verbeteren/")
    page.wait_for_load_state()
    told = page.locator("#wachtrij .told")
    asked = page.locator("#wachtrij h2")
    # Two groups may have the same heading.
    group = page.locator("#wachtrij [name=alle]").first
    first = group.get_attribute("value")
    assert first
    look(page, "verbeteren")

    keys.press("1")
    expect(told).not_to_have_text("")
    expect(page.locator("#stand")).to_contain_text(re.compile(r"Vandaag \d+ gedaan"))
    expect(group).not_to_have_attribute("value", first)
    expect(asked).to_be_focused()
    settled(page)
    keys.press("z")
    expect(group).to_have_attribute("value", first)
    expect(asked).to_be_focused()

    settled(page)
    keys.press("s")
    expect(told).to_have_text("Overgeslagen.")
    expect(group).not_to_have_attribute("value", first)
    page.get_by_role("button", name="Zet ze terug").click()
    expect(told).to_have_text("Wat je oversloeg staat er weer.")
    expect(asked).to_be_focused()

    settled(page)
    # Any kind of question, found by its Dutch name.
    keys.press("/")
    expect(page.get_by_label("Zoek op naam, regel of voorbeeld")).to_be_focused()
    keys.type("parkeren")
    expect(page.locator("#soorten button")).to_have_count(1)
    keys.press("Enter")
    expect(told).to_contain_text("Parkeren")
    staff.context.close()
    assert staff.faults == []


def test_words_are_pointed_out_and_two_who_disagree_are_shown(
    browser: Browser, system: System, femke: str, joost: str
) -> None:
    conversation = talk_about(system, "moet ik zaterdag iets meenemen voor de fanfare")
    path = f"/staf/gesprek/{conversation}/"
    hers = Staff(browser, system, femke, SMALL_PHONE, path)
    page = hers.page
    page.get_by_role("link", name="Verbeter", exact=True).click()
    form = page.get_by_role("form", name=re.compile("^Verbeter: moet ik zaterdag"))
    form.get_by_role("checkbox", name="zaterdag").check(force=True)
    form.get_by_role("button", name="Dag en tijd", exact=True).click()
    expect(form.get_by_label("Aangewezen gegevens")).to_contain_text("zaterdag")
    settled(page)
    form.get_by_label("Iets anders? Zoek op naam, regel of voorbeeld").fill("parkeren")
    kinds = form.get_by_label("Alle soorten vragen").get_by_role("radio")
    expect(kinds).to_have_count(1)
    kinds.check()
    form.get_by_label("Toelichting").fill("De fanfare staat op het plein")
    look(page, "verbeteren-bericht")
    form.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".said-of-it")).to_contain_text("femke zegt Parkeren")

    his = Staff(browser, system, joost, TABLET, path)
    his.page.get_by_role("link", name="Verbeter", exact=True).click()
    his.page.get_by_role("button", name="Onzin").click()
    expect(his.page.locator(".said-of-it")).to_contain_text("Oneens:")
    his.page.goto(f"{system.address}/staf/verbeteren/oneens/")
    torn = his.page.locator(".torn-list > li", has_text="fanfare")
    expect(torn).to_contain_text("femke zegt Parkeren")
    expect(torn).to_contain_text("joost zegt")
    look(his.page, "oneens")

    # He comes round: they agree again.
    torn.get_by_role("link", name="Geef of wijzig je eigen verbetering").click()
    his.page.get_by_role("button", name="Haal mijn verbetering weg").click()
    his.page.goto(f"{system.address}/staf/verbeteren/oneens/")
    expect(his.page.locator(".torn-list > li", has_text="fanfare")).to_have_count(0)
    for staff in (hers, his):
        staff.context.close()
        assert staff.faults == []
