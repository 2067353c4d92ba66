"""The ways in which a message is read on from its talk, the first that fits first."""

from __future__ import annotations

from actions import asked, claims, conditions, phrases
from actions.conditions import ASKS_NOTHING_ELSE, FORM_WISHES, PRICE_TALK, UNKNOWN, VAGUE, WARES
from actions.reading import TOPIC, Reading
from actions.readings_anywhere import ANYWHERE
from actions.topics import (
    ASK_CHEAPEST,
    ASK_DURATION,
    ASK_HOME_VISIT,
    ASK_TO_CONFIRM,
    ASK_WHY,
    BOOK_ALSO,
    STOPPED,
    TOLD_BY_SHOP,
)

_STILL_THERE = {
    **dict.fromkeys(("tight", "loose", "adjustment"), "ask_adjustment"),
    "repair": "ask_repair",
    "order": "order_status",
    "problem": "describe_problem",
}
_FREE_TALK = {"service_bought_elsewhere", "ask_gift", "ask_adjustment", "ask_cleaning_refill"}
_DEMANDS = {"demand_special_treatment", "customer_is_king"}
_LISTENING = {"describe_problem", "want_to_buy", "ask_advice"}
_SAID_AGAIN = {
    *PRICE_TALK,
    *("bot_challenge", "ask_gift", "service_bought_elsewhere", "ask_warranty"),
    *("return_product", "ask_insurance", "ask_delivery", "ask_payment_methods"),
}
_GOES_ON_IN_DOUBT = PRICE_TALK | {"ask_opening_hours", "ask_price", "complaint"}
_STILL_URGENT = {
    *((VAGUE - {"affirm", "cancel"}) | {"describe_problem", "ask_opening_hours"}),
    *("make_appointment", "ask_eye_test", "ask_hearing_test", "service_bought_elsewhere"),
    *("ask_about_shop", "ask_advice", "small_talk", "out_of_scope", "ask_adjustment"),
    *("ask_care_tips", "demand_special_treatment"),
}

