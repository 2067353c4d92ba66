"""What a message means in its talk: "en zaterdag?", "nee, zondag", "waarom niet?", "doe die maar".

The engine understands a message by itself. Here it is read on from what was said before: `topic`
is the intent that was answered last, and the other slots hold what it was about.
"""

from __future__ import annotations

from collections.abc import Iterator

from actions.readings import READINGS
from actions.turn import Turn


def meant(turn: Turn) -> str:
    """Return the intent of a message in its talk: its own, unless it goes on from there."""
    return next(_readings(turn), turn.intent)


def _readings(turn: Turn) -> Iterator[str]:
    topic = turn.slot("topic")
    for reading in READINGS:
        intent = reading.of(turn, topic)
        if intent:
            yield intent
