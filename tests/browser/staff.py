"""Somebody of the shop at a browser, in the console."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import httpx
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.browser.visitor import PHONE, SCREENSHOTS, SMALL_PHONE, TABLET
from tests.conftest import ROOT, System

PASSWORD = os.environ.get("BUUR_STAFF_PASSWORD", "bril-en-oor-9")


@cache
def make_account(system: System, name: str) -> str:
    """Make an account as the README says, once."""
    subprocess.run(
        [sys.executable, "manage.py", "createsuperuser", "--noinput", "--username", name],
        cwd=ROOT,
        env=os.environ
        | {
            "BUUR_VAR": str(system.var),
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
            "DJANGO_SUPERUSER_EMAIL": "",
        },
        check=True,
        capture_output=True,
    )
    return name


def logs_in(page: Page, system: System, name: str, path: str = "/staf/") -> None:
    page.goto(f"{system.address}{path}")
    page.get_by_label("Inlognaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")


class Staff:
    """A page that is logged in, and what went wrong on it."""

    def __init__(
        self, browser: Browser, system: System, account: str, size: tuple[int, int], path: str
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="nl-NL"
        )
        self.faults: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on(
            "console",
            lambda line: (
                self.faults.append(f"{line.text} {line.location['url']}")
                if line.type == "error"
                else None
            ),
        )
        logs_in(self.page, system, account, path)


@contextmanager
def at_the_console(browser: Browser, system: System, account: str) -> Iterator[Page]:
    """Log in on a tablet. Nothing may go wrong on any page that is seen."""
    staff = Staff(browser, system, account, TABLET, "/staf/")
    staff.page.get_by_role("heading", name="Gesprekken").wait_for()
    yield staff.page
    staff.context.close()
    assert staff.faults == []


def barriers(page: Page) -> list[str]:
    """Return what axe finds."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def look(page: Page, name: str) -> None:
    """Look at it on a tablet and phones, light and dark: no barriers, and nothing sticks out."""
    for where, (width, height) in {
        "tablet": TABLET,
        "telefoon": PHONE,
        "kleine-telefoon": SMALL_PHONE,
    }.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert barriers(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page.screenshot(path=SCREENSHOTS / f"{name}-{where}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": TABLET[0], "height": TABLET[1]})


def talk_about(system: System, *texts: str) -> str:
    """Let a customer say this to the bot; return the id of the conversation."""
    with httpx.Client(base_url=f"{system.address}/api/chat", timeout=30) as customer:
        opened = customer.post("/conversations", json={}).raise_for_status().json()
        token = {"Authorization": f"Bearer {opened['token']}"}
        for text in texts:
            customer.post("/messages", json={"text": text}, headers=token).raise_for_status()
    return str(opened["conversation"])


def settled(page: Page) -> None:
    """Wait until HTMX has taken in hand what it put on the page, as any person's fingers do."""
    moving = ", ".join(f".htmx-{state}" for state in ("request", "swapping", "added", "settling"))
    expect(page.locator(moving)).to_have_count(0)
