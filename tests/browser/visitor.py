"""Somebody at a browser: what one does in the chat, and what one sees of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from tests.browser import record
from tests.conftest import ROOT, System

PHONE = (390, 844)
SMALL_PHONE = (320, 640)
SIDEWAYS = (844, 390)
TABLET = (768, 1024)
DESKTOP = (1280, 800)

SCREENSHOTS = ROOT / "var" / "screenshots"
_WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The browser's own words for a door that is shut; the window has to bear that.
_SHUT = re.compile("Failed to load resource|net::ERR_")


class Visitor:
    def __init__(self, page: Page, system: System) -> None:
        self.page = page
        self.system = system
        self.faults: list[str] = []
        self.chat = page.locator("buur-chat")
        self.log = page.get_by_role("log")
        self.input = page.get_by_role("textbox", name="Je bericht")
        self.bubbles = self.chat.locator(".message")
        self.window = page.get_by_role("dialog")
        self.launcher = self.chat.locator(".launcher")
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)
        page.goto(system.address)
        # The button comes in the page's spare time.
        self.chat.wait_for(state="attached")

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type == "error" and not _SHUT.search(line.text):
            self.faults.append(line.text)

    def opens(self) -> Visitor:
        self.launcher.click()
        expect(self.log).to_contain_text(re.compile("chatbot", re.I))
        return self

    def says(self, text: str) -> None:
        self.input.fill(text)
        self.input.press("Enter")

    def asks(self, text: str) -> Locator:
        """Say something and wait for what is answered."""
        answers = self.chat.locator(".message.bot")
        before = answers.count()
        self.says(text)
        expect(answers.nth(before)).to_be_visible()
        return answers.nth(before)

    def reloads(self) -> None:
        self.page.reload()
        self.opens_again()

    def opens_again(self) -> None:
        """Unless the window came back by itself."""
        self.launcher.or_(self.window).filter(visible=True).first.wait_for()
        if self.launcher.is_visible():
            self.launcher.click()
        expect(self.bubbles.first).to_be_visible()

    def hears(self, *said: dict[str, Any], state: str = "") -> None:
        """Let the shop's side say something to who said something before."""
        record.write(self.system, self.token, list(said), state)
        # What is sent again is not stored again, but those who listen are woken.
        httpx.post(
            f"{self.system.address}/api/chat/messages",
            headers={"Authorization": f"Bearer {self.token}"},
            json={"text": "nog eens", "client_id": record.client_id(self.system, self.token)},
        ).raise_for_status()

    def comes_back_to(self, *said: dict[str, Any], state: str = "") -> None:
        """Find what was said by the shop's side meanwhile."""
        record.write(self.system, self.token, list(said), state)
        self.reloads()

    def second_tab(self) -> Visitor:
        return Visitor(self.page.context.new_page(), self.system)

    @property
    def token(self) -> str:
        token: str = self.page.evaluate("localStorage.getItem('buur:token')")
        return token

    @property
    def focused(self) -> Locator:
        return self.chat.locator(":focus")

    def texts(self, sender: str = "customer") -> list[str]:
        return self.chat.locator(f".message.{sender} .text").all_inner_texts()

    def screenshot(self, name: str) -> Path:
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path, animations="disabled")
        return path

    def barriers(self) -> list[str]:
        """What axe finds, as one line for each fault."""
        self._until_still()
        options = {
            "runOnly": {"type": "tag", "values": _WCAG_2_2_AA},
            "resultTypes": ["violations"],
        }
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        found: dict[str, Any] = self.page.evaluate(
            "options => axe.run('buur-chat', options)", options
        )
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def sticks_out(self) -> list[str]:
        """Parts of the window that are cut off at the side, or too small to hit."""
        self._until_still()
        found: list[str] = self.page.evaluate(_STICKS_OUT)
        return found

    def _until_still(self) -> None:
        self.page.wait_for_function(
            "() => !(document.querySelector('buur-chat')?.shadowRoot?.getAnimations() ?? [])"
            ".some(({ animationName }) => animationName === 'rise')"
        )


_STICKS_OUT = """() => {
  const panel = document.querySelector("buur-chat").shadowRoot.querySelector(".panel");
  const frame = panel.getBoundingClientRect();
  const faults = [];
  if (frame.left < 0 || frame.right > innerWidth || frame.top < 0 || frame.bottom > innerHeight)
    faults.push("the window stands off the screen");
  for (const part of panel.querySelectorAll("*")) {
    const box = part.getBoundingClientRect();
    if (!box.width || part.closest("svg, .aside, .continued .sender")) continue;
    if (box.left < frame.left - 1 || box.right > frame.right + 1)
      faults.push(`${part.className || part.tagName} sticks out`);
    if (part.matches("button, textarea") && (box.width < 24 || box.height < 24))
      faults.push(`${part.textContent || part.ariaLabel} is too small to hit`);
  }
  return faults;
}"""
