"""Somebody of the shop at a browser, in the console."""

from __future__ import annotations

import os
import subprocess
import sys

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.conftest import ROOT, System

PASSWORD = "bril-en-oor-9"


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
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")


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
