"""All checks on one text."""

from collections.abc import Iterator
from functools import lru_cache

from bot.tone.english import english
from bot.tone.finding import Finding
from bot.tone.measures import exclamation_or_emoji, too_hard, too_long
from bot.tone.rules import rules

# What a single word can do wrong: all that a button's title is looked at for.
WORD_CHECKS = frozenset(
    {"formal_address", "english", "exclamation_or_emoji", "forced_friendship", "gender_or_age"}
)
_MEASURES = (exclamation_or_emoji, too_long, too_hard, english)


def check(text: str) -> list[Finding]:
    """Return what in a text goes against the principles, in the order of the text."""
    return list(_checked(text))


# A bot says the same things often, and looking at a sentence takes some 30 ms.
@lru_cache(maxsize=2048)
def _checked(text: str) -> tuple[Finding, ...]:
    return tuple(sorted(_findings(text), key=lambda finding: (finding.start, finding.check)))


def check_title(text: str) -> list[Finding]:
    """Check the title of a button: the customer's words, so only the words are looked at."""
    return [finding for finding in check(text) if finding.check in WORD_CHECKS]


def _findings(text: str) -> Iterator[Finding]:
    for rule in rules():
        yield from rule.findings(text)
    for measure in _MEASURES:
        yield from measure(text)
