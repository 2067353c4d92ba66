"""Twelve conversations as they really go, through the public API of a running Buur.

`python -m bench.talks` says the customers' lines of `bench/talks.yml` and writes what was said,
by both, to `docs/gesprekken.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import yaml

SCRIPTS = Path(__file__).with_name("talks.yml")
_TO = Path("docs/gesprekken.md")
_ADDRESS = "http://127.0.0.1:8000"
_TIMEOUT_SECONDS = 30.0
_CUSTOMER = "Klant"
_PRESSES = "drukt op"
_CARD = "kaart"
_STATES = {
    "waiting": "Het gesprek wacht nu op een medewerker; de chatbot is stil.",
    "closed": "Het gesprek is gewist.",
}
_TOP = """\
# Gesprekken

Twaalf hele gesprekken met de demowinkel, woord voor woord zoals ze gingen.
Knoppen staan tussen haken.

*Made by `make talks` from [`bench/talks.yml`](../bench/talks.yml), which holds only what the
customers type; a running Buur said the rest. Don't edit: change the bot and make it again.*
"""


class NoSuchButton(Exception):
    """A script presses a button that the bot did not offer."""


@dataclass(frozen=True)
class Line:
    """What a customer types, or the beginning of the title of the button that is pressed."""

    text: str
    is_choice: bool


@dataclass(frozen=True)
class Script:
    title: str
    principle: str
    lines: list[Line]


@dataclass
class Exchange:
    said: str
    is_choice: bool
    heard: list[dict[str, Any]]
    state: str


@dataclass
class Talk:
    script: Script
    welcome: list[dict[str, Any]]
    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def last(self) -> list[dict[str, Any]]:
        """What the bot said last; it is silent while a person is waited for."""
        heard = (exchange.heard for exchange in reversed(self.exchanges) if exchange.heard)
        return next(heard, self.welcome)


def read_scripts(path: Path = SCRIPTS) -> list[Script]:
    written = yaml.safe_load(path.read_text("utf-8"))
    return [
        Script(one["title"], one["principle"], [_line(line) for line in one["lines"]])
        for one in written
    ]


def _line(written: str | dict[str, str]) -> Line:
    if isinstance(written, dict):
        return Line(written["choose"], is_choice=True)
    return Line(written, is_choice=False)


def hold_all(address: str, scripts: Iterable[Script]) -> tuple[list[Talk], list[NoSuchButton]]:
    """Have every conversation; those that could not be had to the end come apart."""
    talks, broken = [], []
    with httpx.Client(base_url=address, timeout=_TIMEOUT_SECONDS) as customer:
        for script in scripts:
            try:
                talks.append(hold(customer, script))
            except NoSuchButton as missing:
                broken.append(missing)
    return talks, broken


def hold(customer: httpx.Client, script: Script) -> Talk:
    """Have one conversation from its beginning to its end."""
    opened = customer.post("/api/chat/conversations", json={}).raise_for_status().json()
    headers = {"Authorization": f"Bearer {opened['token']}"}
    talk = Talk(script, opened["messages"])
    for line in script.lines:
        said, body = _sent(line, talk)
        response = customer.post("/api/chat/messages", json=body, headers=headers)
        answer = response.raise_for_status().json()
        talk.exchanges.append(Exchange(said, line.is_choice, answer["messages"], answer["state"]))
    return talk


def _sent(line: Line, talk: Talk) -> tuple[str, dict[str, str]]:
    if not line.is_choice:
        return line.text, {"text": line.text}
    offered = [button for message in talk.last for button in message.get("buttons") or []]
    for button in offered:
        if button["title"].startswith(line.text):
            return button["title"], {"choice": button["id"]}
    titles = ", ".join(button["title"] for button in offered) or "nothing"
    so_far = "\n".join(_chapter(talk))
    raise NoSuchButton(f"{so_far}\nNo button {line.text!r} here; offered: {titles}")


def page(talks: Iterable[Talk]) -> str:
    return "\n".join([_TOP, *("\n".join(_chapter(talk)) for talk in talks)])


def _chapter(talk: Talk) -> Iterator[str]:
    yield f"## {talk.script.title}\n\n*{talk.script.principle}*\n"
    yield from _said_by_bot(talk.welcome)
    state = "bot"
    for exchange in talk.exchanges:
        yield f"**{_CUSTOMER}** {_quoted(exchange)}\n"
        yield from _said_by_bot(exchange.heard)
        if exchange.state != state and exchange.state in _STATES:
            yield f"*{_STATES[exchange.state]}*\n"
        state = exchange.state


def _quoted(exchange: Exchange) -> str:
    said = _as_text(exchange.said)
    return f"*{_PRESSES}* [{said}]" if exchange.is_choice else said


def _said_by_bot(messages: Iterable[dict[str, Any]]) -> Iterator[str]:
    for message in messages:
        yield f"> **{message['name']}** {_as_text(message['text'])}"
        if message.get("buttons"):
            titles = (f"[{_as_text(button['title'])}]" for button in message["buttons"])
            yield f">\n> {' '.join(titles)}"
        if message.get("card"):
            lines = [message["card"]["title"], *message["card"].get("lines", [])]
            yield f">\n> *{_CARD}: {_as_text(' / '.join(lines))}*"
        yield ""


def _as_text(said: str) -> str:
    """Keep what was said from being read as Markdown."""
    escaped = said
    for sign in "\\*_`[]<>":
        escaped = escaped.replace(sign, f"\\{sign}")
    return " ".join(escaped.split())


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--address", default=_ADDRESS)
    options.add_argument("--to", type=Path, default=_TO)
    wanted = options.parse_args()
    talks, broken = hold_all(wanted.address, read_scripts())
    if broken:
        print(*broken, sep="\n\n", file=sys.stderr)
        return 1
    wanted.to.write_text(page(talks), "utf-8")
    print(f"{len(talks)} conversations: {wanted.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
