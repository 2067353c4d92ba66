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
_INBOX, _WAITING = "/staf/", "/staf/?toon=wacht"
# Each picture with its page, and what to press there before it is taken.
_PICTURES = (
    ("inbox-telefoon", PHONE, _INBOX, ""),
    ("gesprek-tablet", TABLET, _WAITING, ".conversations a"),
    ("verbeteren-tablet", TABLET, "/staf/verbeteren/", ""),
    ("verbeteren-telefoon", PHONE, "/staf/verbeteren/", ""),
    ("agenda-tablet", TABLET, "/staf/zaak/agenda/week/", ""),
    ("antwoorden-telefoon", PHONE, "/staf/zaak/antwoorden/utter_open_day/", ""),
    ("cijfers-tablet", TABLET, "/staf/cijfers/", ""),
    ("cijfers-telefoon", PHONE, "/staf/cijfers/", ""),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default=_ADDRESS)
    parser.add_argument("--staff", required=True, help="the name of an owner's account")
    parser.add_argument("--to", type=Path, default=_TO)
    given = parser.parse_args()
    system = System(given.address, "", Path())
    talk_about(
        system,
        "hoi, het neuspootje van mijn bril is afgebroken",
        "zaterdag moet ik naar een bruiloft, lukt dat nog?",
        "kan ik daar even iemand over spreken?",
    )
    chromium = os.environ.get("BUUR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        staff = Staff(browser, system, given.staff, TABLET, "/staf/")
        staff.page.get_by_role("heading", name="Gesprekken").wait_for()
        for name, size, page, press in _PICTURES:
            address = f"{given.address}{page}"
            take(staff.page, address, press, size, given.to / f"console-{name}.png")


def take(page: Page, address: str, press: str, size: tuple[int, int], path: Path) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    if press:
        page.locator(press).first.click()
        page.get_by_role("log").wait_for()
    # A page that listens for calls is never done loading.
    page.wait_for_timeout(800)
    page.screenshot(path=path, animations="disabled")
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
