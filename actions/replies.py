"""Answers that need no more than the shop's facts: the response named after the intent."""

import re
from typing import ClassVar

from rasa_sdk.events import SlotSet

from actions.base import ANY, ShopAction
from actions.turn import Event, Turn
from actions.wording import money_words
from bot.shop import catalogue
from bot.shop.models import Shop

_VACANCY = re.compile(r"vacature|personeel|solliciter|stage|baan|bijbaan|werken bij", re.I)
_HOME = re.compile(r"\b(aan huis|thuis|langs ?komen bij|huisbezoek|bij mij)\b", re.I)
_GIFT_CARD = re.compile(r"cadeau ?(bon|kaart)|giftcard|kadobon|cadeaubon", re.I)
_LENSES = re.compile(r"lens|lenzen", re.I)
_HEARING = re.compile(r"hoor|gehoor|oorstuk", re.I)


class Reply(ShopAction):
    """Say the response that belongs to the intent."""

    action = "action_reply"
    answers = (ANY,)

    def answer(self, turn: Turn) -> list[Event]:
        turn.say(f"utter_{turn.intent}")
        return [SlotSet("topic", turn.intent), SlotSet("misunderstood", 0)]


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
        return [SlotSet("mentioned_service", service.key), SlotSet("topic", turn.intent)]


class EyeTest(_ServiceFacts):
    action, service, response = "action_eye_test", "eye_test", "utter_ask_eye_test"
    answers = ("ask_eye_test",)


class HearingTest(_ServiceFacts):
    action, service, response = "action_hearing_test", "hearing_test", "utter_ask_hearing_test"
    answers = ("ask_hearing_test",)


class Repair(_ServiceFacts):
    action, service, response = "action_repair", "repair", "utter_ask_repair"
    answers = ("ask_repair",)
