"""What the shop does for people: what it is, how long it takes, what to bring."""

import re
from typing import ClassVar

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.phrases import SITS_BADLY
from actions.prices import tell_duration
from actions.topics import (
    ASK_BRING,
    ASK_COMPANY,
    ASK_CONFIRMATION,
    ASK_DIFFERENCE,
    ASK_DURATION,
    ASK_PAIN,
    ASK_WALK_IN,
    OWN_FRAME,
    TRY_ON,
    service_in_talk,
)
from actions.turn import Event, Turn
from actions.wares import forget_wares
from actions.wording import money_words, service_words
from bot.shop import catalogue

_AT_THE_COUNTER = {
    *("ask_adjustment", "ask_repair", "service_bought_elsewhere", "ask_cleaning_refill"),
    "return_product",
}
_LENSES = re.compile(r"lens|lenzen", re.I)
_STEAM = re.compile(r"besl\w+|damp\w*|mist\w*|condens\w*|mondkap\w*", re.I)
_KEEPING = re.compile(
    r"bewaar|opberg|leg |neerleg|koker|etui|hete? |zon\b|sauna|slap|krom|poot", re.I
)
_HEARING = re.compile(r"hoor|gehoor|oorstuk", re.I)
_TELLS_WHAT_TO_BRING = {"eye_test", "hearing_test", "lens_fitting", "repair"}


class _ServiceFacts(ShopAction):
    """Tell about one of the shop's services, with its length and price."""

    service: ClassVar[str]
    response: ClassVar[str]

    def answer(self, turn: Turn) -> list[Event]:
        service = catalogue.offered_service(self.service)
        if service is None:
            turn.say("utter_service_not_offered")
            return []
        turn.say(
            self.response,
            minutes=service.minutes,
            price=money_words(service.price),
            price_from=money_words(service.price_from),
            price_to=money_words(service.price_to),
        )
        return [SlotSet("mentioned_service", service.key), *forget_wares()]


class EyeTest(_ServiceFacts):
    action, service, response = "action_eye_test", "eye_test", "utter_ask_eye_test"
    answers = ("ask_eye_test",)


class HearingTest(_ServiceFacts):
    action, service, response = "action_hearing_test", "hearing_test", "utter_ask_hearing_test"
    answers = ("ask_hearing_test",)


class Repair(_ServiceFacts):
    action, service, response = "action_repair", "repair", "utter_ask_repair"
    answers = ("ask_repair",)


class Difference(ShopAction):
    """What two services are, one beside the other."""

    action = "action_difference"
    answers = (ASK_DIFFERENCE,)

    def answer(self, turn: Turn) -> None:
        named = dict.fromkeys(entity["value"] for entity in turn.entities("service"))
        for service in filter(None, map(catalogue.offered_service, list(named)[:2])):
            described = f"utter_what_{service.key}"
            turn.say(
                described if described in turn.domain["responses"] else "utter_what_a_service",
                service=service.name.capitalize(),
                minutes=service.minutes,
                price=money_words(service.price),
                price_to=money_words(service.price_to),
            )


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
        if not key and SITS_BADLY.search(turn.whole_text):
            turn.say("utter_walk_in")
            return [SlotSet("topic", "ask_adjustment")]
        if not key:
            turn.say("utter_walk_in_or_not")
            return []
        service = catalogue.service(key)
        if service.walk_in:
            turn.say("utter_walk_in")
        else:
            turn.say("utter_appointment_needed", **service_words(service))
        return [SlotSet("mentioned_service", key), SlotSet("topic", ASK_WALK_IN)]


class Pain(ShopAction):
    action = "action_pain"
    answers = (ASK_PAIN,)

    def answer(self, turn: Turn) -> None:
        service = catalogue.service(turn.entity("service") or service_in_talk(turn) or "")
        response = "utter_pain_lenses" if _LENSES.search(service.name) else "utter_pain"
        turn.say(response, **service_words(service))


class Bring(ShopAction):
    """What to take along."""

    action = "action_bring"
    answers = (ASK_BRING,)

    def answer(self, turn: Turn) -> None:
        key = turn.entity("service") or service_in_talk(turn)
        turn.say(f"utter_bring_{key}" if key in _TELLS_WHAT_TO_BRING else "utter_bring")


class Company(ShopAction):
    action = "action_company"
    answers = (ASK_COMPANY,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_company")


class Confirmation(ShopAction):
    """Nothing is mailed: what is booked is told here, with a number."""

    action = "action_confirmation"
    answers = (ASK_CONFIRMATION,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_confirmation")


class OwnFrame(ShopAction):
    """New glasses in a frame that the customer has already."""

    action = "action_own_frame"
    answers = (OWN_FRAME,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_own_frame")


class TryOn(ShopAction):
    action = "action_try_on"
    answers = (TRY_ON,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_try_on")


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
