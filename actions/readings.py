"""The ways in which a message is read on from its talk, the first that fits first."""

from __future__ import annotations

import re

from actions import asked, claims, phrases
from actions.moods import shows
from actions.reading import TOPIC, Reading
from actions.topics import (
    ASK_BRING,
    ASK_BUDGET,
    ASK_CHEAPEST,
    ASK_COMPANY,
    ASK_CONFIRMATION,
    ASK_DURATION,
    ASK_HOME_VISIT,
    ASK_HOUSE_HABIT,
    ASK_MEDICAL,
    ASK_PAIN,
    ASK_PRIVATE,
    ASK_TO_CONFIRM,
    ASK_WALK_IN,
    ASK_WHY,
    RESERVE,
    TOLD_BY_SHOP,
    service_in_talk,
)
from actions.turn import Turn

_LIKELY = 0.3

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
# "Nee, nog niet" to what we remembered from the last time.
_STILL_THERE = {
    **dict.fromkeys(("tight", "loose", "adjustment"), "ask_adjustment"),
    "repair": "ask_repair",
    "order": "order_status",
}

# Topics.
_PRICE_TALK = {"ask_discount", "negotiate_price", "price_objection"}
_FREE_TALK = {"service_bought_elsewhere", "ask_gift", "ask_adjustment", "ask_cleaning_refill"}
_WARES = {"ask_product_availability", "ask_price"}
_DEMANDS = {"demand_special_treatment", "customer_is_king"}
_LISTENING = {"describe_problem", "want_to_buy", "ask_advice"}
# Talk about these can end in "doe maar": the bot told of something that can be booked.
_BOOKABLE = {
    *_ASKED_OF_SERVICE.values(),
    *(ASK_WALK_IN, "ask_price", "describe_problem", "ask_advice"),
}
_SAID_AGAIN = {
    *_PRICE_TALK,
    *("bot_challenge", "ask_gift", "service_bought_elsewhere", "ask_warranty"),
    *("return_product", "ask_insurance", "ask_delivery", "ask_payment_methods"),
}
_GOES_ON_IN_DOUBT = _PRICE_TALK | {"ask_opening_hours", "ask_price", "complaint"}

# What the engine makes of a message that says too little by itself to be sure of.
_VAGUE = {"inform", "nlu_fallback", "deny", "affirm", "ask_clarification", "cancel"}
_FORM_WISHES = {
    *("check_appointment", "reschedule_appointment", "cancel_appointment", "order_status"),
    "ask_opening_hours",
}
_UNKNOWN = {"nlu_fallback", "out_of_scope", "inform"}
# Taken for too little to be sure of, or for talk.
_ASKS_NOTHING_ELSE = {*_VAGUE, *_UNKNOWN, "small_talk", "compliment"} - {"cancel"}
# Talk in which "20 euro, toch?" is about what was just told, and no haggling.
_TOLD_PRICES = {
    *_ASKED_OF_SERVICE.values(),
    "ask_price",
    "ask_product_availability",
    "make_appointment",
}
# No answer to a question about somebody's eyes or ears, whatever else it is.
_NEVER_TOLD = {
    *("thank", "goodbye", "cancel", "insult", "medical_urgency", "talk_to_human", "complaint"),
    *("make_appointment", "describe_problem", "ask_clarification", "bot_challenge"),
    *("compliment", "tell_joke", "customer_is_king", "other_language", "order_status"),
    *("reschedule_appointment", "cancel_appointment", "check_appointment"),
    *("demand_special_treatment", "ask_privacy", "ask_help", "greet"),
    *_PRICE_TALK,
}


# After an emergency there is nothing in the shop to come for, until a doctor has looked.
_STILL_URGENT = {
    *((_VAGUE - {"affirm", "cancel"}) | {"describe_problem", "ask_opening_hours"}),
    *("make_appointment", "ask_eye_test", "ask_hearing_test", "service_bought_elsewhere"),
    *("ask_about_shop", "ask_advice", "small_talk", "out_of_scope", "ask_adjustment"),
}
# "129, klopt?" wants to know; "doe mij hem voor 129" wants it for less.
_CHECKS = re.compile(r"\b(?:toch|klopt|dus|h[eè]|correct|is dat)\b", re.I)


def _is_about_a_service(turn: Turn) -> bool:
    # Who asks the price beside it hears both.
    return turn.intent != "ask_price" and bool(turn.entity("service") or service_in_talk(turn))


def _names_none(turn: Turn) -> bool:
    return not any(turn.entities(name) for name in ("service", "brand"))


