"""What a message means in its talk: "en zaterdag?", "nee, zondag", "waarom niet?", "doe die maar".

The engine understands a message by itself. Here it is read on from what was said before: `topic`
is the intent that was answered last, and the other slots hold what it was about.
"""

from __future__ import annotations

import re
from unicodedata import name

from actions.moods import shows
from actions.turn import Turn

# Asked of a talk rather than by an intent of the contract.
ASK_DURATION, ASK_WHY = "ask_duration", "ask_why"
ASK_CHEAPEST, ASK_WALK_IN = "ask_cheapest", "ask_walk_in"

# What a message has to name to ask the same again about something else.
_ASKED_ABOUT = {
    "ask_opening_hours": ("time",),
    "ask_price": ("service", "kind", "brand"),
    "ask_product_availability": ("kind", "brand"),
}
_ASKED_OF_SERVICE = {
    "eye_test": "ask_eye_test",
    "hearing_test": "ask_hearing_test",
    "repair": "ask_repair",
    "adjustment": "ask_adjustment",
}
# Talk about these can end in "doe maar": the bot told of something that can be booked.
_BOOKABLE = {
    *_ASKED_OF_SERVICE.values(),
    ASK_WALK_IN,
    "ask_price",
    "describe_problem",
    "ask_advice",
}
_WARES = {"ask_product_availability", "ask_price"}
# "Nee, nog niet" to what we remembered from the last time.
_STILL_THERE = {
    **dict.fromkeys(("tight", "loose", "adjustment"), "ask_adjustment"),
    "repair": "ask_repair",
    "order": "order_status",
}
# No answer to a question about somebody's eyes or ears, whatever else it is.
_NEVER_TOLD = {
    *("thank", "goodbye", "cancel", "insult", "medical_urgency", "talk_to_human", "complaint"),
    *("make_appointment", "describe_problem", "ask_clarification", "bot_challenge"),
    *("compliment", "tell_joke", "customer_is_king", "other_language", "order_status"),
    *("reschedule_appointment", "cancel_appointment", "check_appointment"),
    *("demand_special_treatment", "ask_privacy", "ask_help", "greet"),
    *("ask_discount", "negotiate_price", "price_objection"),
}
_LISTENING = {"describe_problem", "want_to_buy", "ask_advice"}
_PRICE_TALK = {"ask_discount", "negotiate_price", "price_objection"}
_PERHAPS_LEAVING = {
    *("nlu_fallback", "goodbye", "out_of_scope", "inform", "small_talk", "ask_advice"),
    *("service_bought_elsewhere", "ask_price"),
}
_FREE_TALK = {"service_bought_elsewhere", "ask_gift", "ask_adjustment", "ask_cleaning_refill"}
_PERHAPS_CATCH = {
    *("nlu_fallback", "out_of_scope", "inform", "small_talk", "want_to_buy", "ask_price"),
    *("ask_payment_methods", "ask_clarification", "deny"),
}
# Talk in which "wat kost dat?" is not about a service that was named before.
_NO_SERVICE_TALK = {"want_to_buy", "ask_advice", "ask_delivery", "ask_product_availability"}
_GOES_ON_IN_DOUBT = _PRICE_TALK | {"ask_opening_hours", "ask_price", "complaint"}
_LIKELY = 0.3
# What says too little by itself to be sure of.
_VAGUE = {"inform", "nlu_fallback", "deny", "affirm", "ask_clarification", "cancel"}
_FORM_WISHES = {
    *("check_appointment", "reschedule_appointment", "cancel_appointment", "order_status"),
    "ask_opening_hours",
}
_PERHAPS_DISCOUNT = {*_FORM_WISHES, "make_appointment", "nlu_fallback", "out_of_scope", "inform"}
_PERHAPS_POOR = {"nlu_fallback", "deny", "out_of_scope", "inform", "small_talk"}
_PERHAPS_FINE = {"nlu_fallback", "compliment", "small_talk"}
_PERHAPS_CHEAPEST = {"nlu_fallback", "out_of_scope", "ask_price", "want_to_buy", "ask_advice"}
_PERHAPS_WALK_IN = {
    *("nlu_fallback", "make_appointment", "inform", "ask_help", "check_appointment"),
    *("ask_opening_hours", "ask_clarification"),
}
_SAID_AGAIN = {
    *_PRICE_TALK,
    "bot_challenge",
    "ask_gift",
    "service_bought_elsewhere",
    "ask_warranty",
}
_STILL_URGENT = (_VAGUE | {"describe_problem", "ask_opening_hours"}) - {"affirm", "cancel"}
_MOST_WORDS = 8

