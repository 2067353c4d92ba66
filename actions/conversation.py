"""The talk itself: the first word, a question back, a detail that came by itself."""

import re
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, FollowupAction, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import FORM_OF, ShopAction
from actions.hours import OpeningHours
from actions.moods import noticed, shows
from actions.orders import OrderStatus
from actions.phrases import CORRECTS, NO_NUMBER
from actions.prices import Price
from actions.stock import Stock
from actions.topics import ASK_TO_CONFIRM, STOPPED
from actions.turn import Button, Event, Turn
from actions.urgency import Urgency

_CHOICES = 3
# What is less likely than this is no choice to offer, but noise.
_LEAST_LIKELY = 0.05
_PATIENCE = 2
_STOPS = re.compile(r"laat maar|\bstop|annule|hoeft niet|afzeg|vergeet", re.I)
_ABOUT_WHAT_IS_MADE = {"reschedule_appointment", "check_appointment"}
_LAST_WORDS = {"goodbye": "utter_form_left"}
_NEVER_OFFERED = {
    *("nlu_fallback", "inform", "affirm", "deny", "out_of_scope", "insult", "compliment"),
    *("small_talk", "greet", "goodbye", "thank", "cancel", "ask_clarification"),
}


class SessionStart(ShopAction):
    """Say at once that this is a chatbot (AI Act, article 50)."""

    action = "action_session_start"
    resumes_form = False
    hears = False

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Event]:
        events = await super().run(dispatcher, tracker, domain)
        return [SessionStarted(), *events, ActionExecuted("action_listen")]

    def answer(self, turn: Turn) -> list[Event]:
        remembered = (turn.slot("session_started_metadata") or {}).get("remembered")
        if not remembered:
            turn.say("utter_welcome")
            return []
        turn.say(f"utter_welcome_back_{remembered}")
        return [SlotSet("topic", "welcome_back"), SlotSet("remembered", remembered)]


class Clarify(ShopAction):
    """Ask instead of guessing; after two misses in a row offer a person."""

    action = "action_clarify"
    understands = False
    # As the fallback it would be predicted over and over.
    waits = True

    def answer(self, turn: Turn) -> list[Event]:
        if shows(turn.text, "grief"):
            # That it was heard is said already; to guess at a question would be blunt.
            return [SlotSet("misunderstood", 0)]
        missed = int(turn.slot("misunderstood") or 0) + 1
        choices = self._choices(turn)
        if missed >= _PATIENCE:
            turn.say("utter_offer_human")
            return [SlotSet("misunderstood", missed), SlotSet("awaiting", "hand_over")]
        if turn.form or not choices:
            turn.say("utter_not_understood")
        else:
            turn.say("utter_clarify", buttons=choices)
            offered = [choice["payload"].removeprefix("/") for choice in choices]
            return [SlotSet("misunderstood", missed), SlotSet("choices", offered)]
        return [SlotSet("misunderstood", missed)]

    def _choices(self, turn: Turn) -> list[Button]:
        found = turn.tracker.latest_message.get("intent_ranking") or []
        ranking = [one for one in found if one["name"] != "nlu_fallback"]
        least = _LEAST_LIKELY
        if ranking and ranking[0]["name"] in _NEVER_OFFERED:
            # Of small talk that is understood too little, what is far less likely is no guess.
            least = max(least, ranking[0]["confidence"] / 2)
        likely = [one for one in ranking if one["confidence"] >= least]
        names = [i["name"] for i in likely if i["name"] not in _NEVER_OFFERED][:_CHOICES]
        responses = turn.domain["responses"]
        return [
            {"title": turn.template(f"utter_choice_{name}"), "payload": f"/{name}"}
            for name in names
            if f"utter_choice_{name}" in responses
        ]


