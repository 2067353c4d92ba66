"""The pictures of the chat in docs/, of a Buur that runs: `make pictures`."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.visitor import PHONE, Visitor
from tests.conftest import System

Scheme = Literal["light", "dark"]

_ADDRESS = "http://127.0.0.1:8000"
_TO = Path("docs")
_DESK = (1280, 720)
_APPOINTMENT = (
    "ik wil een oogmeting op dinsdag 15 december om 10 uur",
    "Jan de Vries",
    "06 12 34 56 78",
    "Ja, boek maar",
)
_PICTURES: tuple[tuple[str, tuple[int, int], Scheme, tuple[str, ...]], ...] = (
    ("desktop", _DESK, "light", ("geven jullie korting?", "mijn bril zit scheef")),
    ("telefoon", PHONE, "light", ("mijn bril komt van een andere winkel, mag ik langskomen?",)),
    ("telefoon-donker", PHONE, "dark", ("zijn jullie vrijdag open?", "waar zitten jullie?")),
    ("telefoon-afspraak", PHONE, "light", _APPOINTMENT),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default=_ADDRESS)
    parser.add_argument("--to", type=Path, default=_TO)
    given = parser.parse_args()
    chromium = os.environ.get("BUUR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, size, scheme, lines in _PICTURES:
            take(
                browser,
                System(given.address, "", Path()),
                given.to / f"{name}.png",
                size,
                scheme,
                lines,
            )


def take(
    browser: Browser,
    system: System,
    path: Path,
    size: tuple[int, int],
    scheme: Scheme,
    lines: tuple[str, ...],
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="nl-NL"
    )
    visitor = Visitor(context.new_page(), system).opens()
    for line in lines:
        visitor.asks(line)
    visitor.input.blur()
    # An answer may come in more than one message.
    visitor.page.wait_for_timeout(1000)
    visitor.page.screenshot(path=path, animations="disabled")
    context.close()
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
