"""An emergency: who to call, in the order in which it matters."""

import re

from rasa_sdk.events import FollowupAction

from actions.base import ShopAction
from actions.phrases import in_danger
from actions.turn import Event, Turn

_KINDS = {
    # Signs of a stroke, or somebody who is not well at all: the ambulance, not the doctor.
    "ambulance": re.compile(
        r"scheef gezicht|(?:praat|praten|spreken) "
        r"(?:niet|raar|onduidelijk)|niet (?:meer|goed) (?:\w+ )?(?:praten|spreken)|verlam\w*|"
        r"(?:arm|been|kant) (?:\w+ )?(?:slap|doof|gevoelloos|niet meer)|adem",
        re.I,
    ),
    "chemical": re.compile(
        r"bleek\w*|chloor|zuur|loog|ontstopper|schoonmaak\w*|kalk|cement|bijtend\w*|ammonia|azijn|"
        r"lijm|vaatwas\w*|ontkalk\w*|spiritus|terpentine",
        re.I,
    ),
    "in_the_eye": re.compile(
        r"\b(?:splinter\w*|scherf\w*|scherven|staaf\w*|vuurwerk|verf|zand|stof\w*|metaal\w*|ijzer\w*|"
        r"zaagsel|vuil\w*|tak(?:je)?|glas(?:splinter)?\w*|iets|wat|spul)\b.{0,25}"
        r"\bin (?:m'?n|mijn|het|zijn|haar|'t|z'?n|d'?r|een)? ?oo?g|\boog geprikt|vuurwerk",
        re.I,
    ),
    "hearing": re.compile(r"\b(?:oor|oren|hoor\w*|doof\w*|gehoor)\b", re.I),
}
# What an optician is told of; anything else that is urgent is for 112 or 113.
_BODY = re.compile(
    r"\b(?:oo?g\w*|zie\w*|zag|zicht|kijk\w*|blind|beeld|flits\w*|vlek\w*|gordijn|lens|lenzen|glas\w*|"
    r"splinter|verf|pijn|rood|rode|bloed\w*|wazig|dubbel|scherf\w*|staaf\w*|vuurwerk|spoel\w*)",
    re.I,
)


class Urgency(ShopAction):
    action = "action_urgency"
    answers = ("medical_urgency",)

    def answer(self, turn: Turn) -> list[Event]:
        """Tell it, and ask nothing more, whatever form was going on."""
        told = " ".join(turn.said_before[-3:])
        kinds = (kind for kind, signs in _KINDS.items() if signs.search(told))
        kind = "ambulance" if in_danger(told) else next(kinds, None)
        if kind is None and not _BODY.search(told):
            kind = "danger"
        turn.say(f"utter_urgency_{kind}" if kind else "utter_medical_urgency")
        return [*turn.leaving_form(), FollowupAction("action_listen")] if turn.form else []
