"""What somebody wants against advice or out of turn: why not, and what then."""

import re

from actions.base import ShopAction
from actions.hours import tell_hours
from actions.turn import Turn
from actions.wording import money_words
from bot.shop import catalogue

_DEMANDS = {
    "person": re.compile(
        r"\b(?:door|van) (?:een |de )?(?:vrouw|man|dame|heer|meisje|jongen|meneer|mevrouw)\b", re.I
    ),
    "order": re.compile(
        r"\b(?:bestel\w*|bril|lenzen|pakket\w*)\b.*\b(?:morgen|vandaag|binnen|klaar|eerder|sneller|af)\b|"
        r"\b(?:morgen|vandaag|uiterlijk)\b.*\b(?:binnen|klaar|in huis|geleverd|bezorg\w*)\b",
        re.I,
    ),
    "strength": re.compile(
        r"sterkte|dioptri|[-+]\s?\d|zonder (?:oog)?meting|glazen|niet (?:laten )?meten|"
        r"oude (?:recept|brilrecept)|zwaarder",
        re.I,
    ),
    "hours": re.compile(
        r"zondag|maandag|buiten (?:de )?(?:tijden|openings)|na sluit\w*|"
        r"\bopen\w*\b|opengaa\w*|opengaan|(?:langer|eerder) open|'?s (?:avonds|nachts|ochtends)|"
        r"\bom \d{1,2} uur\b|voor (?:openings\w*|jullie open)",
        re.I,
    ),
    "turn": re.compile(
        r"voorrang|voor\s?dringen|nu meteen|direct|vandaag nog|eerst|wacht\w*|spoed|nu\b|ertussen|"
        r"tussendoor|zo snel",
        re.I,
    ),
}


_OF_AN_ORDER_TOO = {"special_treatment", "turn"}


class Demand(ShopAction):
    action = "action_demand"
    answers = ("demand_special_treatment",)

    def answer(self, turn: Turn) -> None:
        kinds = (kind for kind, signs in _DEMANDS.items() if signs.search(turn.text))
        kind = next(kinds, "special_treatment")
        if turn.slot("topic") == "order_status" and kind in _OF_AN_ORDER_TOO:
            kind = "order"
        if kind == "hours":
            turn.say("utter_demand_hours")
            tell_hours(turn)
            return
        test = catalogue.offered_service("eye_test")
        turn.say(f"utter_demand_{kind}", test_price=money_words(test.price) if test else "")
