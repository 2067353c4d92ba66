"""What the shop's people change in the console, the chat says at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.staff import Staff, barriers, make_account
from tests.browser.visitor import PHONE, SCREENSHOTS, SMALL_PHONE, TABLET
from tests.conftest import System

PAGES = (
    *("", "agenda/", "agenda/week/", "agenda/nieuw/", "tijden/", "tijden/anders/", "producten/"),
    *("diensten/", "bestellingen/", "antwoorden/"),
    "antwoorden/utter_open_day/",
)


@pytest.fixture(scope="module")
def account(system: System) -> str:
    return make_account(system, "noor")


def test_a_text_and_an_hour_changed_in_the_console_are_said_at_once(
    browser: Browser, system: System, visit: Visit, account: str
) -> None:
    noor = Staff(browser, system, account, PHONE, "/staf/zaak/tijden/")
    page = noor.page
    sanne = visit().opens()
    expect(sanne.asks("hoe laat zijn jullie vrijdag open?")).to_contain_text("9:30 tot 20:00")

    # The hour: what Buur will say is there before it is kept.
    page.get_by_label("vrijdag, dicht", exact=True).fill("19:00")
    expect(page.locator("#zegt")).to_contain_text("vrijdag 9:30 tot 19:00 uur")
    page.get_by_role("button", name="Bewaar de week").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")

    # The words, each of them, with the check beside them.
    page.goto(f"{system.address}/staf/zaak/antwoorden/?groep=Openingstijden")
    page.get_by_role("link", name=re.compile("Je kunt {day} terecht")).click()
    for place in range(3):
        text = page.locator(f"#tekst-veld-{place}")
        beside = page.locator(f"#oordeel-{place}")
        text.fill("Wij zijn {day} voor u open.")
        expect(beside).to_contain_text("{hours} ontbreekt")
        text.fill("Kom {day} gerust langs, de deur staat open van {hours}.")
        expect(beside).to_contain_text("Past bij hoe jullie praten")
        beside.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_role("status").first).to_contain_text("volgende bericht")

    said = sanne.asks("en hoe laat zijn jullie vrijdag open?")
    expect(said).to_contain_text("Kom vrijdag 27 november gerust langs")
    expect(said).to_contain_text("9:30 tot 19:00")

    # Put back, it is as it was: the other tests talk with this shop too.
    for place in range(3):
        page.locator(f"#tekst-{place + 1}").get_by_role("button", name="Zet terug").click()
        expect(page.get_by_role("status").first).to_contain_text("oorspronkelijke tekst")
    page.goto(f"{system.address}/staf/zaak/tijden/")
    page.get_by_label("vrijdag, dicht", exact=True).fill("20:00")
    page.get_by_role("button", name="Bewaar de week").click()
    expect(sanne.asks("vrijdag open?")).to_contain_text("9:30 tot 20:00")
    expect(sanne.log.get_by_text("gerust langs, de deur staat open")).to_have_count(1)

    page.goto(f"{system.address}/staf/zaak/")
    expect(page.locator(".changes")).to_contain_text("wijzigde een antwoord van de chatbot")
    expect(page.locator(".changes")).to_contain_text("9:30 tot 19:00 uur")
    noor.context.close()
    assert noor.faults == []


def test_an_appointment_is_made_moved_and_cancelled_with_a_finger(
    browser: Browser, system: System, account: str
) -> None:
    noor = Staff(browser, system, account, TABLET, "/staf/zaak/agenda/week/?dag=2026-12-01")
    page = noor.page
    page.get_by_role("link", name="Vrij dinsdag 1 december 11:00").click()
    expect(page.get_by_role("radio", name="11:00", exact=True)).to_be_checked()
    page.get_by_label("Waarvoor").select_option(label="Hoortest, 45 minuten")
    # The last start of a hearing test: the shop closes at 17:30.
    expect(page.get_by_role("radio", name="17:00", exact=True)).to_have_count(0)
    page.get_by_role("radio", name="16:45", exact=True).check(force=True)
    page.get_by_label("Naam").fill("Bo de Wit")
    page.get_by_label("Telefoon").fill("06 12345678")
    page.get_by_role("button", name="Zet in de agenda").click()
    expect(page.get_by_role("status").first).to_contain_text("De afspraak staat: hoortest")

    page.get_by_role("link", name=re.compile("hoortest Bo de Wit")).click()
    page.get_by_text("Verzetten", exact=True).click()
    page.get_by_label("Naar dag").fill("2026-12-05")
    expect(page.locator("#tijden")).to_contain_text("9:30 tot 14:00 uur vanwege Sinterklaas")
    page.get_by_role("radio", name="13:15", exact=True).check(force=True)
    page.get_by_role("button", name="Verzet de afspraak").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("zaterdag 5 december om 13:15")

    page.get_by_text("Afzeggen", exact=True).click()
    page.get_by_role("button", name="Ja, zeg de afspraak af").click()
    expect(page.get_by_role("status").first).to_contain_text("Afgezegd")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vrijdag 4 december")
    page.keyboard.press("w")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Week 49")

    # Stock, with one touch.
    page.goto(f"{system.address}/staf/zaak/producten/?zoek=wayfarer")
    page.get_by_role("button", name="Ray-Ban Wayfarer: een erbij").click()
    stock = page.get_by_label("Voorraad van Ray-Ban Wayfarer")
    expect(stock).to_have_text("7")
    page.get_by_role("button", name="Ray-Ban Wayfarer: een minder").click()
    expect(stock).to_have_text("6")
    _look(page, system)
    noor.context.close()
    assert noor.faults == []


def _look(page: Page, system: System) -> None:
    """Each page on a tablet, light, and on the smallest phone, dark."""
    shop = f"{system.address}/staf/zaak/"
    wares = [_first_in(page, f"{shop}{kind}/") for kind in ("producten", "bestellingen")]
    for scheme, (width, height) in {"light": TABLET, "dark": SMALL_PHONE}.items():
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": height})
        for path in (*PAGES, *wares):
            page.goto(f"{shop}{path}")
            assert barriers(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            name = path.strip("/").replace("/", "-") or "overzicht"
            page.screenshot(path=SCREENSHOTS / f"zaak-{name}-{scheme}.png", full_page=True)


def _first_in(page: Page, address: str) -> str:
    """The path, within the shop's pages, of the first of a list."""
    page.goto(address)
    link = page.locator("#lijst li > a").first.get_attribute("href")
    assert link
    return link.removeprefix("/staf/zaak/")
