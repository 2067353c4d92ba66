"""A word about nothing: how it goes, the weather, the season."""

import re

from actions.base import ShopAction
from actions.turn import Turn
from bot import clock

_HOW = re.compile(
    r"hoe (?:gaat|is|voel|lig|loopt)|alles goed|gaat ?'?t|hoe ist|lekker geslapen", re.I
)
_WEATHER = re.compile(
    r"weer(?:tje)?\b|regen\w*|zon\b|zonnetje|koud|warm|wind\w*|storm\w*|sneeuw\w*|vries\w*|mist\w*|ijs|glad|"
    r"herfst|winter|zomer|lente|voorjaar|hitte|bui",
    re.I,
)
_SEASONS = ("winter", "spring", "summer", "autumn")


class SmallTalk(ShopAction):
    action = "action_small_talk"
    answers = ("small_talk",)

    def answer(self, turn: Turn) -> None:
        if _HOW.search(turn.text):
            turn.say("utter_small_talk_how")
        elif _WEATHER.search(turn.text):
            turn.say(f"utter_small_talk_{_SEASONS[clock.today().month % 12 // 3]}")
        else:
            turn.say("utter_small_talk")
