"""One conversation of the walk, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.dialogue.walk.responses import asked_for

LONGEST_TALK = 24


class Move(Enum):
    """Why the customer said what was said."""

    PRESS = "knop"
    MESSAGE = "bericht"
    ANSWER = "antwoord"
    REPEAT = "herhaling"
    NEVER_MIND = "laat maar"
    ODD = "vreemd"


@dataclass(frozen=True)
class Line:
    """What a customer does next: text, or the button with this id."""

    move: Move
    text: str
    button: str = ""


@dataclass
class Turn:
    line: Line
    status: int
    state: str
    before: str
    messages: list[dict[str, Any]]

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages if message["from"] == "bot"]

    @property
    def reply(self) -> str:
        return "\n".join(self.texts)

    @property
    def asked(self) -> str:
        """What the last question of a form in this turn asks for, or nothing."""
        return next(filter(None, (asked_for(text) for text in reversed(self.texts))), "")


@dataclass
class Talk:
    """One conversation, as far as it is; appointments are those that any talk was shown."""

    number: int
    welcome: list[dict[str, Any]]
    appointments: set[str]
    turns: list[Turn] = field(default_factory=list)
    own_appointment: bool = False

    @property
    def state(self) -> str:
        return self.turns[-1].state if self.turns else "bot"

    @property
    def asked(self) -> str:
        return self.turns[-1].asked if self.turns else ""

    def asked_before(self, turn: Turn) -> str:
        place = next(place for place, one in enumerate(self.turns) if one is turn)
        return self.turns[place - 1].asked if place else ""

    def buttons(self, turns_back: int) -> list[tuple[str, str]]:
        """The buttons of the last turns, as (id, title)."""
        recent = [turn.messages for turn in self.turns[-turns_back:]] or [self.welcome]
        return [
            (button["id"], button["title"])
            for messages in recent
            for message in messages
            for button in message.get("buttons") or []
        ]

    def written(self) -> str:
        lines = [f"bot    | {message['text']}" for message in self.welcome]
        for turn in self.turns:
            lines.append(f"klant  | {turn.line.text[:200]}   <{turn.line.move.value}>")
            lines += [f"bot    | {_shown(message)}" for message in turn.messages]
            if turn.state != "bot":
                lines.append(f"       | (state: {turn.state})")
        return "\n".join(lines)


def _shown(message: dict[str, Any]) -> str:
    titles = "".join(f" [{button['title']}]" for button in message.get("buttons") or [])
    card = " (card)" if message.get("card") else ""
    return f"{message['text']}{titles}{card}"
