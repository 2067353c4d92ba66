"""Which variant of a response is said: another one each time, the shortest when that is kinder.

And of a variant only the sentences whose facts this shop has.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from rasa.core.nlg.generator import ResponseVariationFilter
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.engine.overrides import ShopWording

_UTTER_ACTION = "utter_action"
# What is said when none of a response's sentences can be.
_NOTHING_KNOWN = "utter_fact_unknown"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý{'])")
_MOOD = "mood"
# Somebody in a hurry, in grief or new to Dutch reads the shortest of the variants.
_MOODS_FOR_FEW_WORDS = ("hurry", "grief", "simple")
_FEW = 2

Response = dict[str, Any]


class NeighbourlyNLG(TemplatedNaturalLanguageGenerator):
    """Rasa's templates, taken in turn: nobody is told the same in the same words twice running.

    Rasa draws at random, so that one time in three the same sentence comes again. Where the turn
    begins differs from conversation to conversation.
    """

    def __init__(self, domain: Domain, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__(domain.responses)
        self._wording = ShopWording()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **facts: Any,
    ) -> Response | None:
        """Generate a response for the requested utter action."""
        slots = tracker.current_slot_values()
        responses = self._wording.over(self.responses)
        variants = ResponseVariationFilter(responses).responses_for_utter_action(
            utter_action, output_channel, slots
        )
        if not variants:
            return None
        if slots.get(_MOOD) in _MOODS_FOR_FEW_WORDS:
            variants = sorted(variants, key=lambda one: len(one.get("text") or ""))[:_FEW]
        variants = [known for one in variants if (known := _as_far_as_known(one, facts))]
        if not variants and utter_action != _NOTHING_KNOWN:
            return await self.generate(_NOTHING_KNOWN, tracker, output_channel, **facts)
        place = _times_said(utter_action, tracker) + _first_place(utter_action, tracker.sender_id)
        chosen = copy.deepcopy(variants[place % len(variants)])
        return self._fill_response(chosen, slots, **facts)


def _as_far_as_known(variant: Response, facts: Mapping[str, Any]) -> Response | None:
    """Leave out each sentence with a fact that is empty here; nothing is left of some."""
    empty = {name for name, fact in facts.items() if fact == ""}
    text = variant.get("text") or ""
    if not empty or not text:
        return variant
    said = [s for s in _BETWEEN_SENTENCES.split(text) if not empty & _facts_in(s)]
    return {**variant, "text": " ".join(said)} if said else None


def _facts_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _times_said(utter_action: str, tracker: DialogueStateTracker) -> int:
    return sum(
        isinstance(event, BotUttered) and event.metadata.get(_UTTER_ACTION) == utter_action
        for event in tracker.events
    )


def _first_place(utter_action: str, conversation: str) -> int:
    return hashlib.sha256(f"{conversation} {utter_action}".encode()).digest()[0]
