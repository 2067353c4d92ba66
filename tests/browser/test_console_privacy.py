"""Accounts as people get and lose them, and a customer who is erased from everywhere."""

from __future__ import annotations

import time
from base64 import b32decode
from pathlib import Path

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.staff import at_the_console, look, make_account
from tests.conftest import System

_NEW_PASSWORD = "vier-losse-woorden-hier"


@pytest.fixture(scope="module")
def owner(system: System) -> str:
    return make_account(system, "olga")


def test_a_colleague_is_let_in_with_a_code_made_a_reader_and_not_locked_out_by_others(
    browser: Browser, system: System, owner: str
) -> None:
    with at_the_console(browser, system, owner) as olga:
        olga.get_by_role("link", name="Accounts").click()
        olga.get_by_role("link", name="Nieuw account").click()
        olga.get_by_label("Naam die klanten zien").fill("Sam")
        olga.get_by_label("Inlognaam").fill("sam")
        olga.get_by_label("Medewerkers").check()
        olga.get_by_role("button", name="Maak het account").click()
        link = olga.get_by_label("Link", exact=True).input_value()
        look(olga, "account")

        # Sam chooses a password, by a link that then is worth nothing.
        sam = browser.new_context(locale="nl-NL").new_page()
        sam.goto(link)
        sam.get_by_label("Nieuw wachtwoord").fill(_NEW_PASSWORD)
        sam.get_by_label("Nog een keer").fill(_NEW_PASSWORD)
        sam.get_by_role("button", name="Bewaar").click()
        _logs_in(sam, "sam", _NEW_PASSWORD)
        expect(sam.get_by_role("heading", name="Gesprekken")).to_be_visible()
        sam.goto(link)
        expect(sam.get_by_role("heading", name="Deze link werkt niet meer")).to_be_visible()

        # A code from the phone from now on.
        sam.goto(f"{system.address}/staf/accounts/ik/tweede-stap/")
        key = b32decode(sam.locator("code").inner_text().replace(" ", ""))
        look(sam, "code")
        sam.get_by_label("Code", exact=True).fill(_code(key))
        sam.get_by_role("button", name="Zet aan").click()
        expect(sam.locator("li code")).to_have_count(10)
        recovery = sam.locator("li code").first.inner_text()
        sam.get_by_role("button", name="Uitloggen").click()
        _logs_in(sam, "sam", _NEW_PASSWORD)
        sam.get_by_label("Code", exact=True).fill("000000")
        sam.get_by_role("button", name="Verder").click()
        expect(sam.get_by_text("Deze code klopt niet")).to_be_visible()
        sam.get_by_label("Code", exact=True).fill(recovery)
        sam.get_by_role("button", name="Verder").click()
        expect(sam.get_by_role("heading", name="Gesprekken")).to_be_visible()

        # A reader from one click to the next, without logging in again.
        olga.get_by_label("Lezers").check()
        olga.get_by_role("button", name="Bewaar").click()
        expect(olga.get_by_role("status").first).to_contain_text("Bewaard")
        sam.goto(f"{system.address}/staf/accounts/ik/")
        expect(sam.get_by_text("Je rol is Lezers")).to_be_visible()
        expect(sam.get_by_role("link", name="Logboek")).to_have_count(0)

        # Somebody guesses, and is held up; Sam, on a browser of before, is not.
        stranger = browser.new_context(locale="nl-NL").new_page()
        stranger.goto(f"{system.address}/staf/")
        for _ in range(11):
            _logs_in(stranger, "sam", "geraden-wachtwoord")
        expect(stranger.get_by_role("alert")).to_contain_text("Probeer het over 15 minuten")
        look(stranger, "te-vaak")
        sam.get_by_role("button", name="Uitloggen").click()
        _logs_in(sam, "sam", _NEW_PASSWORD)
        expect(sam.get_by_role("heading", name="Nog één stap")).to_be_visible()

        olga.goto(f"{system.address}/staf/logboek/?soort=account")
        expect(olga.get_by_text("gaf sam een andere rol: Medewerkers werd Lezers")).to_be_visible()
        look(olga, "logboek")
        for page in (sam, stranger):
            page.context.close()


def test_a_customer_who_asks_for_it_is_erased_here_in_the_engine_and_on_the_disk(
    browser: Browser, system: System, visit: Visit, owner: str
) -> None:
    sanne = visit().opens()
    sanne.asks("mijn naam is Sanne Zwiebertje en ik zoek een bril")
    sanne.asks("mijn nummer is 06 81 72 63 54")
    with at_the_console(browser, system, owner) as olga:
        # The inbox has read it, so that search has its words.
        olga.goto(f"{system.address}/staf/?zoek=zwiebertje")
        expect(olga.get_by_text("81 72 63 54").first).to_be_visible()
        assert _files_with(system.var, b"zwiebertje") >= {"buur.sqlite3", "engine.sqlite3"}

        olga.get_by_role("link", name="Privacy").click()
        look(olga, "privacy")
        olga.get_by_role("link", name="Zoek een klant").click()
        olga.get_by_label("Naam, telefoonnummer").fill("0681726354")
        olga.get_by_role("button", name="Zoek", exact=True).click()
        expect(olga.get_by_role("checkbox")).to_be_checked()
        look(olga, "klant")
        with olga.expect_download() as taking:
            olga.get_by_role("button", name="Geef mee als JSON").click()
        assert "Sanne Zwiebertje" in Path(taking.value.path()).read_text("utf-8")
        olga.get_by_role("button", name="Wis", exact=True).click()
        look(olga, "wissen")
        olga.get_by_role("button", name="Ja, wis dit voorgoed").click()
        expect(olga.get_by_role("status").first).to_contain_text("Gewist")

    # It is said to whoever is in the chat, and no file holds a word of it, the logs included.
    expect(sanne.chat.locator(".notices")).to_contain_text("Dit gesprek is er niet meer")
    deadline = time.monotonic() + 15
    while (left := _files_with(system.var, b"zwiebertje")) and time.monotonic() < deadline:
        time.sleep(0.5)
    assert left == set()
    assert _files_with(system.var, b"81726354") == set()


def _logs_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Inlognaam").fill(name)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()


def _code(key: bytes) -> str:
    totp = TOTP(key)
    totp.time = time.time()
    return f"{totp.token():06d}"


def _files_with(folder: Path, words: bytes) -> set[str]:
    """Return which files hold these words, a write-ahead log under its database's name."""
    return {
        path.name.removesuffix("-wal")
        for path in folder.rglob("*")
        if path.is_file() and words in path.read_bytes().lower()
    }