def _checks_an_amount(turn: Turn) -> bool:
    """Whether an amount is named to hear if it is right, of what is named or was just told."""
    if claims.amount_in(turn.text) is None or not _CHECKS.search(turn.text):
        return False
    told = turn.slot("topic") in _TOLD_PRICES
    talked_of = told and (service_in_talk(turn) or turn.slot("mentioned_product"))
    return bool(turn.entity("service") or asked.names_a_model(turn.text) or talked_of)


def _is_no_wish_of_a_form(turn: Turn) -> bool:
    return not phrases.OWN_WISH.search(turn.text)


def _tells_on(turn: Turn) -> bool:
    """Whether it answers the question that came with the problem."""
    if turn.intent == "inform":
        return not any(turn.entities(name) for name in ("brand", "order_number", "phone"))
    if turn.slot("listening") != "asked":
        return turn.intent == "nlu_fallback" and turn.slot("topic") == "describe_problem"
    asks = "?" in turn.text or phrases.OWN_QUESTION.search(turn.text)
    return turn.intent == "nlu_fallback" or (turn.intent not in _NEVER_TOLD and not asks)


def _is_likely(turn: Turn) -> bool:
    """Whether a doubtful message goes on about the topic: in doubt a talk goes on."""
    topic = turn.slot("topic")
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    alike = _PRICE_TALK if topic in _PRICE_TALK else {topic}
    return sum(one["confidence"] for one in ranking if one["name"] in alike) >= _LIKELY


def _goes_on(turn: Turn) -> bool:
    goes_on = phrases.GOES_ON.search(turn.text) and not phrases.OWN_QUESTION.search(turn.text)
    return bool(goes_on) or turn.intent in _VAGUE


def _same_of_something_else(turn: Turn, topic: str) -> str | None:
    if any(turn.entities(name) for name in _ASKED_ABOUT.get(topic, ())):
        return topic
    service = turn.entity("service")
    if topic == ASK_WALK_IN and service:
        return topic
    if topic in _ASKED_OF_SERVICE.values() and service:
        return _ASKED_OF_SERVICE.get(service, "ask_price")
    return None


def _chosen(turn: Turn, _: str) -> str | None:
    """Return which of the choices of a question back is meant by "ja" or "de tweede"."""
    choices: list[str] = turn.slot("choices") or []
    if len(choices) == 1 and turn.intent == "affirm":
        return choices[0]
    return phrases.chosen_of(choices, turn.text)


def _asks_after_the_order(turn: Turn) -> bool:
    return bool(turn.slot("last_order")) and not phrases.OWN_APPOINTMENT.search(turn.text)


def _asks_after_wares(turn: Turn) -> bool:
    named = turn.entity("brand") or turn.entity("kind") or asked.names_a_model(turn.text)
    return bool(turn.slot("mentioned_brand") or named)


def _of_a_visit(turn: Turn) -> bool:
    return bool(asked.OF_A_VISIT.search(turn.text)) and not turn.entities("service")


def _taken(turn: Turn, topic: str) -> str | None:
    if topic in _BOOKABLE and turn.slot("mentioned_service"):
        return "make_appointment"
    return "want_to_buy" if topic in _WARES and not turn.entities("service") else None


