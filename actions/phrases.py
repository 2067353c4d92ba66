"""What people say, in whatever words: patterns by which a message is read on in its talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import name

_LEAD = r"^\W*(?:(?:nee+|neen|ho|wacht|oh?|ja|sorry|maar|dan|oke?|hm+)\b\W*)*"
GOES_ON = re.compile(
    _LEAD + r"(?:en|of|ook|plus|liever|(?:ik )?bedoel\w*|hoe zit|niet .*\bmaar)\b", re.I
)
OWN_QUESTION = re.compile(
    r"\b(?:wat|waar\w*|wanneer|wie|waarom|hoe(?! zit)\w*|kost\w*|prijs|duur|hebben|heb|verkop\w+|"
    r"afspraak|repare\w*|betal\w*|korting|parke\w*)\b",
    re.I,
)
CALLS = re.compile(
    r"\bik (?:ga )?(?:nu )?(?:bel\w*|ga naar) .*(?:huisarts|dokter|112|post|spoed)", re.I
)
CATCH = re.compile(
    r"kopen|koop|betal\w*|addertje|achter|voorwaarde\w*|haken|tegenover|terug\w*|verplicht|kosten|"
    r"kost\b|gratis|waarom",
    re.I,
)
CHEAPEST = re.compile(r"goedkoopst\w*|voordeligst\w*|goedkope?\b|voordelige?\b|niet te duur", re.I)
WALK_IN = re.compile(
    r"(?:moet|hoef|heb|dien)\w* .*\b(?:afspraak|afspreken)\b.*(?:maken|nodig|voor|\?)|"
    r"(?:zonder|ook zonder) afspraak|(?:zo|gewoon) (?:binnen|langs)\w*",
    re.I,
)
ASKS_WHY = re.compile(_LEAD + r"(?:waarom|waarvoor|hoezo)\b(?!.*\b(?:duur|prijs|geld|euro))", re.I)
DISCOUNT = re.compile(r"\bkorting\w*|\bkortingscode|aanbieding|uitverkoop", re.I)
INSISTS = re.compile(
    r"\bwil\b.*\btoch\b|\btoch wel\b|gewoon doen|maakt (?:me|mij) niet uit|ik betaal", re.I
)
OWN_WISH = re.compile(r"afspra\w*|bestel\w*|order\w*|nummer|\baf-|open\b|dicht\b", re.I)
# Whatever else it may sound like: with these nobody should read on.
STROKE = re.compile(
    r"\bmond(?:hoek)?\b.{0,30}\b(?:hangt|trekt|scheef)|scheve? mond|beroerte|"
    r"bewusteloos|flauwgevallen|"
    r"(?:ineens|plots\w*|opeens|sinds) .*niet (?:meer )?(?:praten|spreken)|"
    r"(?:ineens|plots\w*|opeens) .*(?:verlamd|gevoelloos)",
    re.I,
)
WHAT_TIME = re.compile(r"\b(?:hoe ?laat|(?:tot|vanaf) wanneer|tijden|tot hoe)\b", re.I)
HOW_LONG = re.compile(
    r"hoe ?lang (?:duurt|duurd|ben ik|zit ik)|hoeveel tijd|duurt (?:het|dat) lang", re.I
)
WHY = re.compile(
    _LEAD + r"(?:waarom|hoezo|hoe komt dat|wat is de reden)"
    r"(?: (?:dan|niet|wel|eigenlijk|toch|dat|is))*\W*$",
    re.I,
)
REALLY = re.compile(
    _LEAD + r"(?:echt|serieus|zeker|weet je (?:het|dat) zeker|meen je)\b.{0,18}$", re.I
)
FINE = re.compile(
    r"^\W*(?:ok[eé]*|okay|top|prima|helder|duidelijk|fijn|mooi|goed|super|perfect|aha|begrepen|"
    r"snap ik|cool|chill)(?:\W+\w+){0,2}\W*$",
    re.I,
)
TAKE_IT = re.compile(
    _LEAD + r"(?:graag|lijkt me|doen? (?:we|die|dat|er|maar|maar die)\b|doe (?:mij|me|m|er)\b|"
    r"(?:geef|neem|pak|plan|boek|regel|zet|reserveer)\b|die (?:wil|neem|doe|mag)|wil ik|"
    r"klinkt goed|ja\W*$|ja graag|jawel|laten we)",
    re.I,
)
ELSEWHERE = re.compile(
    r"\b(?:ga|gaan|koop|kopen|haal|bestel|kijk|zoek)\w*\b.*\b(?:naar|bij|online|verder|elders|"
    r"ergens anders|ander\w*|internet|concurrent\w*|daar ?heen|die winkel)\b|"
    r"\b(?:bij|op|in) .*(?:euro\b|€|goedkoper|minder)",
    re.I,
)

HOME_VISIT = re.compile(
    r"\b(?:aan huis|huisbezoek|(?:bij|langs) (?:mij|ons|hem|haar|m'?n \w+|mijn \w+|de \w+) thuis|"
    r"thuis (?:langs ?)?kom\w*|thuis (?:bij|laten)|verzorgings(?:te)?huis)\b",
    re.I,
)
# A detail that was given before is put right.
CORRECTS = re.compile(
    r"\b(?:sorry|bedoel\w*|nee|neen|toch|liever|moet (?:het )?\w+ zijn|wordt|wijzig|"
    r"verander|maak er|doe (?:dan |maar )?|kan het|mag het|in plaats|ipv|foutje|vergis\w*|"
    r"niet .* maar)\b",
    re.I,
)
# Where in a part of the day: "eind van de middag", "vroeg in de ochtend".
LATE_IN = re.compile(r"\b(?:eind\w*|laat|laatste|later) (?:van|vd|v/d|in|op|deel)\b", re.I)
# Threats, sexual remarks and contempt for what people are, however politely they begin.
ABUSE = re.compile(
    r"vermoord\w*|(?:maak|schiet|steek|sla|trap) (?:je|jou|jullie|hem|haar) (?:\w+ )?"
    r"(?:kapot|dood|neer|in elkaar|verrot)|in de fik|opblazen|bom (?:leggen|in)|"
    r"\b(?:kont|tieten|borsten|kut\w*|lul|neuk\w*|pijp me|geil\w*|naaktfoto\w*|seks met)\b|"
    r"\bfuck (?:you|off|jou|jullie)|\b(?:hoer|slet|tering|tyfus)\w*|"
    r"\bkanker(?:bot|wijf|lijer|zooi|robot|winkel|tent)\w*|"
    r"niet (?:door|van) (?:een|die|zo'?n) "
    r"(?:buitenlander|allochtoon|vrouw|zwarte|moslim|jood|homo)\w*",
    re.I,
)
# Said as if something had been agreed.
DEAL = re.compile(
    r"\d+ ?(?:%|procent|percent)|\bprocent\b|\bkorting\w*|\bdeal\b|euro (?:eraf|minder|korting)|"
    r"\bdiscount|\bfor free\b|goedkoper|prijsafspraak",
    re.I,
)
SEALS = re.compile(
    r"\b(?:akkoord|deal|geregeld|regel\w*|afgesproken|doen we|dus|staat genoteerd|tof|het kan wel|"
    r"beloofd?|afspraak is)\b",
    re.I,
)
# "Dus 129, klopt?", "dus dat kan, ja?": asks for a yes to what may not be so.
ASKS_FOR_YES = re.compile(
    r"^\W*(?:oke?,? )?dus\b|\b(?:klopt|toch|ja|hè|he|waar|afgesproken)\W*\?|\bklopt (?:dat|het)\b|"
    r"\bklopt toch\b|zeg (?:maar )?(?:gewoon |alleen )?ja\b",
    re.I,
)
# "De tweede", "die laatste graag": one of a few that were offered.
ORDINAL = re.compile(
    r"^\W*(?:(?:ja|ok[eé]?|doe|dan|maar|neem|graag|nee|liever|geef|mij|de|die|dat|optie|keuze|"
    r"nummer|bovenste|ik|wil|pak)\W+)*"
    r"(?:(?P<first>eerste?|bovenste|1e)|(?P<second>tweede|2e)|(?P<third>derde|3e)|"
    r"(?P<fourth>vierde|4e)|(?P<last>laatste|onderste))"
    r"(?:\W+(?:optie|keuze|tijd|moment|maar|graag|dan|is|goed|prima|doen|nemen|we|aub))*\W*$",
    re.I,
)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
OWN_APPOINTMENT = re.compile(r"\bafspra\w*|\baf-", re.I)


def in_danger(text: str) -> bool:
    return bool(STROKE.search(text))


def goes_elsewhere(text: str) -> bool:
    return bool(ELSEWHERE.search(text))


def is_in_another_script(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    others = [letter for letter in letters if not name(letter, "").startswith("LATIN")]
    return len(others) > len(letters) / 2


def chosen_of(offered: Sequence[str], text: str) -> str | None:
    """Return which of what was offered is meant by "de tweede" or "die laatste"."""
    said = ORDINAL.search(text)
    if not said:
        return None
    place = next(_PLACES[name] for name, found in said.groupdict().items() if found)
    return offered[place] if -len(offered) <= place < len(offered) else None
