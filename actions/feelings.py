"""When somebody is cross: a complaint goes to a person, an insult gets a boundary."""

from rasa_sdk.events import FollowupAction, SlotSet

from actions.base import ShopAction
from actions.handover import HandOver
from actions.turn import Event, Turn


class Complaint(ShopAction):
    """Own it and offer a person; who goes on about it gets one at once."""

    action = "action_complaint"
    answers = ("complaint",)

    def answer(self, turn: Turn) -> list[Event]:
        told = " ".join(filter(None, [turn.slot("complaint_told"), turn.text]))
        if turn.slot("topic") == "complaint" and not turn.form:
            turn.tracker.slots["complaint_told"] = told
            return [SlotSet("complaint_told", told), *HandOver().answer(turn)]
        turn.say("utter_complaint")
        return [SlotSet("complaint_told", told), SlotSet("awaiting", "hand_over")]


class Insult(ShopAction):
    """Draw the line once; the second time end the talk, with the door open."""

    action = "action_insult"
    answers = ("insult",)

    def answer(self, turn: Turn) -> list[Event]:
        insults = int(turn.slot("insults") or 0) + 1
        if insults == 1:
            turn.say("utter_insult")
        else:
            turn.say("utter_insult_again", custom={"close": True})
            ended = [*turn.leaving_form(), FollowupAction("action_listen")]
            return [SlotSet("insults", insults), *ended]
        return [SlotSet("insults", insults)]
