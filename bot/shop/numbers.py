"""Appointment numbers: a customer's key to the appointment, so nobody should guess one."""

import re
import secrets

PREFIX = "AF"
LENGTH = 6
# No look-alikes (0 O, 1 I L, Z, 5 S, 8 B), and no vowels, so that no number spells a word.
ALPHABET = "234679CDFGHJKMNPQRTVWXY"

NUMBER_PATTERN = re.compile(
    rf"\b{PREFIX}[\s-]*[{ALPHABET}](?:[\s-]?[{ALPHABET}]){{{LENGTH - 1}}}\b", re.IGNORECASE
)


def new_number() -> str:
    return f"{PREFIX}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_number(text: str) -> str:
    """Return the number as we write it, from what somebody typed, or "" when there is none."""
    found = NUMBER_PATTERN.search(text)
    characters = re.sub(r"[\s-]", "", found.group() if found else text).upper()
    code = characters.removeprefix(PREFIX)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return ""
    return f"{PREFIX}-{code}"
