"""To a person: at once when the shop is open, by a message when it is closed."""

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.base import ShopAction
from actions.forms import ShopForm, just_started
from actions.summary import summary
from actions.turn import Event, Turn
from bot import clock
from bot.shop.notes import leave_message
from bot.shop.opening import is_open_at

_LISTEN = "action_listen"


class HandOver(ShopAction):
    action = "action_hand_over"
    answers = ("talk_to_human",)
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        if is_open_at(clock.now()):
            turn.say("utter_handed_over")
            turn.dispatcher.utter_message(
                json_message={"hand_over": "waiting", "summary": summary(turn)}
            )
            return [SlotSet("complaint_told", None), *turn.leaving_form(), FollowupAction(_LISTEN)]
        turn.say("utter_handover_closed")
        return [*turn.leaving_form(), FollowupAction("message_form")]


class MessageForm(ShopForm):
    form = "message_form"

    def extract_staff_message(self, turn: Turn) -> dict[str, Any]:
        # Whoever complained has told it already.
        if just_started(turn) and turn.slot("complaint_told"):
            return {"staff_message": turn.slot("complaint_told")}
        if turn.requested == "staff_message" and turn.intent != "cancel" and turn.text:
            return {"staff_message": turn.text}
        return {}

    def extract_contact_detail(self, turn: Turn) -> dict[str, Any]:
        way = turn.entity("phone") or turn.entity("email")
        if way:
            return {"contact_detail": way}
        if turn.requested == "contact_detail" and turn.intent != "cancel":
            return {"contact_detail": "" if turn.intent == "deny" else turn.text}
        return {}


class LeaveMessage(ShopAction):
    action = "action_leave_message"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        leave_message(
            turn.slot("staff_message"),
            turn.slot("contact_detail") or "",
            turn.conversation,
            summary(turn),
        )
        turn.say("utter_message_left")
        done = ("staff_message", "contact_detail", "complaint_told")
        return [SlotSet(slot, None) for slot in done]
