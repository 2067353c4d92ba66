"""What a customer lets us remember until the next time: asked once, forgotten on request."""

import re

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.turn import Event, Turn

# What the talk was about, and what of it is worth coming back to.
_MEMORABLE = {
    "ask_adjustment": "adjustment",
    "service_bought_elsewhere": "adjustment",
    "ask_repair": "repair",
    "describe_problem": "problem",
    "order_status": "order",
    "make_appointment": "appointment",
}
_TIGHT = re.compile(r"strak|knel|knij|druk|pijn|smal", re.I)
_LOOSE = re.compile(r"\blos|zakt|glij|valt|wijd|schuift|ruim", re.I)


def memorable(turn: Turn) -> str | None:
    """Return what of this talk may be remembered, if it may still be asked."""
    if turn.slot("memory_asked") or turn.form:
        return None
    subject = _MEMORABLE.get(turn.slot("topic") or "")
    if subject != "adjustment":
        return subject
    told = " ".join(turn.said_before)
    return "tight" if _TIGHT.search(told) else "loose" if _LOOSE.search(told) else subject


def ask_to_remember(turn: Turn) -> list[Event]:
    """Ask once whether this talk may be remembered, when it is ending anyway."""
    subject = memorable(turn)
    if subject is None:
        return []
    turn.say("utter_ask_remember")
    return [SlotSet("memory_asked", subject), SlotSet("awaiting", "remember")]


class Remember(ShopAction):
    action = "action_remember"
    resumes_form = False

    def answer(self, turn: Turn) -> None:
        turn.say("utter_remembered", custom={"remember": turn.slot("memory_asked")})
