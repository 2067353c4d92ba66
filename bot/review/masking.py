"""Personal data out of a text, for who may not see it and for what is learned from."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

PERSONAL_ENTITIES = {
    "name": "[naam]",
    "phone": "[telefoonnummer]",
    "email": "[e-mailadres]",
    "postcode": "[postcode]",
    "order_number": "[bestelnummer]",
}
_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mailadres]"),
    (re.compile(r"\bNL\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE), "[rekeningnummer]"),
    (re.compile(r"\bAF-[A-Z0-9]{6}\b", re.IGNORECASE), "[afspraaknummer]"),
    (re.compile(r"(?<!\w)(?:\+|00)?\d(?:[\s./()-]{0,2}\d){8,13}(?!\w)"), "[telefoonnummer]"),
    (re.compile(r"(?<!\w)[1-9]\d{3}(?:[a-z]{2}| [A-Z]{2})(?!\w)"), "[postcode]"),
    # With a space and small letters only what is no Dutch word: "2026 om 10 uur" is no address.
    (
        re.compile(
            r"(?<!\w)[1-9]\d{3}\s?"
            r"(?!(?:om|en|is|in|op|of|te|zo|ik|je|we|nu|er|ga|al|af|ze|me|ja|na|bv|km|cm|mm|kg)\b)"
            r"[a-z]{2}(?!\w)",
            re.IGNORECASE,
        ),
        "[postcode]",
    ),
)


def masked(text: str, entities: Iterable[Mapping[str, Any]] = ()) -> str:
    """Return a text with what points to one person replaced by its kind in square brackets.

    `entities` are those of the message: `entity`, and where it stands, `start` and `end`.
    """
    spans = [
        (each["start"], each["end"], PERSONAL_ENTITIES[each["entity"]])
        for each in entities
        if each.get("entity") in PERSONAL_ENTITIES
        and isinstance(each.get("start"), int)
        and isinstance(each.get("end"), int)
        and 0 <= each["start"] < each["end"] <= len(text)
    ]
    for start, end, kind in sorted(spans, reverse=True):
        text = text[:start] + kind + text[end:]
    for pattern, kind in _PATTERNS:
        text = pattern.sub(kind, text)
    return text
