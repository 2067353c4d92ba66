"""Whether a text may stand in for one that the bot says, and what could be better about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.braces import BrokenBraces, facts_in, needed_facts, possible_facts
from bot.review.shopkeeping.responses.domain import Response
from bot.review.shopkeeping.responses.facts import fact
from bot.tone import Finding, check, check_conversation
from bot.tone.checking import check_title

LONGEST = 600
_LONGEST_TITLE = 40
# A promise that the shop does not keep, and a chatbot that passes for a person: never.
_NEVER = frozenset({"discount_promise", "pretending_human"})
_INTRODUCES = "not_introduced"
# Where somebody in need is sent; a text that loses it could cost an eye, or more.
_LIFELINE = re.compile(r"\b(112|113|0800-0113|huisartsenspoedpost|huisarts)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Judgement:
    """Why a text cannot be kept, and what would be better about one that can."""

    refusals: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return bool(self.refusals)


def tidy(text: str) -> str:
    return " ".join(text.split())


def judge(response: Response, text: str) -> Judgement:
    text = tidy(text)
    if not text:
        return Judgement(["Zonder tekst zegt de chatbot niets. De oude terug? Kies 'Zet terug'."])
    findings = check_title(text) if response.is_title else check(text)
    never = [finding for finding in findings if finding.check in _NEVER]
    refusals = [
        *_too_long(response, text),
        *_facts(response.texts, text),
        *_lifelines(response.texts, text),
        *_introduction(response.texts, text),
        *(f'"{each.found}" kan niet. {each.reason} {each.better}' for each in never),
    ]
    return Judgement(refusals, [each for each in findings if each.check not in _NEVER])


def _too_long(response: Response, text: str) -> list[str]:
    longest = _LONGEST_TITLE if response.is_title else LONGEST
    if len(text) <= longest:
        return []
    return [f"Dit zijn {len(text)} tekens; er passen er {longest}."]


def _facts(originals: Sequence[str], text: str) -> list[str]:
    possible = possible_facts(originals)
    try:
        named = facts_in(text)
    except BrokenBraces:
        example = f"{{{min(possible, default='gegeven')}}}"
        return [f"Er klopt iets niet met een accolade. Schrijf een gegeven zo: {example}."]
    refusals = []
    for unknown in sorted(named - possible):
        instead = (
            f" Hier kan: {_listed(possible)}."
            if possible
            else " Hier kun je geen gegevens gebruiken."
        )
        refusals.append(
            f"{{{unknown}}} is hier niet bekend: de klant zou de haakjes zien.{instead}"
        )
    for missing in sorted(needed_facts(originals) - named):
        refusals.append(
            f"{{{missing}}} ontbreekt ({fact(missing).title}). Zonder dat is het geen antwoord."
        )
    return refusals


def _lifelines(originals: Sequence[str], text: str) -> list[str]:
    needed = set.intersection(*map(_lifelines_in, originals))
    return [
        f"{each} ontbreekt. In nood moet dat er altijd staan."
        for each in sorted(needed - _lifelines_in(text))
    ]


def _lifelines_in(text: str) -> set[str]:
    return {found.lower() for found in _LIFELINE.findall(text)}


def _introduction(originals: Sequence[str], text: str) -> list[str]:
    if any(_is_silent_about_itself(each) for each in originals):
        return []
    if not _is_silent_about_itself(text):
        return []
    return ["Hierin moet staan dat het een chatbot is. Dat is eerlijk, en de wet vraagt het."]


def _is_silent_about_itself(text: str) -> bool:
    placed = check_conversation([("bot", text)]).findings
    return any(each.finding.check == _INTRODUCES for each in placed)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
