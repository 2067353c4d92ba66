"""What the shop stands for after a sale, and what it does for what was sold elsewhere."""

import re

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.claims import days_in, years_in
from actions.turn import Event, Turn
from bot.shop.models import Shop

_HERE = re.compile(r"\b(?:bij|van|in) (?:jullie|u|ulder|helder|deze winkel)\b|\bhier gekocht", re.I)
_ELSEWHERE = re.compile(
    r"ander\w*|elders|niet (?:bij|van) (?:jullie|u)\b|pearle|specsavers|anders", re.I
)
# Which thing it is about may have been said a few messages before.
_TALK = 3
_HEARING = re.compile(r"hoor\w*|gehoor\w*", re.I)
_SCRATCH = re.compile(r"kras\w*|bekras\w*", re.I)
_PRICE_PROMISE = re.compile(r"prijs ?garantie|laagste prijs|goedkoper (?:vind|zie)", re.I)
# "Zeg eens iets gemeens over Specsavers."
_ABOUT_ANOTHER_SHOP = re.compile(
    r"\bover (?:de |een )?(?:specsavers|pearle|hans anders|eyewish|concurrent\w*|andere winkel\w*)",
    re.I,
)
_THING = re.compile(
    r"\b(?:\w*bril\w*|montu\w+|glas|glazen|len[sz]\w*|toestel\w*|hoor\w*|kocht|gekocht|koop|"
    r"van jullie|klant\w*|poot\w*|schroef\w*)\b",
    re.I,
)
# Dutch health insurers and labels, so that one with which the shop does not work is told apart.
_INSURERS = re.compile(
    r"\b(?:vgz|cz|menzis|zilveren kruis|achmea|dsw|onvz|asr|a\.s\.r\.|fbto|ohra|interpolis|"
    r"univ[eé]|ditzo|zorg en zekerheid|salland|eno|stad holland|pma|just|aevitae|"
    r"promovendum|besured|unitedconsumers|iza|umc|anderzorg|hema|prolife|de friesland|zekur)\b",
    re.I,
)


class ReturnProduct(ShopAction):
    action = "action_return"
    answers = ("return_product",)

    def answer(self, turn: Turn) -> None:
        days = days_in(turn.text)
        if days is not None and days > Shop.current().rules.return_days:
            turn.say("utter_return_too_late")
        else:
            turn.say("utter_return_product")


class Warranty(ShopAction):
    action = "action_warranty"
    answers = ("ask_warranty",)

    def answer(self, turn: Turn) -> None:
        rules = Shop.current().rules
        covered = "covered" if rules.glass_scratch_warranty else "not_covered"
        asked = years_in(turn.text)
        bought_elsewhere = turn.slot("topic") == "service_bought_elsewhere"
        if _PRICE_PROMISE.search(turn.text):
            turn.say("utter_no_price_promise")
        elif _HEARING.search(" ".join(turn.said_before[-_TALK:])):
            turn.say("utter_warranty_hearing")
        elif bought_elsewhere or _ELSEWHERE.search(turn.text):
            turn.say("utter_warranty_elsewhere")
        elif _SCRATCH.search(turn.text):
            turn.say(f"utter_scratches_{covered}")
        elif asked and asked > max(rules.frame_warranty_years, rules.glass_warranty_years):
            turn.say("utter_warranty_shorter")
        else:
            turn.say(f"utter_warranty_scratches_{covered}")


class BoughtElsewhere(ShopAction):
    action = "action_bought_elsewhere"
    answers = ("service_bought_elsewhere",)

    def answer(self, turn: Turn) -> list[Event]:
        here = _HERE.search(turn.text) and not _ELSEWHERE.search(turn.text)
        bought = here and re.search(r"gekocht|gehaald|vandaan", turn.text, re.I)
        if _ABOUT_ANOTHER_SHOP.search(turn.text):
            turn.say("utter_about_another_shop")
            return []
        if bought:
            turn.say("utter_bought_here")
            return [SlotSet("topic", "ask_repair")]
        named = turn.slot("topic") or any(s.search(turn.whole_text) for s in (_THING, _ELSEWHERE))
        turn.say("utter_service_bought_elsewhere" if named else "utter_for_everybody")
        return []


class Insurance(ShopAction):
    action = "action_insurance"
    answers = ("ask_insurance",)

    def answer(self, turn: Turn) -> None:
        insurers = Shop.current().rules.insurers
        asked = _INSURERS.search(turn.text)
        known = {insurer.casefold() for insurer in insurers}
        if not insurers:
            turn.say("utter_no_insurers")
        elif asked and asked.group().casefold() not in known:
            turn.say("utter_insurer_unknown")
        else:
            turn.say("utter_ask_insurance")
