"""Somebody of the shop at the console."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.visitor import TABLET
from tests.conftest import ROOT, System

_PASSWORD = "bril-en-oor-9"


def make_account(system: System, name: str) -> str:
    """Make an account that may do all, as the README says."""
    subprocess.run(
        [sys.executable, "manage.py", "createsuperuser", "--noinput", "--username", name],
        cwd=ROOT,
        env=os.environ
        | {
            "BUUR_VAR": str(system.var),
            "DJANGO_SUPERUSER_PASSWORD": _PASSWORD,
            "DJANGO_SUPERUSER_EMAIL": "",
        },
        check=True,
        capture_output=True,
    )
    return name


@contextmanager
def at_the_console(browser: Browser, system: System, account: str) -> Iterator[Page]:
    """Log in on a tablet. Nothing may go wrong on any page that is seen."""
    faults: list[str] = []
    context = browser.new_context(
        viewport={"width": TABLET[0], "height": TABLET[1]}, locale="nl-NL"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.goto(f"{system.address}/staf/")
    page.get_by_label("Gebruikersnaam").fill(account)
    page.get_by_label("Wachtwoord").fill(_PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Gesprekken").wait_for()
    yield page
    context.close()
    assert faults == []


def barriers(page: Page) -> list[str]:
    """What axe finds, as one line for each fault."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
