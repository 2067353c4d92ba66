"""How things get to people: by post, or the shop's people to a customer's home."""

from __future__ import annotations

import re
from datetime import datetime

from rasa_sdk.events import SlotSet

from actions.asked import SENT, SOON
from actions.base import ShopAction
from actions.claims import country_in
from actions.moments import as_day, as_moment
from actions.topics import ASK_HOME_VISIT
from actions.turn import Event, Turn
from actions.wording import country_words, days_words
from bot import clock
from bot.shop.catalogue import KINDS_OF_GLASSES
from bot.shop.models import Shop, Weekday

_COMES_HOME = re.compile(
    r"\b(?:aan huis|huisbezoek|koffer|erf|bedlegerig|rolstoel|slecht ter been|"
    r"verzorgings(?:te)?huis)\b|"
    r"\bniet (?:meer )?(?:lopen|komen|naar buiten|de deur uit)|"
    r"\bthuis\b.*\bkom\w*|\bkom\w*\b.*\b(?:thuis|naar (?:mij|ons|mijn|hem|haar))\b|"
    r"\blangs ?kom\w* bij",
    re.I,
)
_GLASSES = re.compile(r"\b(?:\w*bril(?:len)?|montu\w+)\b", re.I)
_HOW = re.compile(
    r"\b(?:hoe regel|regel\w*|plan\w*|afspra\w*|inplan\w*|aanvra\w*|doe (?:maar|dat))\b", re.I
)
# Parts of a day that a shop names, and the hours that lie in them.
_PARTS = {"ochtend": (0, 12), "middag": (12, 18), "avond": (18, 24)}


class Delivery(ShopAction):
    action = "action_delivery"
    answers = ("ask_delivery",)

    def answer(self, turn: Turn) -> list[Event]:
        if _COMES_HOME.search(turn.text) and not SENT.search(turn.text):
            HomeVisit().answer(turn)
            return [SlotSet("topic", ASK_HOME_VISIT)]
        rules = Shop.current().rules
        country = country_in(turn.text)
        if not rules.delivery_countries:
            turn.say("utter_no_delivery")
        elif country and country not in rules.delivery_countries:
            turn.say("utter_delivery_not_there", country=country_words(country))
        elif turn.entity("kind") in KINDS_OF_GLASSES or _GLASSES.search(turn.text):
            turn.say("utter_delivery_no_glasses")
        elif _is_sooner_than_possible(turn, rules.delivery_days):
            turn.say("utter_delivery_not_so_soon", days=days_words(rules.delivery_days))
        else:
            turn.say("utter_ask_delivery", days=days_words(rules.delivery_days))
        return []


class HomeVisit(ShopAction):
    """Whether somebody comes to a customer's home, and on the day that was asked."""

    action = "action_home_visit"
    answers = (ASK_HOME_VISIT,)

    def answer(self, turn: Turn) -> None:
        visits = Shop.current().rules.home_visits
        if not visits:
            turn.say("utter_no_home_visits")
        elif _is_at_another_time(turn, visits):
            turn.say("utter_home_visits_not_then")
        elif _HOW.search(turn.text):
            turn.say("utter_home_visits_arrange")
        else:
            turn.say("utter_home_visits")


def _is_sooner_than_possible(turn: Turn, days: int) -> bool:
    if days and SOON.search(turn.text):
        return True
    wanted = [as_day(entity["value"]) for entity in turn.entities("time")]
    return any((day - clock.today()).days < days for day in wanted)


def _is_at_another_time(turn: Turn, visits: str) -> bool:
    """Whether a day or an hour is asked that the shop's own words about its visits do not name."""
    days = [day for day in Weekday if day.label in visits.lower()]
    hours = [span for part, span in _PARTS.items() if part in visits.lower()]
    for entity in turn.entities("time"):
        value = entity["value"]
        if days and as_day(value).weekday() not in days and entity.get("said_day", True):
            return True
        if "T" in value and hours and not _lies_in(_middle_of(value), hours):
            return True
    return False


def _middle_of(value: str) -> datetime:
    first, *last = (as_moment(side) for side in value.split("/"))
    return first + (last[0] - first) / 2 if last else first


def _lies_in(moment: datetime, spans: list[tuple[int, int]]) -> bool:
    return any(start <= moment.hour < end for start, end in spans)
