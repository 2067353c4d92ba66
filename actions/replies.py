"""Answers that need no more than the shop's facts: the response named after the intent."""

import re

from actions.base import ANY, ShopAction
from actions.memory import ask_to_remember
from actions.topics import ASK_WHY
from actions.turn import Event, Turn
from bot.shop.models import Shop

_VACANCY = re.compile(r"vacature|personeel|solliciter|stage|baan|bijbaan|werken bij", re.I)
_IN_A_FORM = {"affirm", "deny", "greet", "ask_clarification"}
_EXPLAINED = {
    *("service", "time", "name", "phone", "confirmed", "appointment_number", "order_number"),
    *("postcode", "staff_message", "contact_detail"),
}
_AFTER_URGENCY = {"affirm", "thank", "goodbye"}
# What is said when all is said.
_ENDING = {"thank", "goodbye"}
_REASONS = {
    "ask_warranty": "warranty",
    **dict.fromkeys(("ask_discount", "negotiate_price", "price_objection"), "discount"),
    "demand_special_treatment": "demand",
    "customer_is_king": "demand",
    **dict.fromkeys(("ask_gift", "service_bought_elsewhere"), "gift"),
}
# A yes or a no that answers no question of the bot's, after something was told.
_IN_A_TALK = {"affirm": "utter_affirm_in_talk", "deny": "utter_deny_in_talk"}
# What lists all the free help: once in a talk is enough.
_LISTS_FREE_HELP = {"ask_gift", "ask_cleaning_refill"}


class Reply(ShopAction):
    """Say the response that belongs to the intent, or to the intent in this talk."""

    action = "action_reply"
    answers = (ANY,)

    def answer(self, turn: Turn) -> list[Event]:
        response = _IN_A_TALK.get(turn.intent) if turn.slot("topic") else None
        if turn.intent == "greet" and len(turn.said_before) == 1:
            response = "utter_greet_after_welcome"
        if turn.form and turn.intent in _IN_A_FORM:
            response = self._in_form(turn)
        if turn.slot("topic") == "medical_urgency" and turn.intent in _AFTER_URGENCY:
            response = "utter_after_urgency"
        if turn.intent in _LISTS_FREE_HELP:
            response = _of_free_help(turn)
        turn.say(response or f"utter_{turn.intent}")
        return ask_to_remember(turn) if turn.intent in _ENDING else []

    def _in_form(self, turn: Turn) -> str:
        """Return what is said to a word that does not answer the form's question."""
        if turn.intent == "deny" and turn.requested == "phone":
            return "utter_no_phone"
        if turn.intent == "affirm" and turn.requested == "time":
            return "utter_explain_time"
        if turn.intent == "ask_clarification" and turn.requested in _EXPLAINED:
            return f"utter_explain_{turn.requested}"
        return "utter_form_again"


class AboutShop(ShopAction):
    action = "action_about_shop"
    answers = ("ask_about_shop",)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_vacancies" if _VACANCY.search(turn.text) else "utter_ask_about_shop")


def _of_free_help(turn: Turn) -> str | None:
    if not Shop.current().rules.free_help:
        return "utter_no_free_help"
    listed = any(turn.said(f"utter_{intent}") for intent in _LISTS_FREE_HELP)
    return "utter_free_help_again" if listed else None


class Why(ShopAction):
    """The reason for what was just said, where there is one to give."""

    action = "action_why"
    answers = (ASK_WHY,)

    def answer(self, turn: Turn) -> None:
        reason = _REASONS.get(turn.slot("topic"), "other")
        if reason == "warranty" and Shop.current().rules.glass_scratch_warranty:
            reason = "other"
        turn.say(f"utter_why_{reason}")
