"""What a check found: where, why it is a fault, and how to say it better."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    check: str
    principle: str
    start: int
    end: int
    found: str
    reason: str
    better: str