READINGS = (
    *ANYWHERE,
    Reading(
        "ask_repair",
        says=phrases.MENDS,
        taken_for={*ASKS_NOTHING_ELSE, "complaint"},
        after={"ask_repair"},
        short=True,
    ),
    Reading(
        ASK_DURATION,
        says=phrases.IN_TIME,
        taken_for={*UNKNOWN, "small_talk", "describe_problem"},
        after={"ask_repair", "ask_adjustment"},
    ),
    Reading(
        TOPIC,
        says=phrases.WHAT_IT_NEEDS,
        taken_for={*ASKS_NOTHING_ELSE, "want_to_buy", "ask_advice"},
        after={"describe_problem"},
        short=True,
    ),
    Reading("make_appointment", says=phrases.AFTER_ALL, after={STOPPED}, short=True),
    Reading(
        "make_appointment",
        after={BOOK_ALSO},
        taken_for={"inform", "affirm", "nlu_fallback", "ask_opening_hours", "make_appointment"},
    ),
    Reading("ask_opening_hours", says=phrases.NEXT_ONE, after={"ask_opening_hours"}, short=True),
    Reading(
        "negotiate_price",
        says=phrases.DEAL,
        taken_for={*VAGUE, "thank", "compliment", "goodbye", "greet", "small_talk"},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        ASK_TO_CONFIRM,
        says=phrases.SEALS,
        taken_for={"affirm", "thank", "compliment", "nlu_fallback"},
        after=PRICE_TALK | _DEMANDS,
    ),
    Reading(
        TOPIC,
        taken_for={
            *(*ASKS_NOTHING_ELSE, *FORM_WISHES, "ask_price", "make_appointment", "ask_location"),
            *("ask_delivery", "ask_payment_methods", "ask_gift", "describe_problem"),
        },
        after={ASK_HOME_VISIT},
        when=conditions.of_a_visit,
    ),
    Reading(
        "ask_warranty",
        says=asked.SCRATCHES,
        after={"ask_warranty", "return_product"},
        short=True,
    ),
    Reading(TOPIC, taken_for={*VAGUE, "complaint"}, after={TOLD_BY_SHOP}, short=True),
    Reading(
        TOPIC,
        taken_for={*ASKS_NOTHING_ELSE, "complaint", "ask_warranty"},
        after={"return_product"},
        when=lambda turn: claims.days_in(turn.text) is not None,
        short=True,
    ),
    Reading(
        TOPIC,
        taken_for={*ASKS_NOTHING_ELSE, "demand_special_treatment", "ask_opening_hours"},
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
        taken_for={*ASKS_NOTHING_ELSE, *FORM_WISHES, "ask_delivery"},
        after=WARES,
        when=conditions.asks_after_wares,
        short=True,
    ),
    Reading(
        "ask_price",
        says=asked.WITH_GLASSES,
        taken_for={*ASKS_NOTHING_ELSE, *PRICE_TALK, "want_to_buy"},
        when=lambda turn: not turn.form,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_product_availability",
        taken_for={*ASKS_NOTHING_ELSE, "ask_advice", "want_to_buy"},
        after={*WARES, ASK_CHEAPEST},
        when=lambda turn: (
            asked.names_a_colour(turn.text) or bool(asked.FOR_A_CHILD.search(turn.text))
        ),
        short=True,
    ),
    Reading(
        lambda _, topic: topic if topic in _SAID_AGAIN | WARES else ASK_TO_CONFIRM,
        says=phrases.ASKS_FOR_YES,
        taken_for={*VAGUE, "thank", "compliment"},
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
        taken_for=FORM_WISHES | {"nlu_fallback", "ask_clarification", "price_objection"},
        when=conditions.asks_after_the_order,
        short=True,
    ),
    Reading(
        lambda turn, _: _STILL_THERE.get(turn.slot("remembered")),
        taken_for={"deny"},
        after={"welcome_back"},
    ),
    Reading(
        lambda turn, _: _STILL_THERE.get(turn.slot("remembered")),
        says=phrases.STILL,
        after={"welcome_back"},
        short=True,
    ),
    Reading(
        "negotiate_price",
        says=phrases.ELSEWHERE,
        taken_for={
            *(*UNKNOWN, "goodbye", "small_talk", "ask_advice", "service_bought_elsewhere"),
            "ask_price",
        },
        after=PRICE_TALK,
    ),
    Reading(TOPIC, says=phrases.INSISTS, after={"demand_special_treatment"}),
    Reading(
        "ask_product_availability",
        taken_for=FORM_WISHES,
        after=WARES,
        when=conditions.is_no_wish_of_a_form,
    ),
    Reading(
        ASK_WHY,
        says=phrases.ASKS_WHY,
        taken_for={"price_objection"},
        when=lambda turn: turn.slot("topic") not in PRICE_TALK,
    ),
    Reading(
        "make_appointment",
        after={"describe_problem"},
        taken_for={"inform", "affirm", "nlu_fallback", "ask_opening_hours"},
        when=lambda turn: bool(turn.entities("time") and turn.slot("mentioned_service")),
    ),
    Reading(TOPIC, after=_LISTENING, when=conditions.tells_on),
    Reading("ask_delivery", says=phrases.HOW_LONG, after={"want_to_buy", *WARES, "ask_delivery"}),
    Reading("affirm", says=phrases.CALLS, after={"medical_urgency"}),
    Reading(TOPIC, taken_for=_STILL_URGENT, after={"medical_urgency"}),
    Reading(
        "ask_gift",
        says=phrases.CATCH,
        taken_for={
            *(*UNKNOWN, "small_talk", "want_to_buy", "ask_price", "ask_payment_methods"),
            *("ask_clarification", "deny"),
        },
        after=_FREE_TALK,
    ),
    Reading(TOPIC, says=phrases.GOES_ON, taken_for={"nlu_fallback"}, after=PRICE_TALK, short=True),
    Reading(TOPIC, taken_for={"nlu_fallback"}, after=_GOES_ON_IN_DOUBT, when=conditions.is_likely),
    # Too short to stand by themselves.
    Reading(ASK_WHY, says=phrases.WHY, short=True),
    Reading(TOPIC, says=phrases.REALLY, after=_SAID_AGAIN, short=True),
    # A yes to what was offered instead of a discount.
    Reading(ASK_CHEAPEST, taken_for={"affirm"}, after=PRICE_TALK, short=True),
    Reading(conditions.same_of_something_else, when=conditions.goes_on, short=True),
    Reading(
        TOPIC,
        says=phrases.WHAT_TIME,
        taken_for=VAGUE,
        after={"ask_opening_hours"},
        short=True,
    ),
    Reading(
        conditions.taken,
        says=phrases.TAKE_IT,
        taken_for=VAGUE | {"make_appointment", "want_to_buy"},
        short=True,
    ),
    Reading(
        "affirm",
        says=phrases.FINE,
        taken_for={"nlu_fallback", "compliment", "small_talk"},
        short=True,
    ),
    # Of whom no appointment was spoken: "kan dat volgende week?".
    Reading(
        "make_appointment",
        taken_for={"reschedule_appointment", "check_appointment"},
        when=conditions.has_nothing_to_change,
        anywhere=True,
    ),
)