READINGS = (
    # Whatever the talk is about.
    Reading("medical_urgency", says=phrases.STROKE, anywhere=True),
    Reading(ASK_PRIVATE, when=lambda turn: asked.is_private(turn.text), anywhere=True),
    Reading(
        lambda turn, _: "ask_price" if turn.entity("service") else TOLD_BY_SHOP,
        when=lambda turn: claims.is_told_by_the_shop(turn.text),
        anywhere=True,
    ),
    Reading(ASK_PAIN, says=asked.PAIN, when=_is_about_a_service, anywhere=True),
    Reading(
        ASK_MEDICAL,
        when=lambda turn: turn.intent != "medical_urgency" and asked.is_medical(turn.text),
        anywhere=True,
    ),
    Reading(ASK_COMPANY, says=asked.COMPANY, anywhere=True, short=True),
    Reading(
        ASK_BRING,
        says=asked.BRING,
        when=lambda turn: turn.intent != "ask_insurance",
        anywhere=True,
        short=True,
    ),
    Reading(
        ASK_CONFIRMATION,
        says=asked.CONFIRMATION,
        taken_for={*_ASKS_NOTHING_ELSE, "ask_contact", "check_appointment", "ask_location"},
        anywhere=True,
    ),
    Reading(
        "ask_price",
        says=asked.FREE,
        taken_for={*_ASKS_NOTHING_ELSE, "ask_gift", "negotiate_price", "price_objection"},
        when=_is_about_a_service,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_price",
        taken_for={"negotiate_price", "nlu_fallback", "price_objection", "affirm"},
        when=_checks_an_amount,
        anywhere=True,
        short=True,
    ),
    Reading(
        "demand_special_treatment",
        says=asked.OPEN_FOR_ME,
        taken_for={*_UNKNOWN, "ask_about_shop"},
        anywhere=True,
    ),
    Reading(ASK_HOUSE_HABIT, says=asked.HOUSE_HABIT, anywhere=True, short=True),
    Reading(
        RESERVE,
        says=asked.RESERVE,
        when=lambda turn: not turn.form and _asks_after_wares(turn),
        anywhere=True,
    ),
    Reading(
        ASK_BUDGET,
        taken_for={
            *(*_ASKS_NOTHING_ELSE, *_PRICE_TALK, "ask_price", "want_to_buy", "ask_advice"),
            *("ask_help", "ask_payment_methods"),
        },
        when=lambda turn: asked.is_budget(turn.text),
        anywhere=True,
    ),
    Reading(
        "ask_product_availability",
        taken_for={"ask_opening_hours", "nlu_fallback", "out_of_scope", "inform", "affirm"},
        when=lambda turn: not turn.form and asked.names_a_model(turn.text),
        anywhere=True,
    ),
    Reading("insult", says=phrases.ABUSE, anywhere=True),
    Reading(ASK_DURATION, says=phrases.HOW_LONG, when=_is_about_a_service, anywhere=True),
    Reading(
        "ask_clarification",
        says=phrases.ASKS_WHY,
        when=lambda turn: bool(turn.form),
        anywhere=True,
    ),
    Reading(
        "ask_discount",
        says=phrases.DISCOUNT,
        taken_for={*_FORM_WISHES, *_UNKNOWN, "make_appointment"},
        anywhere=True,
    ),
    Reading(
        "other_language",
        when=lambda turn: phrases.is_in_another_script(turn.text),
        anywhere=True,
    ),
    Reading(
        ASK_CHEAPEST,
        taken_for={*_UNKNOWN, "deny", "small_talk"},
        when=lambda turn: shows(turn.text, "money"),
        anywhere=True,
    ),
    Reading(
        ASK_CHEAPEST,
        says=phrases.CHEAPEST,
        taken_for={"nlu_fallback", "out_of_scope", "ask_price", "want_to_buy", "ask_advice"},
        when=_names_none,
        anywhere=True,
    ),
    Reading(
        ASK_WALK_IN,
        says=phrases.WALK_IN,
        taken_for={
            *("nlu_fallback", "make_appointment", "inform", "ask_help", "check_appointment"),
            *("ask_opening_hours", "ask_clarification"),
        },
        anywhere=True,
    ),
    Reading(
        ASK_HOME_VISIT,
        says=phrases.HOME_VISIT,
        taken_for={"make_appointment", *_UNKNOWN},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        ASK_HOME_VISIT,
        says=asked.NOT_ABLE_TO_COME,
        taken_for={"make_appointment", "ask_delivery", "ask_location", *_UNKNOWN},
        when=lambda turn: not (turn.form or asked.SENT.search(turn.text)),
        anywhere=True,
    ),
    Reading(_chosen, anywhere=True, short=True),
    Reading(
        "negotiate_price",
        says=phrases.DEAL,
        taken_for={*_VAGUE, "thank", "compliment", "goodbye", "greet", "small_talk"},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        ASK_TO_CONFIRM,
        says=phrases.SEALS,
        taken_for={"affirm", "thank", "compliment", "nlu_fallback"},
        after=_PRICE_TALK | _DEMANDS,
    ),
    Reading(
        TOPIC,
        taken_for={
            *(*_ASKS_NOTHING_ELSE, *_FORM_WISHES, "ask_price", "make_appointment", "ask_location"),
            *("ask_delivery", "ask_payment_methods", "ask_gift", "describe_problem"),
        },
        after={ASK_HOME_VISIT},
        when=_of_a_visit,
    ),
    Reading(
        "ask_warranty",
        says=asked.SCRATCHES,
        after={"ask_warranty", "return_product"},
        short=True,
    ),
    Reading(TOPIC, taken_for={*_VAGUE, "complaint"}, after={TOLD_BY_SHOP}, short=True),
    Reading(
        TOPIC,
        taken_for=_ASKS_NOTHING_ELSE,
        after={"return_product"},
        when=lambda turn: claims.days_in(turn.text) is not None,
        short=True,
    ),
    Reading(
        TOPIC,
        taken_for={*_ASKS_NOTHING_ELSE, "demand_special_treatment", "ask_opening_hours"},
        after={"ask_delivery"},
        when=lambda turn: bool(asked.SOON.search(turn.text) or claims.country_in(turn.text)),
        short=True,
    ),
    Reading(
        "ask_gift",
        says=asked.IN_RETURN,
        taken_for={"ask_help", "nlu_fallback"},
        after=_FREE_TALK,
        short=True,
    ),
    Reading(
        "ask_product_availability",
        says=asked.EXPECTED,
        taken_for={*_ASKS_NOTHING_ELSE, *_FORM_WISHES, "ask_delivery"},
        after=_WARES,
        when=_asks_after_wares,
        short=True,
    ),
    Reading(
        "ask_price",
        says=asked.WITH_GLASSES,
        taken_for={*_ASKS_NOTHING_ELSE, *_PRICE_TALK, "want_to_buy"},
        when=lambda turn: not turn.form,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_product_availability",
        taken_for={*_ASKS_NOTHING_ELSE, "ask_advice", "want_to_buy"},
        after={*_WARES, ASK_CHEAPEST},
        when=lambda turn: (
            asked.names_a_colour(turn.text) or bool(asked.FOR_A_CHILD.search(turn.text))
        ),
        short=True,
    ),
    Reading(
        lambda _, topic: topic if topic in _SAID_AGAIN | _WARES else ASK_TO_CONFIRM,
        says=phrases.ASKS_FOR_YES,
        taken_for={*_VAGUE, "thank", "compliment"},
    ),
    # Of any length, after a topic.
    Reading(
        "order_status",
        after={"order_status"},
        when=lambda turn: bool(turn.entities("postcode") or turn.entities("order_number")),
    ),
    Reading(
        "order_status",
        after={"order_status"},
        taken_for=_FORM_WISHES | {"nlu_fallback", "ask_clarification", "price_objection"},
        when=_asks_after_the_order,
        short=True,
    ),
    Reading(
        lambda turn, _: _STILL_THERE.get(turn.slot("remembered")),
        taken_for={"deny"},
        after={"welcome_back"},
    ),
    Reading(
        "negotiate_price",
        says=phrases.ELSEWHERE,
        taken_for={
            *(*_UNKNOWN, "goodbye", "small_talk", "ask_advice", "service_bought_elsewhere"),
            "ask_price",
        },
        after=_PRICE_TALK,
    ),
    Reading(TOPIC, says=phrases.INSISTS, after={"demand_special_treatment"}),
    Reading(
        "ask_product_availability",
        taken_for=_FORM_WISHES,
        after=_WARES,
        when=_is_no_wish_of_a_form,
    ),
    Reading(
        ASK_WHY,
        says=phrases.ASKS_WHY,
        taken_for={"price_objection"},
        when=lambda turn: turn.slot("topic") not in _PRICE_TALK,
    ),
    Reading(
        "make_appointment",
        after={"describe_problem"},
        taken_for={"inform", "affirm", "nlu_fallback", "ask_opening_hours"},
        when=lambda turn: bool(turn.entities("time") and turn.slot("mentioned_service")),
    ),
    Reading(TOPIC, after=_LISTENING, when=_tells_on),
    Reading("ask_delivery", says=phrases.HOW_LONG, after={"want_to_buy", *_WARES, "ask_delivery"}),
    Reading("affirm", says=phrases.CALLS, after={"medical_urgency"}),
    Reading(TOPIC, taken_for=_STILL_URGENT, after={"medical_urgency"}),
    Reading(
        "ask_gift",
        says=phrases.CATCH,
        taken_for={
            *(*_UNKNOWN, "small_talk", "want_to_buy", "ask_price", "ask_payment_methods"),
            *("ask_clarification", "deny"),
        },
        after=_FREE_TALK,
    ),
    Reading(TOPIC, taken_for={"nlu_fallback"}, after=_GOES_ON_IN_DOUBT, when=_is_likely),
    # Too short to stand by themselves.
    Reading(ASK_WHY, says=phrases.WHY, short=True),
    Reading(TOPIC, says=phrases.REALLY, after=_SAID_AGAIN, short=True),
    # A yes to what was offered instead of a discount.
    Reading(ASK_CHEAPEST, taken_for={"affirm"}, after=_PRICE_TALK, short=True),
    Reading(_same_of_something_else, when=_goes_on, short=True),
    Reading(
        TOPIC,
        says=phrases.WHAT_TIME,
        taken_for=_VAGUE,
        after={"ask_opening_hours"},
        short=True,
    ),
    Reading(
        _taken,
        says=phrases.TAKE_IT,
        taken_for=_VAGUE | {"make_appointment", "want_to_buy"},
        short=True,
    ),
    Reading(
        "affirm",
        says=phrases.FINE,
        taken_for={"nlu_fallback", "compliment", "small_talk"},
        short=True,
    ),
)
