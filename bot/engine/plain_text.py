"""What a customer types is text, never a command of Rasa's."""

import re

_BEFORE_THE_WORDS = re.compile(r"^[\s/]+")


def as_plain_text(text: str) -> str:
    """Take away what Rasa reads as a command: slashes in front, also with space between."""
    return _BEFORE_THE_WORDS.sub("", text).strip() or "?"
