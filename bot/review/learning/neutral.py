"""A customer's sentence without what points to one person, and still a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.review.masking import Masker
from bot.review.models import Correction

# What a placeholder of `masking` becomes. A sentence with "[naam]" in it is one that no customer
# types; to the engine all digits are alike, and a first name without more is nobody's.
_NEUTRAL = {
    "[naam]": ("name", "Jan"),
    "[telefoonnummer]": ("phone", "0600000000"),
    "[e-mailadres]": ("email", "naam@voorbeeld.nl"),
    "[postcode]": ("postcode", "1234 AB"),
    "[bestelnummer]": ("order_number", "100000"),
    "[rekeningnummer]": ("", "NL00BANK0000000000"),
    "[afspraaknummer]": ("", "AF-AAAAAA"),
}
_PLACEHOLDER = re.compile("|".join(re.escape(each) for each in _NEUTRAL))
PERSONAL = {entity for entity, _ in _NEUTRAL.values() if entity}
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 2
# What Rasa would read as a mark in an example, or as a command in front.
_MARKS = str.maketrans({"[": "(", "]": ")", "{": "(", "}": ")"})


@dataclass(frozen=True)
class Neutral:
    text: str
    # {"entity", "start", "end"} and, where it is known, "value".
    entities: list[dict[str, Any]] = field(default_factory=list)
    had_personal_data: bool = False
    # Whether enough is left to learn from.
    is_telling: bool = True


def neutral(text: str, entities: Sequence[Mapping[str, Any]], mask: Masker) -> Neutral:
    """Replace personal data by neutral values; one line, with the entities where they now stand.

    The mask is that of the conversation: it knows a name that was said in another message.
    """
    standing = list(_apart(each for each in entities if _stands(each, text)))
    hidden = mask.text(text, standing).lstrip(" /\n\r\t").rstrip()
    whole, found = _filled(hidden)
    left = _WORD.findall(_PLACEHOLDER.sub(" ", hidden))
    had_personal_data = _PLACEHOLDER.search(hidden) is not None
    return Neutral(
        whole,
        list(_apart([*found, *_others(text, whole, standing)])),
        had_personal_data,
        len(left) >= (_FEWEST_WORDS if had_personal_data else 1),
    )


def with_personal(correction: Correction) -> list[dict[str, Any]]:
    """Return the entities that staff marked, and what else the engine took for personal."""
    personal = [each for each in correction.message.entities if each.get("entity") in PERSONAL]
    known = {_place(each): each.get("value") for each in correction.message.entities}
    own = [
        {**each, "value": each.get("value") or known.get(_place(each))}
        for each in correction.entities
    ]
    return [*own, *personal]


def marked(text: str, entities: Iterable[Mapping[str, Any]], with_values: bool) -> str:
    """Return a text with its entities marked as Rasa reads them."""
    for each in sorted(entities, key=lambda each: each["start"], reverse=True):
        words = text[each["start"] : each["end"]]
        mark = f"[{words}]({each['entity']})"
        if with_values and each.get("value") not in (None, words):
            value = str(each["value"]).translate(_MARKS).replace('"', "'")
            mark = f'[{words}]{{"entity": "{each["entity"]}", "value": "{value}"}}'
        text = text[: each["start"]] + mark + text[each["end"] :]
    return text


def _filled(hidden: str) -> tuple[str, list[dict[str, Any]]]:
    """Put a neutral value in each placeholder; return where they stand, too."""
    whole, at = "", 0
    found: list[dict[str, Any]] = []
    for match in _PLACEHOLDER.finditer(hidden):
        entity, value = _NEUTRAL[match[0]]
        whole += _one_line(hidden[at : match.start()])
        at = match.end()
        if entity:
            end = len(whole) + len(value)
            found.append({"entity": entity, "start": len(whole), "end": end, "value": value})
        whole += value
    return whole + _one_line(hidden[at:]), found


def _place(entity: Mapping[str, Any]) -> tuple[Any, Any, Any]:
    return entity.get("entity"), entity.get("start"), entity.get("end")


def _stands(entity: Mapping[str, Any], text: str) -> bool:
    start, end = entity.get("start"), entity.get("end")
    return (
        bool(entity.get("entity"))
        and isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start < end <= len(text)
    )


def _one_line(text: str) -> str:
    spaced = "".join(each if each.isprintable() else " " for each in text)
    return spaced.translate(_MARKS)


def _others(
    before: str, after: str, entities: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Find again, in their order, the entities that are nobody's."""
    position = 0
    for each in entities:
        if each["entity"] in PERSONAL:
            continue
        words = _one_line(before[each["start"] : each["end"]])
        start = after.find(words, position) if words.strip() else -1
        if start >= 0:
            position = start + len(words)
            kept = {"entity": each["entity"], "start": start, "end": position}
            yield kept | ({"value": each["value"]} if each.get("value") else {})


def _apart(found: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield them in their order without what overlaps with one that stands before it."""
    end = 0
    for each in sorted(found, key=lambda each: (each["start"], -each["end"])):
        if each["start"] >= end:
            end = each["end"]
            yield dict(each)
