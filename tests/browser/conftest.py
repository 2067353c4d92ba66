"""A browser, Debian's chromium where it is, and visitors of the demo shop in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.visitor import DESKTOP, Visitor
from tests.conftest import System

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
]

# The stream looks by itself every five seconds, where nothing wakes it.
expect.set_options(timeout=15_000)

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("BUUR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, system: System) -> Iterator[Visit]:
    """Walk into the shop's page: `visit(width=320, height=640, color_scheme="dark")`."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def walk_in(width: int = DESKTOP[0], height: int = DESKTOP[1], **settings: Any) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            **settings,
        )
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), system))
        return visitors[-1]

    yield walk_in
    faults = [fault for visitor in visitors for fault in visitor.faults]
    for context in contexts:
        context.close()
    assert faults == []
