"""What somebody wants against advice or out of turn: why not, and what then."""

import re

from actions.base import ShopAction
from actions.turn import Turn
from actions.wording import money_words
from bot.shop import catalogue

_DEMANDS = {
    "strength": re.compile(
        r"sterkte|dioptri|[-+]\s?\d|zonder (?:oog)?meting|glazen|niet (?:laten )?meten|"
        r"oude (?:recept|brilrecept)|zwaarder",
        re.I,
    ),
    "turn": re.compile(
        r"voorrang|voor\s?dringen|nu meteen|direct|vandaag nog|eerst|wacht\w*|spoed|nu\b|ertussen|"
        r"tussendoor|zo snel",
        re.I,
    ),
    "hours": re.compile(
        r"zondag|maandag|buiten (?:de )?(?:tijden|openings)|na sluit\w*|open (?:doen|blijven)|"
        r"langer open|eerder open|'?s avonds",
        re.I,
    ),
}


class Demand(ShopAction):
    action = "action_demand"
    answers = ("demand_special_treatment",)

    def answer(self, turn: Turn) -> None:
        kinds = (kind for kind, signs in _DEMANDS.items() if signs.search(turn.text))
        kind = next(kinds, "special_treatment")
        price = money_words(catalogue.service("eye_test").price)
        turn.say(f"utter_demand_{kind}", test_price=price)
