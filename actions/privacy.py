"""What is kept, and its erasure after one confirmation."""

import re

from rasa_sdk.events import FollowupAction, SlotSet

from actions.base import ShopAction
from actions.turn import Event, Turn

_ERASE = re.compile(r"\b(wis|wissen|verwijder\w*|vergeet|weghalen|delete)\b", re.I)


class Privacy(ShopAction):
    action = "action_privacy"
    answers = ("ask_privacy",)

    def answer(self, turn: Turn) -> list[Event]:
        if _ERASE.search(turn.text):
            turn.say("utter_confirm_erase")
            return [SlotSet("awaiting", "erase")]
        turn.say("utter_ask_privacy")
        return []


class Erase(ShopAction):
    action = "action_erase"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        turn.say("utter_erased")
        turn.dispatcher.utter_message(json_message={"erase": True})
        return [*turn.leaving_form(), FollowupAction("action_listen")]
