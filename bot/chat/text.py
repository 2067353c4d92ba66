"""What a customer may write, and the one thing that the door itself listens for."""

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bot.chat.errors import Refused

LONGEST = 1000
_LAYOUT = "\n\r\t"
_INVISIBLE = {"Cf", "Zs", "Zl", "Zp", "Cc"}

_GO_ON = re.compile(
    r"\b(ga|help|praat|doe|kom|wil|kan)\b.*\b(verder|door|weer|terug)\b.*\b(chat)?bot\b"
    r"|\b(chat)?bot\b.*\b(ga|help|doe|kom|mag|kun|kan)\b.*\b(verder|door|weer|terug)\b"
    r"|^\W*(weer |terug )(naar|met) de (chat)?bot\W*$"
)
# "Laat maar", "nee hoeft toch niet": nobody has to come any more.
_OFF = (
    r"(?:laat(?: \w+)? maar(?: zitten)?|hoeft (?:toch )?(?:al )?niet|niet (?:meer )?nodig|"
    r"ga (?:maar|toch) (?:verder|door)|wacht niet (?:langer|meer))"
)
_CALLS_OFF = re.compile(
    r"^\W*(?:(?:nee+|ach|oh?|oke?|ok|ja|nou|sorry|eigenlijk|dan|ik|het|'t|toch|nu)\W+)*"
    rf"{_OFF}\b(?:\W+(?:{_OFF}|meer|hoor|bedankt|dank je|dankjewel|graag|verder|zo|het))*\W*$"
)
_REFUSAL = re.compile(r"\b(niet|geen|nooit|stop)\b")
_LONGEST_GO_ON = 80


def checked_text(raw: Any) -> str:
    """Return what the customer wrote, trimmed; refuse what is no message."""
    if not isinstance(raw, str) or any(_is_unreadable(character) for character in raw):
        raise Refused("not_text")
    text = raw.strip()
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        raise Refused("empty")
    if len(text) > LONGEST:
        raise Refused("too_long")
    return text


def checked_page(raw: str | None) -> str:
    """Return the page without what may be personal in it, or nothing when it is no web page."""
    if not raw or any(_is_unreadable(character) for character in raw):
        return ""
    try:
        parts = urlsplit(raw)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))[:500]


def asks_bot_to_go_on(text: str) -> bool:
    lowered = text.lower()
    return (
        len(text) <= _LONGEST_GO_ON
        and _GO_ON.search(lowered) is not None
        and _REFUSAL.search(lowered) is None
    )


def calls_person_off(text: str) -> bool:
    """Whether somebody who waits for a person says that none has to come."""
    return len(text) <= _LONGEST_GO_ON and _CALLS_OFF.search(text.lower()) is not None


def _is_unreadable(character: str) -> bool:
    # Half a surrogate pair can be sent as JSON, but not be stored.
    category = unicodedata.category(character)
    return category == "Cs" or (category == "Cc" and character not in _LAYOUT)
