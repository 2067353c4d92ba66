"""One way to read a message on from its talk: a row of the table in `actions.readings`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from actions.turn import Turn

# The message goes on with what the talk is about.
TOPIC = "topic"
_MOST_WORDS = 8


@dataclass(frozen=True)
class Reading:
    """One way to read a message on from its talk. What is left open fits anything."""

    means: str | Callable[[Turn, str], str | None]
    """An intent, TOPIC, or what finds one from the turn and the topic."""
    says: re.Pattern[str] | None = None
    taken_for: Collection[str] | None = None
    """What the engine took it for."""
    after: Collection[str] | None = None
    """The topics after which it can be read so; with none given, and `anywhere`, even without."""
    when: Callable[[Turn], bool] | None = None
    anywhere: bool = False
    """Also in a form, and before there is a topic."""
    short: bool = False
    """Only a message of few words is read so: a longer one stands by itself."""

    def of(self, turn: Turn, topic: str | None) -> str | None:
        """Return the intent that the message has by this reading, if it fits."""
        if not self.anywhere and (turn.form or not topic):
            return None
        if self.after is not None and topic not in self.after:
            return None
        if self.taken_for is not None and turn.intent not in self.taken_for:
            return None
        if self.short and len(turn.text.split()) > _MOST_WORDS:
            return None
        if self.says and not self.says.search(turn.text):
            return None
        if self.when and not self.when(turn):
            return None
        if callable(self.means):
            return self.means(turn, topic or "")
        return topic if self.means == TOPIC else self.means
