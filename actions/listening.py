"""Listening: to somebody who sees or hears badly, and to somebody who has to choose."""

import re
from dataclasses import dataclass

from rasa_sdk.events import SlotSet

from actions import phrases
from actions.base import ShopAction
from actions.stock import Reserve
from actions.turn import Event, Turn
from actions.wares import remember_wares, wares_named, wares_of
from actions.wording import money_words, service_words
from bot.shop import catalogue


@dataclass(frozen=True)
class _Problem:
    name: str
    """The end of its response: utter_problem_<name>."""
    signs: re.Pattern[str]
    service: str
    """What could be booked for it, if the customer wants to."""


def _problem(name: str, signs: str, service: str) -> _Problem:
    return _Problem(name, re.compile(signs, re.I), service)


# The first that fits is told of: from the particular to the general.
_PROBLEMS = (
    _problem(
        "new_glasses",
        r"(?:nieuwe?|net|pas) (?:\w+ )?(?:bril|glazen|multifocaal)|wennen|"
        r"(?:sinds|met) (?:m'?n|mijn|de) nieuwe",
        "adjustment",
    ),
    _problem("lenses", r"\blens|lenzen", "lens_fitting"),
    _problem("ringing", r"suis|piep|fluit|tinnitus|ruis in", "hearing_test"),
    _problem(
        "parties",
        r"feest|verjaardag|caf[eé]|restaurant|druk(?:te)?\b|rumoer|geroezemoes|gezelschap|"
        r"vergader|door elkaar|in (?:een|de) kring",
        "hearing_test",
    ),
    _problem(
        "hearing",
        r"hoor|oor\b|oren|versta|doof|geluid|tv .*hard|televisie|volume|wablief",
        "hearing_test",
    ),
    _problem(
        "night",
        r"nacht|donker|schemer|tegenligger|koplamp|avond|rijd|verblind",
        "eye_test",
    ),
    _problem(
        "dry",
        r"droog|droge|jeuk|brand(?:en|erig|t)|zand|tran|prik|pollen|hooikoorts",
        "eye_test",
    ),
    _problem(
        "child",
        r"kind|zoon|dochter|school|klas\b|bord\b",
        "eye_test",
    ),
    _problem("screen", r"scherm|computer|laptop|pc\b|kantoor|telefoon|mobiel|gamen", "eye_test"),
    _problem("headache", r"hoofdpijn|koppijn|moe\b|moede|vermoeid|migraine|duizelig", "eye_test"),
    _problem(
        "reading",
        r"lees|lezen|letter|krant|boek|kleine|dichtbij|etiket|menukaart|armen|draad",
        "eye_test",
    ),
)
_STYLE = "style_advice"
# What offers an appointment, and what is said by a shop that does not do that.
_WITHOUT_IT = {"utter_problem_next": "utter_problem_elsewhere"}
_ANY_PROBLEM = _problem("general", "", "eye_test")


def service_for(text: str) -> str | None:
    """Return the service that helps with the problem that a text tells of, if it tells of one."""
    if not phrases.SEES_BADLY.search(text):
        return None
    return next((one.service for one in _PROBLEMS if one.signs.search(text)), None)


class Problem(ShopAction):
    """Tell of the problem; on what is told next, say what would help and leave it at that."""

    action = "action_problem"
    answers = ("describe_problem",)

    def answer(self, turn: Turn) -> list[Event]:
        if turn.slot("topic") == "describe_problem" and turn.slot("mentioned_service"):
            if turn.slot("listening") == "advised":
                turn.say("utter_problem_noted")
                return []
            _say(turn, "utter_problem_next", turn.slot("mentioned_service"))
            return [SlotSet("listening", "advised")]
        problem = next((one for one in _PROBLEMS if one.signs.search(turn.text)), _ANY_PROBLEM)
        _say(turn, f"utter_problem_{problem.name}", problem.service)
        return [SlotSet("mentioned_service", problem.service), SlotSet("listening", "asked")]


def _say(turn: Turn, response: str, service: str) -> None:
    offered = catalogue.offered_service(service)
    if offered is None:
        # What needs the service's name or price stays unsaid.
        turn.say(_WITHOUT_IT.get(response, response), test_price="", service="", a_service="")
    else:
        turn.say(response, test_price=money_words(offered.price), **service_words(offered))


class Advice(ShopAction):
    """Ask what it is for, and on the answer say what helps to choose."""

    action = "action_advice"
    answers = ("ask_advice", "want_to_buy")

    def answer(self, turn: Turn) -> list[Event]:
        if turn.slot("topic") in self.answers and turn.slot("listening") == "asked":
            _say(turn, "utter_advice_next", _STYLE)
            return [SlotSet("listening", "advised"), SlotSet("mentioned_service", _STYLE)]
        wanted = wares_of(turn) if turn.intent == "want_to_buy" else None
        if wanted and wanted.only and turn.slot("mentioned_product") == wanted.only.sku:
            # The one that was just shown.
            return Reserve().answer(turn)
        turn.say(f"utter_{turn.intent}")
        return [SlotSet("listening", "asked"), *remember_wares(wares_named(turn))]
