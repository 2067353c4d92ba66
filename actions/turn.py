"""One turn of a conversation, as an action sees it."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.facts import open_facts, shop_facts
from bot.shop.responses import own_text

Event = dict[str, Any]
Button = dict[str, str]


@dataclass
class Turn:
    dispatcher: CollectingDispatcher
    tracker: Tracker
    domain: dict[str, Any]

    @property
    def text(self) -> str:
        return self.tracker.latest_message.get("text") or ""

    @property
    def whole_text(self) -> str:
        """The message that was sent, of which `text` may be one question."""
        return self.tracker.latest_message.get("whole_text") or self.text

    @property
    def intent(self) -> str:
        return self.tracker.latest_message.get("intent", {}).get("name") or ""

    @property
    def conversation(self) -> str:
        return self.tracker.sender_id

    @property
    def form(self) -> str | None:
        return self.tracker.active_loop_name

    @property
    def requested(self) -> str | None:
        """The slot that the active form asked for."""
        return self.tracker.get_slot("requested_slot")

    def slot(self, name: str) -> Any:
        return self.tracker.get_slot(name)

    def entities(self, name: str) -> list[dict[str, Any]]:
        found = self.tracker.latest_message.get("entities") or []
        return [entity for entity in found if entity.get("entity") == name]

    def entity(self, name: str) -> str | None:
        values = [entity["value"] for entity in self.entities(name)]
        return values[-1] if values else None

    @property
    def bare_name(self) -> str | None:
        """What the message, besides phone numbers and the like, would be as a name."""
        return self.tracker.latest_message.get("bare_name")

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions of a message that is more than one question: intent, start and end."""
        return self.tracker.latest_message.get("questions") or []

    def beside_questions(self, *names: str) -> bool:
        """Whether one of these details stands beside what is asked: "zaterdag. Wat kost dat?"."""
        spans = [(one["start"], one["end"]) for one in self.questions]
        found = [entity for name in names for entity in self.entities(name)]
        return bool(spans) and any(
            not any(start <= entity["start"] < end for start, end in spans) for entity in found
        )

    @property
    def was_answered(self) -> bool:
        """Whether an action spoke to this message before the form that goes on now."""
        since = reversed(self.tracker.events)
        events = takewhile(lambda event: event.get("event") != "user", since)
        did = [event.get("name") or "" for event in events if event.get("event") == "action"]
        return any(not name.endswith("_form") for name in did)

    @property
    def said_before(self) -> list[str]:
        """All that the customer wrote in this talk, this message last."""
        return [event.get("text") or "" for event in self._heard()]

    @property
    def intents_before(self) -> list[str]:
        """What was understood of it, message by message."""
        parsed = [event.get("parse_data") or {} for event in self._heard()]
        return [(one.get("intent") or {}).get("name") or "" for one in parsed]

    def _heard(self) -> list[dict[str, Any]]:
        return [event for event in self.tracker.events if event.get("event") == "user"]

    def said(self, response: str) -> int:
        """Return how often the bot has said a response in this talk."""
        spoken = [event for event in self.tracker.events if event.get("event") == "bot"]
        named = [(event.get("metadata") or {}).get("utter_action") for event in spoken]
        return named.count(response)

    def about(self, question: dict[str, Any]) -> Turn:
        """Return the turn as if only this question had been asked.

        One that names nothing ("en wat kost dat?") is about what the whole message names.
        """
        message = self.tracker.latest_message
        start, end = question["start"], question["end"]
        named = [e for e in message.get("entities") or [] if start <= e["start"] < end]
        tracker = copy(self.tracker)
        tracker.latest_message = {
            **message,
            "text": self.text[start:end],
            "whole_text": self.whole_text,
            "intent": {"name": question["intent"], "confidence": question["confidence"]},
            "entities": named or message.get("entities"),
        }
        return Turn(self.dispatcher, tracker, self.domain)

    def meaning(self, intent: str) -> Turn:
        """Return the turn as if the message had this intent."""
        tracker = copy(self.tracker)
        tracker.latest_message = {
            **self.tracker.latest_message,
            "intent": {"name": intent, "confidence": 1.0},
            "questions": [],
        }
        return Turn(self.dispatcher, tracker, self.domain)

    def say(
        self,
        response: str,
        buttons: list[Button] | None = None,
        custom: dict[str, Any] | None = None,
        **facts: Any,
    ) -> None:
        """Utter a response of domain.yml, filled with the shop's facts and these."""
        options: dict[str, Any] = {**self._facts, **facts}
        if buttons:
            options["buttons"] = buttons
        if custom:
            options["json_message"] = custom
        self.dispatcher.utter_message(response=response, **options)

    def leaving_form(self) -> list[Event]:
        """Return what ends the form that is going on, if there is one."""
        return [ActiveLoop(None), SlotSet("requested_slot", None)] if self.form else []

    def words(self, response: str, **facts: Any) -> str:
        """Return the first variant of a response, filled, to be part of something else."""
        return self.template(response).format(**facts)

    def template(self, response: str) -> str:
        """Return the first variant of a response, as the shop words it."""
        originals = [variant["text"] for variant in self.domain["responses"][response]]
        return own_text(response, originals) or originals[0]

    @cached_property
    def _facts(self) -> dict[str, Any]:
        response, facts = open_facts()
        return {**shop_facts(), "open_hint": self.words(response, **facts)}
