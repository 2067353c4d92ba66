"""When a message can be read on from its talk: the conditions of `actions.readings`."""

from __future__ import annotations

import re

from actions import asked, claims, phrases
from actions.topics import ASK_WALK_IN, service_in_talk
from actions.turn import Turn
from bot.shop import appointments

_LIKELY = 0.3
_ASKED_ABOUT = {
    "ask_opening_hours": ("time",),
    "ask_price": ("service", "kind", "brand"),
    "ask_product_availability": ("kind", "brand"),
}
ASKED_OF_SERVICE = {
    "eye_test": "ask_eye_test",
    "hearing_test": "ask_hearing_test",
    "repair": "ask_repair",
    "adjustment": "ask_adjustment",
}
PRICE_TALK = {"ask_discount", "negotiate_price", "price_objection"}
WARES = {"ask_product_availability", "ask_price"}
_BOOKABLE = {
    *ASKED_OF_SERVICE.values(),
    *(ASK_WALK_IN, "ask_price", "describe_problem", "ask_advice"),
}
VAGUE = {"inform", "nlu_fallback", "deny", "affirm", "ask_clarification", "cancel"}
FORM_WISHES = {
    *("check_appointment", "reschedule_appointment", "cancel_appointment", "order_status"),
    "ask_opening_hours",
}
UNKNOWN = {"nlu_fallback", "out_of_scope", "inform"}
ASKS_NOTHING_ELSE = {*VAGUE, *UNKNOWN, "small_talk", "compliment"} - {"cancel"}
_TOLD_PRICES = {
    *ASKED_OF_SERVICE.values(),
    "ask_price",
    "ask_product_availability",
    "make_appointment",
}
_NEVER_TOLD = {
    *("thank", "goodbye", "cancel", "insult", "medical_urgency", "talk_to_human", "complaint"),
    *("make_appointment", "describe_problem", "ask_clarification", "bot_challenge"),
    *("compliment", "tell_joke", "customer_is_king", "other_language", "order_status"),
    *("reschedule_appointment", "cancel_appointment", "check_appointment"),
    *("demand_special_treatment", "ask_privacy", "ask_help", "greet"),
    *PRICE_TALK,
}
_REFUSES = re.compile(
    r"hoef|dank|merci|thanks|liever|laat maar|nodig|geen |wil\b|zelf\b|\bnu niet|nog niet|"
    r"even niet|later|andere keer|denk|kijk(?:en)? (?:het|wel|nog)|afspraak|moment\b|tijd\b",
    re.I,
)
_FEW_WORDS = 3
_CHECKS = re.compile(r"\b(?:toch|klopt|dus|h[eè]|correct|is dat)\b", re.I)


def is_about_a_service(turn: Turn) -> bool:
    # Who asks the price beside it hears both.
    return turn.intent != "ask_price" and bool(turn.entity("service") or service_in_talk(turn))


def names_two_services(turn: Turn) -> bool:
    return len({entity["value"] for entity in turn.entities("service")}) > 1


def names_none(turn: Turn) -> bool:
    return not any(turn.entities(name) for name in ("service", "brand"))


def checks_an_amount(turn: Turn) -> bool:
    """Whether an amount is named to hear if it is right, of what is named or was just told."""
    if claims.amount_in(turn.text) is None or not _CHECKS.search(turn.text):
        return False
    told = turn.slot("topic") in _TOLD_PRICES
    talked_of = told and (service_in_talk(turn) or turn.slot("mentioned_product"))
    return bool(turn.entity("service") or asked.names_a_model(turn.text) or talked_of)


def is_no_wish_of_a_form(turn: Turn) -> bool:
    of_a_service = turn.slot("mentioned_service") and not turn.slot("mentioned_product")
    return not (of_a_service or phrases.OWN_WISH.search(turn.text))


def tells_on(turn: Turn) -> bool:
    """Whether it answers the question that came with the problem."""
    if turn.intent == "inform":
        return not any(turn.entities(name) for name in ("brand", "order_number", "phone"))
    if turn.slot("listening") != "asked":
        tells = turn.intent == "nlu_fallback" or _is_no_refusal(turn)
        return tells and turn.slot("topic") == "describe_problem"
    asks = "?" in turn.text or phrases.OWN_QUESTION.search(turn.text)
    return turn.intent == "nlu_fallback" or (turn.intent not in _NEVER_TOLD and not asks)


def _is_no_refusal(turn: Turn) -> bool:
    """Whether a no tells more of the problem: "nee, niet ineens, heel langzaam"."""
    is_long = len(turn.text.split()) > _FEW_WORDS
    return turn.intent == "deny" and is_long and not _REFUSES.search(turn.text)


def is_likely(turn: Turn) -> bool:
    """Whether a doubtful message goes on about the topic: in doubt a talk goes on."""
    topic = turn.slot("topic")
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    alike = PRICE_TALK if topic in PRICE_TALK else {topic}
    return sum(one["confidence"] for one in ranking if one["name"] in alike) >= _LIKELY


def goes_on(turn: Turn) -> bool:
    goes_on = phrases.GOES_ON.search(turn.text) and not phrases.OWN_QUESTION.search(turn.text)
    return bool(goes_on) or turn.intent in VAGUE


def same_of_something_else(turn: Turn, topic: str) -> str | None:
    if any(turn.entities(name) for name in _ASKED_ABOUT.get(topic, ())):
        return topic
    service = turn.entity("service")
    if topic == ASK_WALK_IN and service:
        return topic
    if topic in ASKED_OF_SERVICE.values() and service:
        return ASKED_OF_SERVICE.get(service, "ask_price")
    return None


def chosen(turn: Turn, _: str) -> str | None:
    """Return which of the choices of a question back is meant by "ja" or "de tweede"."""
    choices: list[str] = turn.slot("choices") or []
    if len(choices) == 1 and turn.intent == "affirm":
        return choices[0]
    return phrases.chosen_of(choices, turn.text)


def asks_after_the_order(turn: Turn) -> bool:
    about_else = phrases.OWN_APPOINTMENT.search(turn.text) or phrases.HOURS.search(turn.text)
    return bool(turn.slot("last_order")) and not about_else


def calls_off_a_service(turn: Turn) -> bool:
    return not turn.form and bool(turn.entity("service"))


def wants_to_come(turn: Turn) -> bool:
    """Whether a doubtful message names a service and when, and asks nothing."""
    names = turn.entity("service") and turn.entity("time")
    asks = "?" in turn.text or phrases.OWN_QUESTION.search(turn.text)
    return bool(names) and not turn.form and not asks


def has_nothing_to_change(turn: Turn) -> bool:
    """Whether a day is named by somebody of whom no appointment was spoken."""
    spoken_of = phrases.OWN_APPOINTMENT.search(turn.text) or phrases.MOVES.search(turn.text)
    if turn.form or spoken_of or phrases.CALLS_OFF.search(turn.text):
        return False
    names_when = turn.entity("time") or phrases.WHEN.search(turn.text)
    return bool(names_when) and not appointments.of_conversation(turn.conversation)


def asks_after_wares(turn: Turn) -> bool:
    named = turn.entity("brand") or turn.entity("kind") or asked.names_a_model(turn.text)
    return bool(turn.slot("mentioned_brand") or named)


def of_a_visit(turn: Turn) -> bool:
    return bool(asked.OF_A_VISIT.search(turn.text)) and not turn.entities("service")


def taken(turn: Turn, topic: str) -> str | None:
    if topic in _BOOKABLE and turn.slot("mentioned_service"):
        return "make_appointment"
    return "want_to_buy" if topic in WARES and not turn.entities("service") else None
