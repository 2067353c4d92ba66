"""A customer who talks to the running system through the chat API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from tests.conftest import System


@dataclass
class Customer:
    address: str
    token: str = ""
    conversation: str = ""
    last: list[dict[str, Any]] = field(default_factory=list)
    state: str = "bot"

    def arrive(self, returning: str = "") -> Customer:
        body = {"returning": returning} if returning else {}
        opened = httpx.post(f"{self.address}/api/chat/conversations", json=body, timeout=30)
        assert opened.status_code == 201, opened.text
        answer = opened.json()
        self.token, self.conversation = answer["token"], answer["conversation"]
        self.last = answer["messages"]
        return self

    def say(self, text: str) -> str:
        return self._post({"text": text})

    def choose(self, title: str) -> str:
        """Press the button that begins so."""
        for message in reversed(self.last):
            for button in message.get("buttons") or []:
                if button["title"].startswith(title):
                    return self._post({"choice": button["id"]})
        raise AssertionError(f"no button {title!r} among {self.last}")

    @property
    def heard(self) -> str:
        """All that the bot said in its last turn, cards too, as one lower-case text."""
        said = [m for m in self.last if m["from"] != "customer"]
        return "\n".join(line for m in said for line in (m["text"], *_on_card(m))).lower()

    def _post(self, body: dict[str, Any]) -> str:
        answer = httpx.post(
            f"{self.address}/api/chat/messages",
            json=body,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=30,
        )
        assert answer.status_code == 201, answer.text
        self.last, self.state = answer.json()["messages"], answer.json()["state"]
        return self.heard


def _on_card(message: dict[str, Any]) -> list[str]:
    card = message.get("card") or {}
    return [card["title"], *card["lines"]] if card else []


@pytest.fixture
def customer(system: System) -> Customer:
    return Customer(system.address).arrive()


@pytest.fixture
def other_customer(system: System) -> Customer:
    return Customer(system.address).arrive()
