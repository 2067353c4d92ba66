"""What the shop stands for after a sale, and what it does for what was sold elsewhere."""

import re

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.turn import Event, Turn
from bot.shop.models import Shop

_HERE = re.compile(r"\b(?:bij|van|in) (?:jullie|u|ulder|helder|deze winkel)\b|\bhier gekocht", re.I)
_ELSEWHERE = re.compile(
    r"ander\w*|elders|niet (?:bij|van) (?:jullie|u)\b|pearle|specsavers|anders", re.I
)
# Which thing it is about may have been said a few messages before.
_TALK = 3
_HEARING = re.compile(r"hoor\w*|gehoor\w*", re.I)
# Dutch health insurers and labels, so that one with which the shop does not work is told apart.
_INSURERS = re.compile(
    r"\b(?:vgz|cz|menzis|zilveren kruis|achmea|dsw|onvz|asr|a\.s\.r\.|fbto|ohra|interpolis|"
    r"univ[eé]|ditzo|zorg en zekerheid|salland|eno|stad holland|pma|just|aevitae|"
    r"promovendum|besured|unitedconsumers|iza|umc|anderzorg|hema|prolife|de friesland|zekur)\b",
    re.I,
)


class Warranty(ShopAction):
    action = "action_warranty"
    answers = ("ask_warranty",)

    def answer(self, turn: Turn) -> None:
        bought_elsewhere = turn.slot("topic") == "service_bought_elsewhere"
        if _HEARING.search(" ".join(turn.said_before[-_TALK:])):
            turn.say("utter_warranty_hearing")
        elif bought_elsewhere or _ELSEWHERE.search(turn.text):
            turn.say("utter_warranty_elsewhere")
        else:
            turn.say("utter_ask_warranty")


class BoughtElsewhere(ShopAction):
    action = "action_bought_elsewhere"
    answers = ("service_bought_elsewhere",)

    def answer(self, turn: Turn) -> list[Event]:
        here = _HERE.search(turn.text) and not _ELSEWHERE.search(turn.text)
        bought = here and re.search(r"gekocht|gehaald|vandaan", turn.text, re.I)
        if bought:
            turn.say("utter_bought_here")
            return [SlotSet("topic", "ask_repair")]
        turn.say("utter_service_bought_elsewhere")
        return []


class Insurance(ShopAction):
    action = "action_insurance"
    answers = ("ask_insurance",)

    def answer(self, turn: Turn) -> None:
        asked = _INSURERS.search(turn.text)
        known = {insurer.casefold() for insurer in Shop.current().rules.insurers}
        if asked and asked.group().casefold() not in known:
            turn.say("utter_insurer_unknown")
        else:
            turn.say("utter_ask_insurance")
