"""Questions about facts that have no intent of their own: patterns by which they are known."""

from __future__ import annotations

import re
from functools import cache

from actions.claims import amount_in, colour_in
from actions.wares import named_models
from bot.shop.models import Shop

# Asked of what is to come; "mijn oog doet pijn" tells of what is.
PAIN = re.compile(
    r"^\W*(?:(?:en|maar|oh?|hoi|wat|is het zo dat)\b\W*)*"
    r"(?:doe(?:t|n) (?:dat|het|die|zo'?n|een|de)\b(?: \w+){0,2} pijn|"
    r"is (?:dat|het|zo'?n \w+|een \w+) (?:pijnlijk|eng))\b(?!.*\b(?:nu|al|sinds|oog|oor)\b)",
    re.I,
)
DIFFERENCE = re.compile(r"\bversch\w+|\banders(?: dan| aan)\b|\b(?:het|de) ?zelfde\b", re.I)
BRING = re.compile(
    r"\b(?:moet|hoef|wat|iets|dingen|zal)\b.*\b(?:mee ?(?:te )?(?:nemen|brengen)|meenemen|"
    r"meebrengen)|"
    r"\bwat .*\bmee\W*$",
    re.I,
)
_PEOPLE = (
    r"(?:man|vrouw|partner|moeder|ma|mam|vader|pa|pap|ouders?|dochter\w*|zoon\w*|vriend\w*|kind\w*|"
    r"baby|iemand|zus|broer|buur\w+|oma|opa|begeleider|mantelzorger)"
)
COMPANY = re.compile(
    rf"\b{_PEOPLE}\b.{{0,20}}\bmee(?:komen|nemen|brengen|gaan)?\b|"
    rf"\bmee(?:komen|nemen|brengen|gaan)\b.{{0,20}}\b{_PEOPLE}\b",
    re.I,
)
CONFIRMATION = re.compile(
    r"bevestig\w*|herinnering|\bper (?:mail|e-?mail|sms|app)\b|\b(?:liever|"
    r"via) (?:de )?(?:e-?mail|app)\b|"
    r"(?:krijg|stuur|mail|app)\w*\b.*\b(?:mail(?:tje)?|sms|app(?:je)?)\b",
    re.I,
)
FREE = re.compile(
    r"\bgratis\b|\b(?:niks|niets)\b.*\bkost|kost\w*\b.*\b(?:niks|niets|wat|iets|geld|"
    r"extra)\b|voor niets",
    re.I,
)
# Diseases and medicines: a doctor's, not an optician's.
MEDICAL = re.compile(
    r"\bglau[ck]oo?m\w*|\bstaar\b|\bcataract\w*|\boogdruppel\w*|\bmacula\w*|\bnetvlies\w*|"
    r"\bontstoken oog|\boogontsteking|\bstrontje|\bbindvlies\w*|\bantibiotica|\bmedicijn\w*|"
    r"\boorontsteking|\boordruppel\w*|\bdiabetes\b.*\bo(?:og|gen)\b",
    re.I,
)
_SOLD = re.compile(r"verko\w+|hebben jullie|kost|prijs|koop\w*", re.I)
RESERVE = re.compile(
    r"\breserve\w+|\b(?:hou|houd|houden|leg|leggen|zet|zetten|bewaar\w*)\b.*\b(?:apart|"
    r"opzij|achter|voor mij)\b|"
    r"\bapart ?(?:leggen|houden|zetten)|\bachterhouden",
    re.I,
)
HOUSE_HABIT = re.compile(
    r"\b(?:mag|mogen|kan)\b.*\b(?:eten|drinken|roken|hond\w*|huisdier\w*|kat|"
    r"foto'?s? (?:maken|nemen)|"
    r"filmen|naar de wc|toilet)\b",
    re.I,
)
EXPECTED = re.compile(
    r"\b(?:wanneer|hoe ?lang)\b.*\b(?:er|weer|binnen|leverbaar|verwacht\w*|terug|komt|komen)\b|"
    r"\bkomt (?:die|hij|ie|er|deze) (?:nog|weer)\b",
    re.I,
)
# New glasses in what one has already.
OWN_FRAME = re.compile(
    r"\b(?:oude?|eigen|huidige|bestaande)\b(?: \w+)? (?:montu\w+|bril\w*)\b.*"
    r"\b(?:houd\w*|hergebruik\w*|gebruik\w*|mee ?(?:nemen|brengen)|nieuwe glazen|"
    r"andere glazen|laten zetten|nog goed)\b|"
    r"\b(?:nieuwe|andere|alleen) glazen\b.*\b(?:oude?|eigen|huidige|bestaande|mijn)\b.*"
    r"\b(?:montu\w+|bril)\b",
    re.I,
)
TRY_ON = re.compile(
    r"\b(?:mag|kan|kun|mogen|kom|wil)\b.*\b(?:montu\w+|bril\w*)\b.*"
    r"\b(?:passen|opzetten|proberen|uitproberen)\b",
    re.I,
)
WITH_GLASSES = re.compile(
    r"\b(?:met|inclusief|incl|plus) (?:de |die |\w+e )?glazen|glazen (?:erbij|inbegrepen)|"
    r"\bop sterkte\b",
    re.I,
)
# By post, whoever can't come for it.
SENT = re.compile(
    r"\b(?:verzend\w*|verstu\w+|opstu\w+|stu(?:u)?r\w*|bezorg\w*|post\w*|pakket\w*)\b", re.I
)
OPEN_FOR_ME = re.compile(
    r"\b(?:eerder|vroeger|langer|later) open|\bvoor (?:mij|ons) open|"
    r"\bopen\w* (?:\w+ )?voor (?:mij|ons)\b",
    re.I,
)
SOON = re.compile(
    r"\b(?:vandaag|vanmiddag|vanavond|morgen|binnen (?:een|1|\d) uur|meteen|direct|nu nog|spoed|"
    r"zelfde dag)\b",
    re.I,
)
# What one would have to do for what is free.
IN_RETURN = re.compile(r"\b(?:daarvoor|ervoor|daar voor|er voor|terug|tegenover)\b", re.I)
FOR_A_CHILD = re.compile(r"\b(?:kind\w*|zoontje|dochtertje|meisje|jongetje|kleuter)\b", re.I)
SCRATCHES = re.compile(r"\b(?:be)?kras\w*", re.I)
_BUDGET = re.compile(
    r"\b(?:heb|hebben|budget|hooguit|hoogstens|maximaal|meer dan|uitgeven|besteden|te besteden)\b",
    re.I,
)
_ASKS_WHAT_FITS = re.compile(
    r"\b(?:lukt|daarvoor|wat (?:kan|heb|past|krijg)|iets (?:voor|van)|kan (?:dat|ik)|"
    r"genoeg|budget|uitgeven|besteden|zoek\w*)\b",
    re.I,
)
_OF_DISCOUNT = re.compile(r"korting|%|procent|\ber?af\b|afdoen|gekregen|vraagt", re.I)
# On a home visit that is talked of: a day, what it costs, how it goes, why it is needed.
OF_A_VISIT = re.compile(
    r"\b(?:kost\w*|gratis|extra|regel\w*|plan\w*|inplan\w*|afspreken|aanvra\w*|rolstoel|been|"
    r"lopen|\w+dag(?:en|middag|avond|ochtend)?|morgen|vanavond|wanneer|hoe laat)\b",
    re.I,
)
NOT_ABLE_TO_COME = re.compile(
    r"\bslecht ter been|\bniet (?:meer )?(?:naar buiten|de deur uit|naar (?:jullie|de winkel|"
    r"het dorp|de stad|het centrum)|"
    r"zelf komen)|"
    r"\b(?:naar|bij) (?:mij|ons|m'?n huis|mijn huis)(?: thuis| toe)? (?:toe ?)?kom\w*|"
    r"\bkom\w* .*\b(?:naar mij|bij mij thuis|naar ons)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\bachternaam van (?!mij\b)|\bwaar woont (?!u\b|je\b|jij\b|jullie\b)|"
    r"\bthuisadres|\bwoonadres van|"
    r"\b(?:andere?|vorige|laatste|alle) klant\w*|\bklantgegevens|"
    r"\balle (?:afspraken|bestellingen|gesprekken|telefoonnummers|adressen)\b|"
    r"\bwie (?:heeft|hebben|komt|komen|is|zijn|zaten|zat) .*\b(?:afspra\w+|klant\w*|langs|"
    r"aan de beurt)|"
    r"\b(?:hoe laat|wanneer) is er (?:niemand|geen mens)|"
    r"\b(?:adres|nummer|telefoonnummer|mobiel|gegevens|e-?mail\w*|naam|afspraak|afspraken|"
    r"bestelling\w*|gesprek\w*) van (?:een |de |die |mijn |m'n )?"
    r"(?:ander\w*|vorige|klant\w*|buur\w*|ex\b|iedereen|alle\b|mevrouw|meneer)",
    re.I,
)
_OWN = re.compile(r"\bmijn (?:bestelling|afspra|gesprek|gegevens)|\bal mijn\b|\bmijzelf\b", re.I)


