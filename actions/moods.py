"""How somebody seems to be: the bot says once that it noticed, and then keeps it short."""

from __future__ import annotations

import re

from actions.turn import Turn

# With these nothing else is said: whatever was asked, it is not the time for it.
ALONE = {"sad"}
_SIGNS = {
    "sad": r"\b(?:zo|erg|heel) eenzaam|\bben (?:zo )?(?:eenzaam|verdrietig|somber|wanhopig)|"
    r"\b(?:word|ga) (?:ik )?blind (?:word\w*)?|blind (?:word|ga worden)",
    "grief": r"overleden|overlijden|begrafenis|crematie|uitvaart|weduwe|weduwnaar|\brouw\w*|"
    r"gestorven|verloren aan|er niet meer is",
    "hurry": r"\b(?:haast|gehaast|spoed)\b|geen tijd\b|snel(?:le)? (?:even|antwoord|vraag)|"
    r"(?:moet|ga) zo (?:weg|door|rijden)|ff snel|over (?:vijf|tien|5|10) min\w*|"
    r"schiet (?:eens )?op",
    "simple": r"(?:nederlands|taal) (?:is )?(?:nog )?(?:niet|moeilijk|beetje|slecht)|"
    r"leer(?:en)? (?:nog )?nederlands|nederlands (?:ik )?(?:nog )?leer|"
    r"niet (?:zo )?goed nederlands|beetje nederlands|"
    r"moeilijke woorden|"
    r"(?:makkelijk|simpel|eenvoudig)\w* (?:schrijven|uitleggen|woorden|taal)",
    "money": r"(?:geen|weinig|niet veel|amper) (?:geld|centen)|bijstand|uitkering|minima|schuld\w*|"
    r"voedselbank|krap (?:bij kas|zitten)|kan (?:ik|het|dat) niet betalen|"
    r"(?:kan|kunnen) geen \w*(?: \w+)? betalen|rondkomen|"
    r"niet (?:zo )?breed",
}
_SEEN = {mood: re.compile(rf"(?:{signs})", re.I) for mood, signs in _SIGNS.items()}


def shows(text: str, mood: str) -> bool:
    return bool(_SEEN[mood].search(text))


def noticed(turn: Turn) -> str | None:
    """Return a mood that this message shows and that was not noticed before."""
    for mood, signs in _SEEN.items():
        if signs.search(turn.text):
            return None if turn.slot("mood") == mood else mood
    return None
