"""No discount, whoever asks and however: honest, with a reason, never twice in the same words."""

import re

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.phrases import goes_elsewhere
from actions.topics import TOLD_BY_SHOP
from actions.turn import Event, Turn

_COMPETITOR = re.compile(
    r"specsavers|hans ?anders|pearle|eye ?wish|eyes and more|ace ?&? ?tate|action\b|lidl|kruidvat|"
    r"bol\.?com|zalando|mister spex|online|internet|webshop|concurrent\w*|turkije|duitsland|"
    r"\b(?:ander|andere|elders|ergens anders|overkant|verderop|buren)\b",
    re.I,
)
_PATIENT_TIMES = 2


class Discount(ShopAction):
    """Say no with the reason, then shorter; about another shop be fair and let go."""

    action = "action_discount"
    answers = ("ask_discount", "negotiate_price", "price_objection")

    def answer(self, turn: Turn) -> list[Event]:
        asked = int(turn.slot("discounts_asked") or 0)
        turn.say(self._response(turn, asked))
        if turn.intent == "price_objection":
            return []
        return [SlotSet("discounts_asked", asked + 1)]

    def _response(self, turn: Turn, asked: int) -> str:
        if asked and turn.intent == "negotiate_price" and goes_elsewhere(turn.text):
            return "utter_competitor"
        if _COMPETITOR.search(turn.text):
            return "utter_competitor"
        if turn.intent == "price_objection" or not asked:
            return f"utter_{turn.intent}"
        return "utter_discount_again" if asked < _PATIENT_TIMES else "utter_discount_last"


class ToldByTheShop(ShopAction):
    """Somebody says that the shop's people promised a price: who knows of it are they, not we."""

    action = "action_told_by_the_shop"
    answers = (TOLD_BY_SHOP,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_told_by_the_shop")
