"""What the forms share: when a message answers the form, and when it is a question in between."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from channels.db import database_sync_to_async
from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.interfaces import ActionExecutionRejection
from rasa_sdk.types import DomainDict

from actions.base import answer_beside
from actions.turn import Turn

# A message with one of these can fill a form; any other is a question, answered first.
ANSWERING = {
    "",
    "inform",
    "affirm",
    "deny",
    "greet",
    "thank",
    "nlu_fallback",
}
# And one that wants what the form is for; moving what is not booked yet is choosing.
_OWN = {
    "appointment_form": {"make_appointment", "reschedule_appointment"},
    "move_form": {"reschedule_appointment", "make_appointment"},
    "cancel_form": {"cancel_appointment"},
    "check_form": {"check_appointment"},
    "order_form": {"order_status"},
    "message_form": {"talk_to_human", "complaint"},
}


class ShopForm(FormValidationAction):
    """A form whose methods are plain functions of a turn, run in a thread of their own.

    `extract_<slot>(turn)` and `validate_<slot>(value, turn)` of a subclass are written without
    async; each returns the slots to set.
    """

    @property
    @abstractmethod
    def form(self) -> str:
        """The form's name in domain.yml. rasa-sdk registers only classes that have one."""

    def name(self) -> str:
        return f"validate_{self.form}"

    async def _extract_slot(
        self,
        slot_name: str,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: DomainDict,
    ) -> dict[str, Any]:
        extract = getattr(self, f"extract_{slot_name}", None)
        if extract is None:
            return {}
        return await database_sync_to_async(extract)(Turn(dispatcher, tracker, domain))

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        if wants_a_person(Turn(dispatcher, tracker, domain)):
            raise ActionExecutionRejection(self.form)
        slots = tracker.slots_to_validate()
        is_answer = any(value is not None for value in slots.values())
        for slot in list(slots):
            validate = getattr(self, f"validate_{slot}", None)
            if validate is None:
                continue
            turn = Turn(dispatcher, tracker, domain)
            checked = await database_sync_to_async(validate)(slots[slot], turn)
            slots.update(checked)
            tracker.slots.update(checked)
        events = [SlotSet(name, value) for name, value in slots.items()]
        turn = Turn(dispatcher, tracker, domain)
        # Whoever leaves a message for the staff asks them.
        if is_answer and self.form != "message_form" and not just_started(turn):
            beside = await database_sync_to_async(answer_beside)(turn)
            events += [event for event in beside if event.get("event") == "slot"]
        return events


def wants_a_person(turn: Turn) -> bool:
    """Whether a person is asked for beside an answer; who comes hears the rest."""
    asked = any(question["intent"] == "talk_to_human" for question in turn.questions)
    return asked and not just_started(turn) and turn.form != "message_form"


def answers_form(turn: Turn) -> bool:
    return turn.intent in ANSWERING | _OWN.get(turn.form or "", set())


def just_started(turn: Turn) -> bool:
    """Whether this message is the one that starts the form."""
    return turn.requested is None
