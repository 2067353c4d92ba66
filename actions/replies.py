"""Answers that need no more than the shop's facts: the response named after the intent."""

import re
from typing import ClassVar

from rasa_sdk.events import SlotSet

from actions.base import ANY, ShopAction
from actions.context import ASK_DURATION, ASK_WALK_IN, ASK_WHY, service_in_talk
from actions.memory import ask_to_remember
from actions.prices import tell_duration
from actions.stock import forget_wares
from actions.turn import Event, Turn
from actions.wording import money_words, service_words
from bot.shop import catalogue
from bot.shop.models import Shop

_VACANCY = re.compile(r"vacature|personeel|solliciter|stage|baan|bijbaan|werken bij", re.I)
_HOME = re.compile(
    r"\b(aan huis|thuis|huis|langs ?komen bij|huisbezoek|bij (mij|ons|mensen|hem|haar)|koffer|"
    r"slecht ter been|niet (meer )?(lopen|komen|buiten)|erf|bedlegerig|verzorgingshuis)\b",
    re.I,
)
_GIFT_CARD = re.compile(r"cadeau ?(bon|kaart)|giftcard|kadobon|cadeaubon", re.I)
_IN_A_FORM = {"affirm", "deny", "greet", "ask_clarification"}
_EXPLAINED = {
    *("service", "time", "name", "phone", "confirmed", "appointment_number", "order_number"),
    *("postcode", "staff_message", "contact_detail"),
}
_AFTER_URGENCY = {"affirm", "thank", "goodbye"}
# What is said when all is said.
_ENDING = {"thank", "goodbye"}
_AT_THE_COUNTER = {
    *("ask_adjustment", "ask_repair", "service_bought_elsewhere", "ask_cleaning_refill"),
    "return_product",
}
_REASONS = {
    "ask_warranty": "warranty",
    **dict.fromkeys(("ask_discount", "negotiate_price", "price_objection"), "discount"),
    "demand_special_treatment": "demand",
    "customer_is_king": "demand",
    **dict.fromkeys(("ask_gift", "service_bought_elsewhere"), "gift"),
}
# A yes or a no that answers no question of the bot's, after something was told.
_IN_A_TALK = {"affirm": "utter_affirm_in_talk", "deny": "utter_deny_in_talk"}
_LENSES = re.compile(r"lens|lenzen", re.I)
_STEAM = re.compile(r"besl\w+|damp\w*|mist\w*|condens\w*|mondkap\w*", re.I)
_KEEPING = re.compile(
    r"bewaar|opberg|leg |neerleg|koker|etui|hete? |zon\b|sauna|slap|krom|poot", re.I
)
_HEARING = re.compile(r"hoor|gehoor|oorstuk", re.I)


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


class PaymentMethods(ShopAction):
    action = "action_payment_methods"
    answers = ("ask_payment_methods",)

    def answer(self, turn: Turn) -> None:
        if not _GIFT_CARD.search(turn.text):
            turn.say("utter_ask_payment_methods")
        elif Shop.current().rules.gift_cards:
            turn.say("utter_gift_cards")
        else:
            turn.say("utter_no_gift_cards")


class Delivery(ShopAction):
    action = "action_delivery"
    answers = ("ask_delivery",)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_home_visits" if _HOME.search(turn.text) else "utter_ask_delivery")


class CareTips(ShopAction):
    action = "action_care_tips"
    answers = ("ask_care_tips",)

    def answer(self, turn: Turn) -> None:
        if _LENSES.search(turn.text):
            turn.say("utter_care_tips_lenses")
        elif _HEARING.search(turn.text):
            turn.say("utter_care_tips_hearing")
        elif _STEAM.search(turn.text):
            turn.say("utter_care_tips_steam")
        elif _KEEPING.search(turn.text):
            turn.say("utter_care_tips_keeping")
        else:
            turn.say("utter_ask_care_tips")


class _ServiceFacts(ShopAction):
    """Tell about one of the shop's services, with its length and price."""

    service: ClassVar[str]
    response: ClassVar[str]

    def answer(self, turn: Turn) -> list[Event]:
        service = catalogue.service(self.service)
        turn.say(
            self.response,
            minutes=service.minutes,
            price=money_words(service.price),
            price_from=money_words(service.price_from),
            price_to=money_words(service.price_to),
        )
        return [SlotSet("mentioned_service", service.key), *forget_wares()]


class Duration(ShopAction):
    """How long the service takes that the talk is about."""

    action = "action_duration"
    answers = (ASK_DURATION,)

    def answer(self, turn: Turn) -> None:
        service = catalogue.service(turn.entity("service") or service_in_talk(turn) or "")
        tell_duration(turn, service)


class WalkIn(ShopAction):
    """Whether an appointment has to be made for what the talk is about."""

    action = "action_walk_in"
    answers = (ASK_WALK_IN,)

    def answer(self, turn: Turn) -> list[Event]:
        key = turn.entity("service")
        if not key and turn.slot("topic") in _AT_THE_COUNTER:
            turn.say("utter_walk_in")
            return []
        key = key or service_in_talk(turn)
        if not key:
            turn.say("utter_walk_in_or_not")
            return []
        service = catalogue.service(key)
        if service.walk_in:
            turn.say("utter_walk_in")
        else:
            turn.say("utter_appointment_needed", **service_words(service.name))
        return [SlotSet("mentioned_service", key), SlotSet("topic", ASK_WALK_IN)]


class Why(ShopAction):
    """The reason for what was just said, where there is one to give."""

    action = "action_why"
    answers = (ASK_WHY,)

    def answer(self, turn: Turn) -> None:
        turn.say(f"utter_why_{_REASONS.get(turn.slot('topic'), 'other')}")


class EyeTest(_ServiceFacts):
    action, service, response = "action_eye_test", "eye_test", "utter_ask_eye_test"
    answers = ("ask_eye_test",)


class HearingTest(_ServiceFacts):
    action, service, response = "action_hearing_test", "hearing_test", "utter_ask_hearing_test"
    answers = ("ask_hearing_test",)


class Repair(_ServiceFacts):
    action, service, response = "action_repair", "repair", "utter_ask_repair"
    answers = ("ask_repair",)