class Begin(ShopAction):
    """Begin the form that a wish asks for, or go on with the one that it already began."""

    action = "action_begin"
    # Read in its talk a message may be another question: "en morgen?".
    waits = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.form == FORM_OF["make_appointment"] and turn.intent in _ABOUT_WHAT_IS_MADE:
            # Nothing is booked yet: another moment, or "hoe laat ook alweer", is about this one.
            return []
        if turn.intent == "order_status" and turn.slot("last_order") and not turn.form:
            return OrderStatus().answer_again(turn)
        form = FORM_OF[turn.intent]
        if turn.form == form:
            return []
        # The day of one appointment says nothing of another that is moved or looked up.
        elsewhere = [] if turn.intent == "make_appointment" else [SlotSet("day", None)]
        return [*elsewhere, FollowupAction(form)]


class Inform(ShopAction):
    """A detail outside any form: go on with what the talk was about."""

    action = "action_inform"

    def answer(self, turn: Turn) -> list[Event]:
        if not turn.form and OrderStatus().knows_enough(turn):
            return OrderStatus().answer(turn)
        form = _form_for(turn)
        if form:
            return [FollowupAction(form)]
        following = _answer_for(turn)
        if following:
            return following.answer(turn) or []
        if turn.requested == "appointment_number" and _helps_to_find(turn):
            return []
        turn.say("utter_form_again" if turn.form else "utter_inform_unclear")
        return []


def _helps_to_find(turn: Turn) -> bool:
    return bool(turn.entity("name") or turn.entity("phone") or NO_NUMBER.search(turn.text))


def _form_for(turn: Turn) -> str | None:
    if turn.form:
        return None
    if turn.entity("order_number"):
        return "order_form"
    # A service with a moment, or with who comes, is a wish to come.
    if turn.entity("service") and any(turn.entity(e) for e in ("time", "name", "phone")):
        return "appointment_form"
    return None


def _answer_for(turn: Turn) -> ShopAction | None:
    about_price = turn.slot("topic") == "ask_price"
    if turn.entity("service"):
        return Price()
    if turn.entity("brand") or turn.entity("kind"):
        return Price() if about_price else Stock()
    if turn.entity("time"):
        return OpeningHours()
    return None


class NotConfirmed(ShopAction):
    """No yes to what was said as if it had been agreed."""

    action = "action_not_confirmed"
    answers = (ASK_TO_CONFIRM,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_not_confirmed")


def _corrects(turn: Turn) -> bool:
    return bool(CORRECTS.search(turn.text)) and not _STOPS.search(turn.text)


class Stop(ShopAction):
    """End what is going on, with nothing booked: "laat maar", "doei", or an emergency."""

    action = "action_stop"
    resumes_form = False

    def answer(self, turn: Turn) -> list[Event]:
        if turn.form and turn.intent == "cancel" and turn.entities("time") and _corrects(turn):
            # "Sorry, de 27e" is no goodbye either.
            return [FollowupAction(turn.form)]
        if not turn.form and noticed(turn) == "money":
            # "Dan laat ik het maar, ik kan het niet betalen" is no goodbye.
            turn.say("utter_noticed_money")
            turn.say("utter_cheapest")
            return [SlotSet("mood", "money"), SlotSet("topic", "price_objection")]
        if turn.intent == "medical_urgency":
            Urgency().answer(turn)
        else:
            in_form = _LAST_WORDS.get(turn.intent, "utter_form_stopped")
            turn.say(in_form if turn.form else "utter_cancel")
        forgotten = (
            "service",
            "time",
            "day",
            "confirmed",
            "time_problem",
            "order_number",
            "postcode",
            "order_lost",
            "staff_message",
            "contact_detail",
            "appointment_number",
        )
        stopped = [SlotSet(slot, None) for slot in forgotten]
        if turn.form == FORM_OF["make_appointment"]:
            stopped.append(SlotSet("topic", STOPPED))
            stopped.append(SlotSet("mentioned_service", turn.slot("service")))
        if turn.intent == "medical_urgency":
            stopped.append(SlotSet("topic", turn.intent))
        return stopped
