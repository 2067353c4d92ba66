"""The console's pictures in docs/, of a Buur that runs and has talked: `make console-pictures`."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.staff import Staff, talk_about
from tests.browser.visitor import PHONE, TABLET
from tests.conftest import System

_ADDRESS = "http://127.0.0.1:8000"
_TO = Path("docs")
# Each page with what to press on it before the picture is taken.
_PAGES = {
    "inbox": ("/staf/", ""),
    "gesprek": ("/staf/?toon=wacht", ".conversations a"),
    "verbeteren": ("/staf/verbeteren/", ""),
    "agenda": ("/staf/zaak/agenda/week/", ""),
    "antwoorden": ("/staf/zaak/antwoorden/utter_open_day/", ""),
    "cijfers": ("/staf/cijfers/", ""),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default=_ADDRESS)
    parser.add_argument("--staff", required=True, help="the name of an owner's account")
    parser.add_argument("--to", type=Path, default=_TO)
    given = parser.parse_args()
    system = System(given.address, "", Path())
    talk_about(
        system,
        "hoi, de neusvleugel van mijn bril is afgebroken",
        "zaterdag moet ik naar een bruiloft, lukt dat nog?",
        "kan ik daar even iemand over spreken?",
    )
    chromium = os.environ.get("BUUR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        staff = Staff(browser, system, given.staff, TABLET, "/staf/")
        staff.page.get_by_role("heading", name="Gesprekken").wait_for()
        for name, (address, press) in _PAGES.items():
            take(staff.page, f"{given.address}{address}", press, given.to, f"console-{name}")


def take(page: Page, address: str, press: str, to: Path, name: str) -> None:
    for where, (width, height) in {"tablet": TABLET, "telefoon": PHONE}.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        if press:
            page.locator(press).first.click()
            page.get_by_role("log").wait_for()
        # A page that listens for calls is never done loading.
        page.wait_for_timeout(800)
        path = to / f"{name}-{where}.png"
        page.screenshot(path=path, animations="disabled")
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
