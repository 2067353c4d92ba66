"""The facts in braces in a response, such as {price}: for the engine and the app alike."""

import re
from collections.abc import Sequence

_FACT = re.compile(r"\{(\w+)\}")


class BrokenBraces(ValueError):
    """A brace that does not belong to a fact: "{price" or "{de prijs}"."""


def facts_in(text: str) -> frozenset[str]:
    if set("{}") & set(_FACT.sub("", text)):
        raise BrokenBraces(text)
    return frozenset(_FACT.findall(text))


def possible_facts(originals: Sequence[str]) -> frozenset[str]:
    """Return what is looked up for a response: what any of its texts says."""
    return frozenset().union(*map(facts_in, originals))


def needed_facts(originals: Sequence[str]) -> frozenset[str]:
    """Return what makes a response the answer that it is: what each of its texts says."""
    first, *others = map(facts_in, originals)
    return first.intersection(*others)


def fits(text: str, originals: Sequence[str]) -> bool:
    """Return whether a text can stand in for those of domain.yml."""
    try:
        return needed_facts(originals) <= facts_in(text) <= possible_facts(originals)
    except BrokenBraces:
        return False
