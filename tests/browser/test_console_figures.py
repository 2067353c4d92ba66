"""A customer asks something; the shop sees it in its figures, takes a table along, sets minutes."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit
from tests.browser.staff import barriers, logs_in, look, make_account
from tests.browser.visitor import TABLET
from tests.conftest import System


def test_the_shop_sees_what_was_asked(
    browser: Browser, system: System, visit: Visit, tmp_path: Path
) -> None:
    sanne = visit().opens()
    sanne.says("zijn jullie vrijdag open?")
    expect(sanne.log).to_contain_text("20:00")
    sanne.says("krijg ik korting?")
    expect(sanne.bubbles.nth(4)).to_be_visible()
    faults: list[str] = []
    context = browser.new_context(
        viewport={"width": TABLET[0], "height": TABLET[1]}, locale="nl-NL"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    logs_in(page, system, make_account(system, "cijfers"))
    page.get_by_role("link", name="Cijfers", exact=True).click()

    expect(page.get_by_role("heading", name=re.compile("^Week 48"))).to_be_visible()
    expect(page.get_by_role("img", name="Gesprekken", exact=True)).to_be_visible()
    kinds = page.get_by_role("region", name="Waar het over ging", exact=True)
    kinds.get_by_text("Tabel en uitleg").click()
    expect(kinds.get_by_role("row", name=re.compile("^Openingstijden vraag"))).to_be_visible()
    with page.expect_download() as taken:
        kinds.get_by_role("link", name="Download als CSV").click()
    taken.value.save_as(file := tmp_path / "vragen.csv")
    assert "Korting of actie;vraag;" in file.read_text("utf-8-sig")
    look(page, "cijfers")

    # From week to day, and a day back; the address keeps it.
    page.get_by_role("link", name="Dag", exact=True).click()
    page.get_by_role("link", name="Eerder: maandag 23 november 2026").click()
    expect(page).to_have_url(re.compile(r"periode=dag&dag=2026-11-23$"))
    page.get_by_role("link", name="Later: dinsdag 24 november 2026").click()

    # The minutes are the shop's, and the estimate follows.
    saved = page.get_by_role("region", name="Tijd bespaard, naar schatting", exact=True)
    page.get_by_role("link", name="Minuten per soort aanpassen").click()
    page.get_by_label("Over de winkel").fill("veel")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Vul een getal in, zoals 2 of 2,5.")).to_be_visible()
    assert barriers(page) == []
    page.get_by_label("Over de winkel").fill("12,5")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_have_text("De minuten zijn bewaard.")
    saved.get_by_text("Tabel en uitleg").click()
    expect(saved.get_by_role("cell", name="12,5")).to_be_visible()
    context.close()
    assert faults == []
