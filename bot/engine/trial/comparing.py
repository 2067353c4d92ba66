"""What got better and what got worse, from what two models made of the same. No Rasa in here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FALLBACK = "nlu_fallback"
RIGHT, UNSURE, WRONG = "right", "unsure", "wrong"


@dataclass(frozen=True)
class Heard:
    """One message as one model understood it; unsure, it tells what it would have guessed."""

    text: str
    wanted: str
    intent: str
    guess: str
    confidence: float
    # Of a lesson: which one.
    lesson: int | None = None

    @property
    def outcome(self) -> str:
        if self.intent == FALLBACK:
            return UNSURE
        return RIGHT if self.intent == self.wanted else WRONG


@dataclass(frozen=True)
class Slip:
    """A step of a conversation that a model takes otherwise; `turn` counts what customers said."""

    turn: int
    wanted: str
    got: str
    kind: str


@dataclass
class Findings:
    """What one model made of everything."""

    messages: list[Heard] = field(default_factory=list)
    lessons: list[Heard] = field(default_factory=list)
    # By the number of the conversation.
    slips: dict[int, list[Slip]] = field(default_factory=dict)


def compare(old: Findings, new: Findings) -> dict[str, Any]:
    report: dict[str, Any] = {
        "messages": {
            "old": _counts(old.messages),
            "new": _counts(new.messages),
            "changed": _changed(old.messages, new.messages),
        },
        "lessons": {
            "old": _counts(old.lessons),
            "new": _counts(new.lessons),
            # By number, never by text: what is erased must not live on in a report.
            "missed": {
                heard.lesson: {"outcome": heard.outcome, "intent": heard.intent}
                for heard in new.lessons
                if heard.outcome != RIGHT
            },
        },
        "conversations": _conversations(old.slips, new.slips),
    }
    report["why"] = _why_worse(old, new, report)
    report["worse"] = bool(report["why"])
    return report


def _why_worse(old: Findings, new: Findings, report: Mapping[str, Any]) -> list[str]:
    """A message that staff taught counts as much as one of the fixed set."""
    before = _counts([*old.messages, *old.lessons])
    after = _counts([*new.messages, *new.lessons])
    reasons = {
        "fewer_right": after[RIGHT] < before[RIGHT],
        "more_wrong": after[WRONG] > before[WRONG],
        "conversation_broken": bool(report["conversations"]["broken"]),
    }
    return [reason for reason, holds in reasons.items() if holds]


def _counts(all_heard: Sequence[Heard]) -> dict[str, int]:
    counted = Counter(heard.outcome for heard in all_heard)
    return {outcome: counted[outcome] for outcome in (RIGHT, UNSURE, WRONG)}


def _changed(old: Sequence[Heard], new: Sequence[Heard]) -> list[dict[str, Any]]:
    """Tell which messages are understood otherwise, those that got worse first."""
    worth = {WRONG: 0, UNSURE: 1, RIGHT: 2}
    found = [
        {
            "text": before.text,
            "wanted": before.wanted,
            "old": _told(before),
            "new": _told(after),
            "gain": worth[after.outcome] - worth[before.outcome],
        }
        for before, after in zip(old, new, strict=True)
        if before.intent != after.intent
    ]
    return sorted(found, key=lambda change: change["gain"])


def _told(heard: Heard) -> dict[str, Any]:
    return {
        "intent": heard.intent,
        "guess": heard.guess,
        "confidence": round(heard.confidence, 2),
        "outcome": heard.outcome,
    }


def _conversations(
    old: Mapping[int, Sequence[Slip]], new: Mapping[int, Sequence[Slip]]
) -> dict[str, Any]:
    """A conversation is broken by a step that the old model took well and the new one does not."""
    broken = {
        number: [slip.__dict__ for slip in fresh]
        for number, slips in new.items()
        if (fresh := [slip for slip in slips if not _known(slip, old.get(number, ()))])
    }
    return {
        "count": len(new),
        "old": sum(not slips for slips in old.values()),
        "new": sum(not slips for slips in new.values()),
        "broken": broken,
        "mended": [number for number, slips in old.items() if slips and not new.get(number)],
    }


def _known(slip: Slip, slips: Sequence[Slip]) -> bool:
    return any(
        (slip.turn, slip.kind, slip.wanted) == (other.turn, other.kind, other.wanted)
        for other in slips
    )
