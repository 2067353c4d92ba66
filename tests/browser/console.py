"""Somebody of the shop at the console, in a browser."""

from __future__ import annotations

import os
import subprocess
import sys

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, System

PASSWORD = "bril-en-oor-9"


def make_account(system: System, name: str) -> str:
    """Make an owner's account as the README says, unless it is there."""
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
            "console", lambda line: self.faults.append(line.text) if line.type == "error" else None
        )
        self.page.goto(f"{system.address}{path}")
        self.page.get_by_label("Gebruikersnaam").fill(account)
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.page.keyboard.press("Enter")


def barriers(page: Page) -> list[str]:
    """Return what axe finds on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
