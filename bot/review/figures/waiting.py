"""How long customers waited for a person's first word."""

from collections import Counter
from collections.abc import Iterable
from math import ceil

# Up to how many seconds, and what that is called.
STEPS = (
    (60, "Binnen 1 minuut"),
    (5 * 60, "1 tot 5 minuten"),
    (15 * 60, "5 tot 15 minuten"),
    (60 * 60, "15 tot 60 minuten"),
    (4 * 60 * 60, "1 tot 4 uur"),
)
LATER = "Langer dan 4 uur"


def quantile(waits: Counter[str], part: float) -> int | None:
    """Return the wait within which this part of the customers had an answer (nearest rank)."""
    place = ceil(part * waits.total())
    for seconds in sorted(int(key) for key in waits):
        place -= waits[str(seconds)]
        if place <= 0:
            return seconds
    return None


def steps(waits: Counter[str]) -> Iterable[tuple[str, int]]:
    """Yield how many waited how long."""
    below = 0
    for limit, name in STEPS:
        yield name, sum(times for key, times in waits.items() if below <= int(key) < limit)
        below = limit
    yield LATER, sum(times for key, times in waits.items() if int(key) >= below)
