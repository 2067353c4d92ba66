"""What every action shares: a time limit, an honest word when it fails, the way back to a form."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from channels.db import database_sync_to_async
from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import meant
from actions.crisis import is_crisis
from actions.moods import ALONE, noticed
from actions.phrases import in_danger
from actions.topics import (
    ASK_BRING,
    ASK_CHEAPEST,
    ASK_COMPANY,
    ASK_CONFIRMATION,
    ASK_DIFFERENCE,
    ASK_DURATION,
    ASK_HOUSE_HABIT,
    ASK_MEDICAL,
    ASK_PAIN,
    ASK_PRIVATE,
    ASK_TO_CONFIRM,
    ASK_WALK_IN,
    ASK_WHY,
    OWN_FRAME,
    TRY_ON,
)
from actions.turn import Event, Turn

logger = logging.getLogger(__name__)

# Rasa itself would wait for 300 seconds, `rasa shell` for 10.
TIME_LIMIT_SECONDS = 4.0

# What an action that answers any intent says it answers.
ANY = "*"
FORM_OF = {
    "make_appointment": "appointment_form",
    "reschedule_appointment": "move_form",
    "cancel_appointment": "cancel_form",
    "check_appointment": "check_form",
    "order_status": "order_form",
}
# Talk that leaves the subject as it was.
_NO_TOPICS = frozenset(
    [
        *("greet", "goodbye", "thank", "affirm", "deny", "cancel", "inform", "ask_help"),
        *("ask_clarification", "other_language", "small_talk", "tell_joke"),
        *(
            "compliment",
            "insult",
            "out_of_scope",
            "nlu_fallback",
            ASK_DURATION,
            ASK_WHY,
            ASK_CHEAPEST,
            ASK_WALK_IN,
            ASK_TO_CONFIRM,
            *(ASK_BRING, ASK_COMPANY, ASK_CONFIRMATION, ASK_DIFFERENCE, ASK_PAIN),
            *(ASK_PRIVATE, ASK_MEDICAL, ASK_HOUSE_HABIT, OWN_FRAME, TRY_ON),
        ),
    ]
)
_DETAILS = ("name", "phone", "email", "time", "service", "postcode")
_MOST_BUBBLES = 2
# As often as this a form asks the same without a way out.
_MOST_ASKED = 4
_ANSWERING: dict[str, type[ShopAction]] = {}


class ShopAction(Action, ABC):
    """An action that answers from the shop's facts, in a thread of its own."""

    # The intents that this action answers when they are asked beside another.
    answers: ClassVar[tuple[str, ...]] = ()
    # A form goes on after a question in between; its own actions must not start it again.
    resumes_form: ClassVar[bool] = True
    # Whether it answers what the customer said, or opens the talk.
    hears: ClassVar[bool] = True
    # Whether the customer is to speak next, whatever the rules would do.
    waits: ClassVar[bool] = False
    # Asking back is no sign that the customer was understood.
    understands: ClassVar[bool] = True

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        _ANSWERING.update(dict.fromkeys(cls.answers, cls))

    @property
    @abstractmethod
    def action(self) -> str:
        """The action's name in domain.yml. rasa-sdk registers only classes that have one."""

    def name(self) -> str:
        return self.action

    def knows_enough(self, turn: Turn) -> bool:
        """Whether it can answer without the form that comes before it.

        A form that is started beside an answer and has nothing to ask would never end: Rasa
        predicts what comes after it over and over.
        """
        return False

    @abstractmethod
    def answer(self, turn: Turn) -> list[Event] | None:
        """Say something; return the events to remember, if any."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        turn = Turn(dispatcher, tracker, domain)
        try:
            answering = database_sync_to_async(self._take_turn)(turn)
            events = await asyncio.wait_for(answering, TIME_LIMIT_SECONDS)
        except Exception:
            # Rasa would drop the events and stay silent: the customer hears of it instead.
            logger.exception("%s failed", self.action)
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_storing")
            return []
        if not any(event.get("event") == "followup" for event in events):
            events += self._what_follows(turn, events)
        return events

    def _what_follows(self, turn: Turn, events: list[Event]) -> list[Event]:
        asks = any(e.get("name") == "awaiting" and e.get("value") for e in events)
        if turn.form and self.resumes_form and not asks:
            return [FollowupAction(turn.form)]
        # The form's question would hide the one that was just asked.
        return [FollowupAction("action_listen")] if self.waits or (turn.form and asks) else []

    def _take_turn(self, turn: Turn) -> list[Event]:
        """Answer, and keep what the talk is about."""
        if self.hears and is_crisis(turn.text):
            # Before everything else, whatever form is going on and whatever it was taken for.
            turn.say("utter_crisis")
            return [*turn.leaving_form(), FollowupAction("action_listen")]
        if not self.resumes_form:
            asked = _count_asking(turn, self.action)
            if asked and int(asked[-1]["value"]) >= _MOST_ASKED:
                turn.say("utter_form_stuck")
                return [*asked, SlotSet("awaiting", None)]
            return [*self._after(turn, self.answer(turn) or []), *asked]
        mood = noticed(turn)
        if mood in ALONE and turn.intent != "medical_urgency":
            turn.say(f"utter_noticed_{mood}")
            offered = [SlotSet("mood", mood), SlotSet("awaiting", "hand_over")]
            return self._after(turn, offered, "small_talk")
        if mood:
            turn.tracker.slots["mood"] = mood
        # A message of several questions is read part by part, unless one part outweighs them all.
        in_parts = len(turn.questions) > 1 and not in_danger(turn.text)
        in_context = turn.intent if in_parts else meant(turn)
        if in_context == turn.intent:
            events = self._after(turn, self._answer_all(turn))
        else:
            events = self._after(turn, _answer_as(turn.meaning(in_context)), in_context)
            _keep_short(turn)
        return [*events, *_say_noticed(turn, mood)]

    def _answer_all(self, turn: Turn) -> list[Event]:
        """Answer the message, or what is asked in it, each question by itself."""
        asked = turn.questions
        if not asked or turn.intent not in {asked[0]["intent"], "inform"}:
            events = self.answer(turn) or []
            _keep_short(turn)
            return events
        events, begins = [], []
        for question in asked:
            begins.append(len(turn.dispatcher.messages))
            part = turn.about(question)
            intent = meant(part)
            if question is asked[0] and intent == turn.intent:
                events += self.answer(part) or []
            else:
                events += _answer_as(part.meaning(intent))
        begins_form = any(event.get("name") in FORM_OF.values() for event in events)
        _keep_short(turn, begins, begins_form)
        return events

    def _after(self, turn: Turn, events: list[Event], intent: str = "") -> list[Event]:
        set_already = {event.get("name") for event in events}
        kept: dict[str, Any] = {}
        intent = intent or turn.intent
        if self.resumes_form and intent not in _NO_TOPICS:
            kept["topic"] = intent
        if self.understands or intent != turn.intent:
            kept["misunderstood"] = 0
        # A form that asks its question has not yet heard the answer to another one.
        if turn.slot("choices"):
            kept["choices"] = None
        if turn.slot("awaiting") and not self.action.startswith("action_ask_"):
            kept["awaiting"] = None
        return [*events, *(SlotSet(k, v) for k, v in kept.items() if k not in set_already)]


def _count_asking(turn: Turn, action: str) -> list[Event]:
    """Count how often running the form has asked for the same."""
    if not action.startswith("action_ask_"):
        return []
    # Whoever tells something gets on, also when it is not what was asked.
    told = any(turn.entities(name) for name in ("name", "phone", "time", "service"))
    again = turn.slot("asked_for") == action and not told
    times = (int(turn.slot("asked_times") or 0) + 1) if again else 1
    return [SlotSet("asked_for", action), SlotSet("asked_times", times)]


def _answer_as(turn: Turn) -> list[Event]:
    """Answer a turn by the action that answers its intent, whichever was predicted."""
    answering = _ANSWERING.get(turn.intent, _ANSWERING[ANY])()
    if turn.intent not in FORM_OF or answering.knows_enough(turn):
        return answering.answer(turn) or []
    return [] if turn.form else [FollowupAction(FORM_OF[turn.intent])]


def answer_beside(turn: Turn) -> list[Event]:
    """Answer what was asked beside the answer to a form, unless an action did before it."""
    if turn.was_answered:
        return []
    events, begins = [], [0]
    for part in _asked_beside(turn):
        begins.append(len(turn.dispatcher.messages))
        events += _answer_as(part)
    _keep_short(turn, begins)
    return events


def _asked_beside(turn: Turn) -> list[Turn]:
    asked = [question for question in turn.questions if question["intent"] not in FORM_OF]
    gave_answer = turn.beside_questions(*_DETAILS) or len(asked) < len(turn.questions)
    # Else the first is what the form took for its answer.
    parts = [turn.about(question) for question in (asked if gave_answer else asked[1:])]
    if parts:
        return [part.meaning(meant(part)) for part in parts]
    intent = meant(turn)
    is_asked = intent != turn.intent and intent.startswith("ask_")
    return [turn.meaning(intent)] if is_asked else []


def _keep_short(turn: Turn, begins: Sequence[int] = (0,), begins_form: bool = False) -> None:
    """Keep to two bubbles, or one a question; a form's own question is one of them.

    The first of each question goes before a second. `begins` tells where among what is said the
    answer to each question begins.
    """
    asked = len(turn.questions)
    asks_on = bool(turn.form) or begins_form
    if asks_on:
        asked = sum(question["intent"] not in FORM_OF for question in turn.questions) + 1
    room = max(_MOST_BUBBLES, asked) - asks_on
    said = turn.dispatcher.messages
    bubbles: list[tuple[int, int]] = []
    for place, message in enumerate(said):
        # Two questions of one message may have the same answer.
        if message.get("response") and message not in said[:place]:
            begin = max(each for each in begins if each <= place)
            bubbles.append((place - begin, place))
    kept = {place for _, place in sorted(bubbles)[:room]}
    said[:] = [one for place, one in enumerate(said) if place in kept or not one.get("response")]


def _say_noticed(turn: Turn, mood: str | None) -> list[Event]:
    """Say first that something was noticed, if there is room: two bubbles are enough."""
    if mood is None or turn.form:
        return []
    said = turn.dispatcher.messages
    if len(said) < _MOST_BUBBLES:
        turn.say(f"utter_noticed_{mood}")
        said.insert(0, said.pop())
    return [SlotSet("mood", mood)]
