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
DISCOUNT = re.compile(
    r"\bkorting\w*|\baanbieding\w*|\buitverkoop|\btarie(?:f|ve)\w*|\bmats(?:en|t|je)?\b|"
    r"\brabatt?\b|"
    r"\bremise\b|\bdiscount|\bblack ?friday|\bsolden\b|\biets extra|\bvoordeeltje|"
    r"\bvriendenprijs\w*|"
    r"\b(?:iets|wat|beetje|prijs) (?:\w+ ){0,3}af\b|\bscheelt\b",
    re.I,
)
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
# "Zaterdag heb ik een bruiloft, lukt dat nog?"
IN_TIME = re.compile(
    r"\b(?:lukt|red(?:t|den)?|haal\w*|kan) (?:dat|het|je|jij|jullie|ik|ge|u)?\b.*"
    r"\b(?:nog|op tijd|vandaag|voor die tijd|morgen|klaar)\b",
    re.I,
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
    r"ergens anders|ander\w*|internet|concurrent\w*|daar ?heen|naartoe|heen|die winkel)\b|"
    r"\b(?:bij|op|in) .*(?:euro\b|€|goedkoper|minder)",
    re.I,
)

HOME_VISIT = re.compile(
    r"\b(?:aan huis|huisbezoek|(?:bij|langs) (?:mij|ons|hem|haar|m'?n \w+|mijn \w+|de \w+) thuis|"
    r"thuis (?:langs ?)?kom\w*|thuis (?:bij|laten)|verzorgings(?:te)?huis)\b",
    re.I,
)
# Something is broken, whatever else is told of it.
BROKEN = re.compile(
    r"\b(?:bril\w*|montu\w+|poot\w*|glas|glazen|scharnier\w*|hoortoestel\w*|schroef\w*)\b.*"
    r"\b(?:kapot|stuk|gebroken|afgebroken|doormidden|eraf|gevallen)\b",
    re.I,
)
MENDS = re.compile(r"\b(?:gemaakt|maken|repar\w+|gerepareerd|fixen|lijmen|solderen)\b", re.I)
# What is put right at the counter.
SITS_BADLY = re.compile(
    r"\b(?:scheef|los|strak|knel\w*|zakt|schuift|glijdt|drukt|schroef\w*|neuspoot\w*|neusje)\b",
    re.I,
)
COME_NOW = re.compile(
    r"\b(?:kan|mag|zal) (?:ik|hij|ze|we)\b.*\b(?:nu|meteen|direct|gelijk|straks|zo)\b.*"
    r"\b(?:kom\w*|langs\w*|terecht|binnen\w*)|\bkan (?:ik )?(?:nu|meteen) (?:komen|langs\w*|"
    r"terecht)",
    re.I,
)
LAUGHS = re.compile(r"^\W*(?:(?:ha){2,}\w*|lol|haha\w*|grappig|goeie|leuke?|die is goed)\b", re.I)
WHO_ARE_YOU = re.compile(
    r"\bhoe heet (?:je|jij|u)\b|\bwie ben (?:je|jij)\b|\bwie bent u\b|"
    r"\bwat is (?:je|jouw|uw) naam\b",
    re.I,
)
# "Kunnen jullie mij niet voor laten gaan op de rest?"
BEFORE_OTHERS = re.compile(
    r"\b(?:voorrang|voordringen|voorkruipen)\b|\bvoor (?:laten )?(?:gaan|mogen) op\b|"
    r"\b(?:me|mij|ons) (?:\w+ ){0,2}(?:voor|voorgaan) ?laten\b|"
    r"\b(?:eerder|sneller) dan (?:de rest|anderen|iedereen)\b",
    re.I,
)
# "Zullen we vrienden worden?", and "hoe weet ik of het klopt wat je zegt?".
ASKED_OF_A_BOT = re.compile(
    r"\b(?:zullen|kunnen|wil|zijn|worden) (?:we|wij|je|jij) (?:\w+ ){0,3}vriend(?:en|in|jes?)?\b|"
    r"\b(?:hou|houd) (?:je|jij) van (?:me|mij)\b|"
    r"\b(?:ben|word|voel) (?:je|jij) (?:\w+ ){0,4}(?:eenzaam|verliefd|verdrietig)\b|"
    r"\bheb (?:je|jij) (?:\w+ ){0,3}(?:gevoelens?|emoties?)\b|"
    r"\bhoe weet ik (?:\w+ ){0,5}(?:klopt|waar is) wat (?:je|jij|u) "
    r"(?:me |mij )?(?:zegt|vertelt|schrijft)\b|"
    r"\bkan ik (?:je|jou|u) (?:wel )?(?:vertrouwen|geloven)\b",
    re.I,
)
# "Moet ik dan een nieuwe bril?", after something was told about one's eyes or ears.
WHAT_IT_NEEDS = re.compile(
    r"\bmoet ik\b|\bheb ik\b.*\bnodig\b|\bhelpt (?:dat|het|een)\b|\bis (?:dat|het) erg\b", re.I
)
_SEES_OR_HEARS = r"(?:zie[nt]?|hoort?|horen|leest?|lezen|versta\w*|zicht|gehoor|ogen|oog|oren|oor)"
_BADLY = (
    r"(?:slecht\w*|minder|achteruit\w*|moeite|wazig\w*|lastig|vaag|last van|niet (?:zo |meer |"
    r"echt )*goed|"
    r"bijna niks|niks meer|weinig)"
)
SEES_BADLY = re.compile(
    rf"\b{_SEES_OR_HEARS}\b.*\b{_BADLY}\b|\b{_BADLY}\b.*\b{_SEES_OR_HEARS}\b", re.I
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
# "Zeg de oogmeting maar af", "annuleer de hoortest".
CALLS_OFF = re.compile(
    r"\b(?:zeg|zegt|zeggen|bel)\b.*\baf\b|\bafzeg\w*|\bafgezegd|\bannule\w*|\bcancel\w*|"
    r"\bschrap\w*",
    re.I,
)
MOVES = re.compile(
    r"\bverz(?:et|ett?en)\b|\bverplaats\w*|\bverschui\w*|\bversch(?:oven|uif)\b|"
    r"\bandere? (?:dag|tijd|moment|datum|keer)|\bwijzig\w*",
    re.I,
)
# "Toch wel", after "laat maar".
AFTER_ALL = re.compile(
    _LEAD + r"(?:(?:ik (?:wil|doe)|doe|laat)\W+)?(?:het |'t |hem )?toch (?:maar )?"
    r"(?:wel|graag|even|doen|verder|inplannen|maken)\b|"
    + _LEAD
    + r"(?:bij nader inzien|ik bedenk me|ik heb me bedacht|ga (?:toch |maar )*verder)\b",
    re.I,
)
# "En die daarna?", after a day.
NEXT_ONE = re.compile(
    _LEAD + r"(?:en |of )*(?:die|dat|de dag|dan) (?:daar|er)(?:na|op|voor)\W*$", re.I
)
HOURS = re.compile(r"\bopen\w*|\bdicht\b|\bgesloten\b|\bsluit\w*|\bwinkeltijden", re.I)
STILL = re.compile(r"\bnog (?:steeds|altijd)\b|\bnog niet\b", re.I)
NO_NUMBER = re.compile(
    r"kwijt|weet\b.*\bniet|geen (?:bestel|order|afspraak)?nummer|niet bij (?:de hand|me|mij)|"
    r"heb\w* (?:\w+ )?(?:het|dat|geen|'t) (?:\w+ )?(?:nummer|niet)",
    re.I,
)
NEXT_WEEK = re.compile(r"\b(?:volgende|komende|aankomende|andere) week\b", re.I)
WHEN = re.compile(r"\bweek\b|\bmaand\b|dag\b|\bmorgen\b|\bweekend\b", re.I)
DIFFERENCE = re.compile(r"\bverschil\w*\b", re.I)
# A second appointment, while the first is being made.
ONE_MORE = re.compile(r"\b(?:ook|nog|daarna|erna|aansluitend|tegelijk)\b", re.I)
ORDERED = re.compile(r"\bbesteld\b", re.I)
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
