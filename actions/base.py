"""What every action shares: a time limit, an honest word when it fails, the way back to a form."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from channels.db import database_sync_to_async
from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

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
_ANSWERING: dict[str, type[ShopAction]] = {}


class ShopAction(Action, ABC):
    """An action that answers from the shop's facts, in a thread of its own."""

    # The intents that this action answers when they are asked beside another.
    answers: ClassVar[tuple[str, ...]] = ()
    # A form goes on after a question in between; its own actions must not start it again.
    resumes_form: ClassVar[bool] = True

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
            answering = database_sync_to_async(self._answer_all)(turn)
            events = await asyncio.wait_for(answering, TIME_LIMIT_SECONDS) or []
        except Exception:
            # Rasa would drop the events and stay silent: the customer hears of it instead.
            logger.exception("%s failed", self.action)
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_storing")
            return []
        if turn.slot("awaiting") and not any(e.get("name") == "awaiting" for e in events):
            events.append(SlotSet("awaiting", None))
        if self.resumes_form and turn.form:
            events.append(FollowupAction(turn.form))
        return events

    def _answer_all(self, turn: Turn) -> list[Event]:
        """Answer the message, or what is asked in it, each question by itself."""
        asked = turn.questions
        if not asked or asked[0]["intent"] != turn.intent:
            return self.answer(turn) or []
        events = self.answer(turn.about(asked[0])) or []
        for question in asked[1:]:
            events += _answer_beside(turn.about(question))
        return events


def _answer_beside(turn: Turn) -> list[Event]:
    answering = _ANSWERING.get(turn.intent, _ANSWERING[ANY])()
    if turn.intent not in FORM_OF or answering.knows_enough(turn):
        return answering.answer(turn) or []
    return [] if turn.form else [FollowupAction(FORM_OF[turn.intent])]
