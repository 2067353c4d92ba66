"""A person steps into a conversation, and both sides see each other's words as they come."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit
from tests.browser.staff import Staff, barriers, look, make_account
from tests.browser.visitor import TABLET
from tests.conftest import System


@pytest.fixture(scope="module")
def account(system: System) -> str:
    return make_account(system, "erik")


def test_a_customer_asks_for_a_person_and_gets_one(
    browser: Browser, system: System, visit: Visit, account: str
) -> None:
    staff = Staff(browser, system, account, TABLET, "/staf/")
    erik = staff.page
    expect(erik.get_by_role("heading", name="Gesprekken")).to_be_visible()

    # The customer asks; the inbox tells by itself.
    sanne = visit().opens()
    sanne.says("ik wil graag een medewerker spreken over mijn kapotte bril")
    asked = erik.get_by_role("link", name=re.compile("over mijn kapotte bril"))
    expect(asked).to_be_visible()
    expect(erik).to_have_title(re.compile(r"^\(\d+\) Gesprekken$"))
    assert barriers(erik) == []
    asked.click()

    # Erik answers; what he types and says shows at once.
    said = erik.get_by_role("log")
    expect(said).to_contain_text("over mijn kapotte bril")
    erik.wait_for_load_state()
    erik.get_by_label("Je antwoord").press_sequentially("Hoi, wat is er stuk?")
    expect(sanne.chat).to_contain_text("erik typt")
    erik.get_by_role("button", name="Stuur").click()
    expect(sanne.log).to_contain_text("Hoi, wat is er stuk?")
    expect(sanne.log).to_contain_text("erik, medewerker")
    expect(erik.locator("#stand")).to_contain_text("Jij praat met deze klant")
    expect(erik.get_by_label("Je antwoord")).to_have_value("")
    expect(erik.get_by_label("Je antwoord")).to_be_focused()

    # The customer answers him, and the bot stays out of it.
    sanne.says("de linkerpoot")
    expect(said).to_contain_text("de linkerpoot")
    expect(erik.get_by_text("de linkerpoot")).to_be_in_viewport()
    assert sanne.texts("bot")[-1] == sanne.texts("bot")[1]
    look(erik, "console")

    erik.get_by_role("button", name="Geef terug aan de chatbot").click()
    expect(sanne.log).to_contain_text("Daar ben ik weer, de chatbot")
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.log).to_contain_text("20:00")
    expect(said).to_contain_text("20:00")
    expect(erik.get_by_text("Openingstijden, ")).to_be_visible()
    expect(said.get_by_text("de linkerpoot")).to_have_count(1)
    staff.context.close()
    assert staff.faults == []
