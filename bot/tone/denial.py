"""Whether what was found is denied: "korting doen we niet", "je hoeft niets achter te laten"."""

import re

_BEFORE = re.compile(
    r"\b(?P<no>geen|niet|nooit|zonder|noch|niets|niemand|nee)\b(?! (?:alleen|enkel|slechts))"
    r"(?:[^\w,.;:!?]+[\w'-]+){0,4}[^\w,.;:!?]+$",
    re.IGNORECASE,
)
# "Ik kijk of er niet iets van af kan" denies nothing.
_WISH = re.compile(r"\b(?:of|misschien|toch)\b[^,.;:]*$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[^\w.;!]+[\w'{}-]+){0,9}?[^\w.;!]+(?:niet|nooit|geen|niets|niks|nergens|niemand|nee|neen|nul)"
    r"\b(?! (?:alleen|enkel|slechts))",
    re.IGNORECASE,
)
_TURN = re.compile(
    r",? ?\b(?:maar|want|omdat|zodat|terwijl|dus|als|tenzij|behalve|toch|wel)\b"
    r"|, (?:en|dat)\b|[:;]",
    re.IGNORECASE,
)
# "Je zoekt een aanbieding, maar die hebben we niet."
_SAYS_NO_TO_IT = re.compile(
    r",? ?(?:maar|en|want) (?:die|dat|zoiets|daar|daaraan|zulke|het|ze)\b"
    r"(?:[^\w.,;!]+[\w'{}-]+){0,4}[^\w.,;!]+(?:niet|nooit|geen|nergens)\b",
    re.IGNORECASE,
)


def is_denied(sentence: str, start: int, end: int) -> bool:
    before = _BEFORE.search(sentence[:start])
    if before and not (before["no"].lower() == "niet" and _WISH.search(sentence[: before.start()])):
        return True
    rest = sentence[end:]
    turn = _TURN.search(rest)
    if turn and _SAYS_NO_TO_IT.match(rest[turn.start() :]):
        return True
    return bool(_AFTER.match(rest[: turn.start()] if turn else rest))