def is_private(text: str) -> bool:
    """Whether somebody asks after another customer, or after the staff's own life."""
    if _OWN.search(text):
        return False
    shop = Shop.current()
    return bool(_OTHERS.search(text) or _of_staff((shop.person, *shop.colleagues)).search(text))


def is_medical(text: str) -> bool:
    return bool(MEDICAL.search(text)) and not _SOLD.search(text)


def is_budget(text: str) -> bool:
    """Whether somebody asks what there is for an amount, rather than less for the same."""
    asks = _BUDGET.search(text) and _ASKS_WHAT_FITS.search(text) and amount_in(text) is not None
    return bool(asks) and not _OF_DISCOUNT.search(text)


def names_a_model(text: str) -> bool:
    return bool(named_models(text))


def names_a_colour(text: str) -> bool:
    return colour_in(text) is not None


@cache
def _of_staff(names: tuple[str, ...]) -> re.Pattern[str]:
    staff = "|".join(map(re.escape, names))
    private = (
        r"(?:adres|nummer|telefoonnummer|mobiel|06|achternaam|leeftijd|foto|huis|rooster|"
        r"e-?mail\w*)"
    )
    return re.compile(
        rf"\bwaar woont (?:{staff})|\b{private} van (?:{staff})|\b(?:{staff})'?s? {private}\b|"
        rf"\bhoe (?:oud|heet) is (?:{staff})|"
        rf"\bis (?:{staff}) (?:single|vrijgezel|getrouwd|verloofd|homo|lesbisch|zwanger)|"
        rf"\b(?:hoe laat|wanneer) (?:is|gaat|komt) (?:{staff}) (?:\w+ ){{0,2}}(?:klaar|"
        rf"naar huis|vrij|weg|thuis)",
        re.I,
    )