_LEAD = r"^\W*(?:(?:nee+|neen|ho|wacht|oh?|ja|sorry|maar|dan|oke?|hm+)\b\W*)*"
_GOES_ON = re.compile(
    _LEAD + r"(?:en|of|ook|plus|liever|(?:ik )?bedoel\w*|hoe zit|niet .*\bmaar)\b", re.I
)
_OWN_QUESTION = re.compile(
    r"\b(?:wat|waar\w*|wanneer|wie|waarom|hoe(?! zit)\w*|kost\w*|prijs|duur|hebben|heb|verkop\w+|"
    r"afspraak|repare\w*|betal\w*|korting|parke\w*)\b",
    re.I,
)
_CALLS = re.compile(
    r"\bik (?:ga )?(?:nu )?(?:bel\w*|ga naar) .*(?:huisarts|dokter|112|post|spoed)", re.I
)
_CATCH = re.compile(
    r"kopen|koop|betal\w*|addertje|achter|voorwaarde\w*|haken|tegenover|terug\w*|verplicht|kosten|"
    r"kost\b|gratis|waarom",
    re.I,
)
_CHEAPEST = re.compile(r"goedkoopst\w*|voordeligst\w*|goedkope?\b|voordelige?\b|niet te duur", re.I)
_WALK_IN = re.compile(
    r"(?:moet|hoef|heb|dien)\w* .*\b(?:afspraak|afspreken)\b.*(?:maken|nodig|voor|\?)|"
    r"(?:zonder|ook zonder) afspraak|(?:zo|gewoon) (?:binnen|langs)\w*",
    re.I,
)
_ASKS_WHY = re.compile(_LEAD + r"(?:waarom|waarvoor|hoezo)\b(?!.*\b(?:duur|prijs|geld|euro))", re.I)
_DISCOUNT = re.compile(r"\bkorting\w*|\bkortingscode|aanbieding|uitverkoop", re.I)
_INSISTS = re.compile(
    r"\bwil\b.*\btoch\b|\btoch wel\b|gewoon doen|maakt (?:me|mij) niet uit|ik betaal", re.I
)
_OWN_WISH = re.compile(r"afspra\w*|bestel\w*|order\w*|nummer|\baf-|open\b|dicht\b", re.I)
# Whatever else it may sound like: with these nobody should read on.
_STROKE = re.compile(
    r"\bmond(?:hoek)?\b.{0,30}\b(?:hangt|trekt|scheef)|scheve? mond|beroerte|"
    r"bewusteloos|flauwgevallen|"
    r"(?:ineens|plots\w*|opeens|sinds) .*niet (?:meer )?(?:praten|spreken)|"
    r"(?:ineens|plots\w*|opeens) .*(?:verlamd|gevoelloos)",
    re.I,
)
_WHAT_TIME = re.compile(r"\b(?:hoe ?laat|(?:tot|vanaf) wanneer|tijden|tot hoe)\b", re.I)
_HOW_LONG = re.compile(
    r"hoe ?lang (?:duurt|duurd|ben ik|zit ik)|hoeveel tijd|duurt (?:het|dat) lang", re.I
)
_WHY = re.compile(
    _LEAD + r"(?:waarom|hoezo|hoe komt dat|wat is de reden)"
    r"(?: (?:dan|niet|wel|eigenlijk|toch|dat|is))*\W*$",
    re.I,
)
_REALLY = re.compile(
    _LEAD + r"(?:echt|serieus|zeker|weet je (?:het|dat) zeker|meen je)\b.{0,18}$", re.I
)
_FINE = re.compile(
    r"^\W*(?:ok[eé]*|okay|top|prima|helder|duidelijk|fijn|mooi|goed|super|perfect|aha|begrepen|"
    r"snap ik|cool|chill)(?:\W+\w+){0,2}\W*$",
    re.I,
)
_TAKE_IT = re.compile(
    _LEAD + r"(?:graag|lijkt me|doen? (?:we|die|dat|er|maar|maar die)\b|doe (?:mij|me|m|er)\b|"
    r"(?:geef|neem|pak|plan|boek|regel|zet|reserveer)\b|die (?:wil|neem|doe|mag)|wil ik|"
    r"klinkt goed|ja\W*$|ja graag|jawel|laten we)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:ga|gaan|koop|kopen|haal|bestel|kijk|zoek)\w*\b.*\b(?:naar|bij|online|verder|elders|"
    r"ergens anders|ander\w*|internet|concurrent\w*)\b|"
    r"\b(?:bij|op|in) .*(?:euro\b|€|goedkoper|minder)",
    re.I,
)


def meant(turn: Turn) -> str:
    """Return the intent of a message in its talk: its own, unless it goes on from there."""
    if in_danger(turn.text):
        return "medical_urgency"
    if _HOW_LONG.search(turn.text) and (turn.entity("service") or service_in_talk(turn)):
        return ASK_DURATION
    if turn.form and _ASKS_WHY.search(turn.text):
        return "ask_clarification"
    if _DISCOUNT.search(turn.text) and turn.intent in _PERHAPS_DISCOUNT:
        return "ask_discount"
    if _in_another_script(turn.text):
        return "other_language"
    if turn.intent in _PERHAPS_POOR and shows(turn.text, "money"):
        return ASK_CHEAPEST
    names_none = not any(turn.entities(name) for name in ("service", "brand"))
    if turn.intent in _PERHAPS_CHEAPEST and _CHEAPEST.search(turn.text) and names_none:
        return ASK_CHEAPEST
    if turn.intent in _PERHAPS_WALK_IN and _WALK_IN.search(turn.text):
        return ASK_WALK_IN
    topic = turn.slot("topic")
    if turn.form or not topic:
        return turn.intent
    return _about_topic(turn, topic) or _in_few_words(turn, topic) or turn.intent


