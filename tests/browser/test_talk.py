"""A whole talk, on a phone and at a desk, against the running system."""

from __future__ import annotations

import re
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser import record
from tests.browser.conftest import Visit
from tests.browser.visitor import DESKTOP, PHONE
from tests.conftest import System


def test_nothing_is_stored_before_the_first_click(visit: Visit) -> None:
    visitor = visit()

    stored = visitor.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    assert stored == [0, 0, ""]


@pytest.mark.parametrize(
    ("size", "date"), [(PHONE, "woensdag 16 december"), (DESKTOP, "donderdag 17 december")]
)
def test_hours_an_order_and_an_appointment(
    visit: Visit, system: System, size: tuple[int, int], date: str
) -> None:
    sanne = visit(*size).opens()
    log, page = sanne.log, sanne.page

    sanne.says("zijn jullie vrijdag open?")
    expect(log).to_contain_text("20:00")
    sanne.says("is mijn bril al klaar? bestelnummer 100234")
    expect(log).to_contain_text("postcode")
    sanne.says("7961 AB")
    expect(log).to_contain_text("Multifocale bril")
    sanne.says(f"ik wil een oogmeting op {date} om 11 uur")
    expect(log).to_contain_text(re.compile("naam|heet", re.I))
    sanne.says("Jan de Vries")
    expect(log).to_contain_text(re.compile("nummer|bereiken", re.I))
    sanne.says("06 12 34 56 78")
    page.get_by_role("button", name="Ja, boek maar").click()
    expect(log).to_contain_text(re.compile("AF-[A-Z0-9]{6}"))
    card = page.get_by_role("region", name="Oogmeting")
    expect(card).to_contain_text(date)
    order = page.get_by_role("region", name="Multifocale bril")
    expect(order).to_contain_text("Stap 3 van 4: ligt klaar")

    number = re.search(r"AF-[A-Z0-9]{6}", log.inner_text())
    assert number
    assert _booked(system, number.group()) == ("Jan de Vries", "+31612345678")
    calendar = card.get_by_role("link", name="Zet in je agenda")
    assert calendar.get_attribute("href") == f"{system.address}/afspraak/{number.group()}.ics"
    route = card.get_by_role("link", name="Route naar de winkel").get_attribute("href")
    assert route == (
        "https://www.openstreetmap.org/directions?to=Dorpsstraat+12%2C+7961+HK+Oosterveen"
    )
    assert visit_sees_no_duplicates(sanne.texts())
    sanne.screenshot(f"talk-{size[0]}")


def visit_sees_no_duplicates(texts: list[str]) -> bool:
    return len(texts) == len(set(texts)) == 7


def test_a_judgement_arrives_and_may_be_changed(visit: Visit, system: System) -> None:
    sanne = visit().opens()
    sanne.asks("zijn jullie vrijdag open?")
    good = sanne.page.get_by_role("button", name="Dit hielp", exact=True)
    bad = sanne.page.get_by_role("button", name="Dit hielp niet")

    good.press("Enter")
    expect(sanne.log).to_contain_text("zo leren we")
    assert record.judgements(system, sanne.token) == [True]
    expect(good).to_be_focused()
    bad.click()

    expect(bad).to_have_attribute("aria-pressed", "true")
    expect(good).to_have_attribute("aria-pressed", "false")
    assert record.judgements(system, sanne.token) == [False]
    sanne.reloads()
    expect(bad).to_have_attribute("aria-pressed", "true")
    sanne.asks("waar zitten jullie?")
    expect(bad.first).to_have_attribute("aria-pressed", "true")


def test_a_person_is_always_a_click_away(visit: Visit) -> None:
    sanne = visit(*PHONE).opens()

    sanne.page.get_by_role("button", name="Praat met een medewerker").click()

    expect(sanne.chat.locator(".state")).to_have_text("Je vraag ligt bij een medewerker")
    expect(sanne.page.get_by_role("button", name="Praat met een medewerker")).to_be_visible()
    sanne.page.get_by_role("button", name="Ga verder met de chatbot").click()
    expect(sanne.chat.locator(".state")).to_have_text("")


def test_dots_are_for_people_only(visit: Visit, system: System) -> None:
    sanne = visit()
    said = 'event: typing\ndata: {"from": "%s", "name": "%s", "text": ""}\n\n'
    who = ["bot", "Helder"]
    sanne.page.route(
        "**/api/chat/stream*",
        lambda route: route.fulfill(content_type="text/event-stream", body=said % (who[0], who[1])),
    )
    sanne.opens()
    notices, dots = sanne.chat.locator(".notices"), sanne.chat.locator(".dots")

    expect(notices).to_contain_text("Helder zoekt het even op")
    assert dots.count() == 0
    who[:] = ["staff", "Erik"]
    expect(notices).to_contain_text("Erik typt")
    expect(dots).to_be_visible()
    assert sanne.barriers() == []


def _booked(system: System, number: str) -> tuple[str, str]:
    with sqlite3.connect(system.var / "buur.sqlite3") as database:
        row = database.execute(
            "select name, phone from shop_appointment where number = ? and state = 'booked'",
            [number],
        ).fetchone()
    return (row[0], row[1])
