"""The ways in which a message is read on from its talk, the first that fits first."""

from __future__ import annotations

from actions import asked, claims, conditions, phrases
from actions.conditions import ASKED_OF_SERVICE, PRICE_TALK, VAGUE, WARES
from actions.moods import shows
from actions.reading import TOPIC, Reading
from actions.topics import (
    ASK_BRING,
    ASK_BUDGET,
    ASK_CHEAPEST,
    ASK_COMPANY,
    ASK_CONFIRMATION,
    ASK_DIFFERENCE,
    ASK_DURATION,
    ASK_HOME_VISIT,
    ASK_HOUSE_HABIT,
    ASK_MEDICAL,
    ASK_PAIN,
    ASK_PRIVATE,
    ASK_TO_CONFIRM,
    ASK_WALK_IN,
    ASK_WHY,
    BOOK_ALSO,
    OWN_FRAME,
    RESERVE,
    STOPPED,
    TOLD_BY_SHOP,
    TRY_ON,
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
_FORM_WISHES = {
    *("check_appointment", "reschedule_appointment", "cancel_appointment", "order_status"),
    "ask_opening_hours",
}
_UNKNOWN = {"nlu_fallback", "out_of_scope", "inform"}
_ASKS_NOTHING_ELSE = {*VAGUE, *_UNKNOWN, "small_talk", "compliment"} - {"cancel"}
_STILL_URGENT = {
    *((VAGUE - {"affirm", "cancel"}) | {"describe_problem", "ask_opening_hours"}),
    *("make_appointment", "ask_eye_test", "ask_hearing_test", "service_bought_elsewhere"),
    *("ask_about_shop", "ask_advice", "small_talk", "out_of_scope", "ask_adjustment"),
    "ask_care_tips",
}

READINGS = (
    # Whatever the talk is about.
    Reading("medical_urgency", says=phrases.STROKE, anywhere=True),
    Reading(ASK_PRIVATE, when=lambda turn: asked.is_private(turn.text), anywhere=True),
    Reading(
        lambda turn, _: "ask_price" if turn.entity("service") else TOLD_BY_SHOP,
        when=lambda turn: claims.is_told_by_the_shop(turn.text),
        anywhere=True,
    ),
    Reading(
        ASK_DIFFERENCE, says=asked.DIFFERENCE, when=conditions.names_two_services, anywhere=True
    ),
    Reading(ASK_PAIN, says=asked.PAIN, when=conditions.is_about_a_service, anywhere=True),
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
        when=conditions.is_about_a_service,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_price",
        taken_for={"negotiate_price", "nlu_fallback", "price_objection", "affirm"},
        when=conditions.checks_an_amount,
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
        when=lambda turn: not turn.form and conditions.asks_after_wares(turn),
        anywhere=True,
    ),
    Reading(
        ASK_BUDGET,
        taken_for={
            *(*_ASKS_NOTHING_ELSE, *PRICE_TALK, "ask_price", "want_to_buy", "ask_advice"),
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
    Reading(ASK_DURATION, says=phrases.HOW_LONG, when=conditions.is_about_a_service, anywhere=True),
    Reading(
        "ask_clarification",
        says=phrases.ASKS_WHY,
        when=lambda turn: bool(turn.form),
        anywhere=True,
    ),
    Reading(
        "ask_discount",
        says=phrases.DISCOUNT,
        taken_for={*_FORM_WISHES, *_UNKNOWN, "make_appointment", "greet"},
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
        taken_for={
            *("nlu_fallback", "out_of_scope", "ask_price", "want_to_buy", "ask_advice"),
            "ask_help",
        },
        when=conditions.names_none,
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
    Reading(conditions.chosen, anywhere=True, short=True),
    Reading("bot_challenge", says=phrases.WHO_ARE_YOU, anywhere=True, short=True),
    Reading(
        "compliment",
        says=phrases.LAUGHS,
        taken_for={"nlu_fallback", "affirm"},
        when=lambda turn: not turn.form,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_repair",
        says=phrases.BROKEN,
        taken_for={"nlu_fallback", "price_objection", "want_to_buy"},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        "describe_problem",
        says=phrases.SEES_BADLY,
        taken_for={"nlu_fallback"},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        ASK_WALK_IN,
        says=phrases.COME_NOW,
        taken_for={*_UNKNOWN, "ask_opening_hours", "ask_help"},
        when=lambda turn: not turn.form,
        anywhere=True,
        short=True,
    ),
    # "De tweede" of nothing that was offered.
    Reading("nlu_fallback", says=phrases.ORDINAL, taken_for=PRICE_TALK, anywhere=True, short=True),
    Reading(
        "cancel_appointment",
        says=phrases.CALLS_OFF,
        when=conditions.calls_off_a_service,
        anywhere=True,
    ),
    Reading("make_appointment", taken_for=_UNKNOWN, when=conditions.wants_to_come, anywhere=True),
    Reading(
        "inform",
        says=phrases.NO_NUMBER,
        when=lambda turn: turn.requested == "appointment_number",
        anywhere=True,
        short=True,
    ),
    Reading(
        OWN_FRAME,
        says=asked.OWN_FRAME,
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        TRY_ON,
        says=asked.TRY_ON,
        taken_for={*_UNKNOWN, "make_appointment", "want_to_buy", "ask_product_availability"},
        when=lambda turn: not (turn.form or turn.entity("time")),
        anywhere=True,
    ),
    Reading(
        lambda turn, _: ASKED_OF_SERVICE.get(turn.entities("service")[0]["value"], "ask_price"),
        says=phrases.DIFFERENCE,
        when=lambda turn: bool(turn.entity("service")) and not turn.form,
        anywhere=True,
    ),
    Reading(
        "order_status",
        says=phrases.ORDERED,
        taken_for={"nlu_fallback", "out_of_scope"},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        "ask_repair",
        says=phrases.MENDS,
        taken_for={*_ASKS_NOTHING_ELSE, "complaint"},
        after={"ask_repair"},
        short=True,
    ),
    Reading(
        TOPIC,
        says=phrases.WHAT_IT_NEEDS,
        taken_for={*_ASKS_NOTHING_ELSE, "want_to_buy", "ask_advice"},
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
            *(*_ASKS_NOTHING_ELSE, *_FORM_WISHES, "ask_price", "make_appointment", "ask_location"),
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
        taken_for={*_ASKS_NOTHING_ELSE, "complaint", "ask_warranty"},
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
        after=WARES,
        when=conditions.asks_after_wares,
        short=True,
    ),
    Reading(
        "ask_price",
        says=asked.WITH_GLASSES,
        taken_for={*_ASKS_NOTHING_ELSE, *PRICE_TALK, "want_to_buy"},
        when=lambda turn: not turn.form,
        anywhere=True,
        short=True,
    ),
    Reading(
        "ask_product_availability",
        taken_for={*_ASKS_NOTHING_ELSE, "ask_advice", "want_to_buy"},
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
        taken_for=_FORM_WISHES | {"nlu_fallback", "ask_clarification", "price_objection"},
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
            *(*_UNKNOWN, "goodbye", "small_talk", "ask_advice", "service_bought_elsewhere"),
            "ask_price",
        },
        after=PRICE_TALK,
    ),
    Reading(TOPIC, says=phrases.INSISTS, after={"demand_special_treatment"}),
    Reading(
        "ask_product_availability",
        taken_for=_FORM_WISHES,
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
            *(*_UNKNOWN, "small_talk", "want_to_buy", "ask_price", "ask_payment_methods"),
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