def _in_another_script(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    others = [letter for letter in letters if not name(letter, "").startswith("LATIN")]
    return len(others) > len(letters) / 2


def in_danger(text: str) -> bool:
    return bool(_STROKE.search(text))


def service_in_talk(turn: Turn) -> str | None:
    """Return the service that the form or the talk is about."""
    if turn.slot("service") or turn.slot("topic") in _NO_SERVICE_TALK:
        return turn.slot("service")
    return turn.slot("mentioned_service")


def goes_elsewhere(text: str) -> bool:
    return bool(_ELSEWHERE.search(text))


def _about_topic(turn: Turn, topic: str) -> str | None:
    """Read a message of any length as one that stays with the topic."""
    if topic == "welcome_back" and turn.intent == "deny":
        return _STILL_THERE.get(turn.slot("remembered"))
    if topic in _PRICE_TALK and turn.intent in _PERHAPS_LEAVING and goes_elsewhere(turn.text):
        return "negotiate_price"
    if topic == "demand_special_treatment" and _INSISTS.search(turn.text):
        return topic
    if topic in _WARES and turn.intent in _FORM_WISHES and not _OWN_WISH.search(turn.text):
        return "ask_product_availability"
    if (
        turn.intent == "price_objection"
        and _ASKS_WHY.search(turn.text)
        and topic not in _PRICE_TALK
    ):
        return ASK_WHY
    if topic in _LISTENING and _tells_on(turn):
        return topic
    if topic == "medical_urgency" and _CALLS.search(turn.text):
        return "affirm"
    if topic == "medical_urgency" and turn.intent in _STILL_URGENT:
        return topic
    if topic in _FREE_TALK and turn.intent in _PERHAPS_CATCH and _CATCH.search(turn.text):
        return "ask_gift"
    if turn.intent == "nlu_fallback" and _likely(turn, topic):
        return topic
    return None


def _in_few_words(turn: Turn, topic: str) -> str | None:
    """Read a message that is too short to stand by itself."""
    if len(turn.text.split()) > _MOST_WORDS:
        return None
    if _WHY.search(turn.text):
        return ASK_WHY
    if _REALLY.search(turn.text) and topic in _SAID_AGAIN:
        return topic
    if _asks_on(turn):
        following = _same_of_something_else(turn, topic)
        if following:
            return following
    if topic == "ask_opening_hours" and turn.intent in _VAGUE and _WHAT_TIME.search(turn.text):
        return topic
    if turn.intent in _VAGUE | {"make_appointment", "want_to_buy"} and _TAKE_IT.search(turn.text):
        return _taken(turn, topic)
    return "affirm" if turn.intent in _PERHAPS_FINE and _FINE.search(turn.text) else None


def _tells_on(turn: Turn) -> bool:
    """Whether it answers the question that came with the problem."""
    if turn.intent == "inform":
        return not any(turn.entities(name) for name in ("brand", "order_number", "phone"))
    if turn.slot("listening") != "asked":
        return turn.intent == "nlu_fallback" and turn.slot("topic") == "describe_problem"
    asks = "?" in turn.text or _OWN_QUESTION.search(turn.text)
    return turn.intent == "nlu_fallback" or (turn.intent not in _NEVER_TOLD and not asks)


def _likely(turn: Turn, topic: str) -> bool:
    """Whether a doubtful message goes on about the topic: in doubt a talk goes on."""
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    alike = _PRICE_TALK if topic in _PRICE_TALK else {topic}
    sure = sum(one["confidence"] for one in ranking if one["name"] in alike)
    return topic in _GOES_ON_IN_DOUBT and sure >= _LIKELY


def _asks_on(turn: Turn) -> bool:
    goes_on = bool(_GOES_ON.search(turn.text)) and not _OWN_QUESTION.search(turn.text)
    return goes_on or turn.intent in _VAGUE


def _same_of_something_else(turn: Turn, topic: str) -> str | None:
    if any(turn.entities(name) for name in _ASKED_ABOUT.get(topic, ())):
        return topic
    service = turn.entity("service")
    if topic == ASK_WALK_IN and service:
        return topic
    if topic in _ASKED_OF_SERVICE.values() and service:
        return _ASKED_OF_SERVICE.get(service, "ask_price")
    return None


def _taken(turn: Turn, topic: str) -> str | None:
    if topic in _BOOKABLE and turn.slot("mentioned_service"):
        return "make_appointment"
    return "want_to_buy" if topic in _WARES and not turn.entities("service") else None
