"""The ways in which a message is read whatever the talk is about, the first that fits first."""

from __future__ import annotations

from actions import asked, claims, conditions, phrases
from actions.conditions import (
    ASKED_OF_SERVICE,
    ASKS_NOTHING_ELSE,
    FORM_WISHES,
    PRICE_TALK,
    UNKNOWN,
)
from actions.moods import shows
from actions.reading import Reading
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
    ASK_WALK_IN,
    OWN_FRAME,
    RESERVE,
    TOLD_BY_SHOP,
    TRY_ON,
)

ANYWHERE = (
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
        taken_for={*ASKS_NOTHING_ELSE, "ask_contact", "check_appointment", "ask_location"},
        anywhere=True,
    ),
    Reading(
        "ask_price",
        says=asked.FREE,
        taken_for={*ASKS_NOTHING_ELSE, "ask_gift", "negotiate_price", "price_objection"},
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
        taken_for={*UNKNOWN, "ask_about_shop"},
        anywhere=True,
    ),
    Reading(
        "demand_special_treatment",
        says=phrases.BEFORE_OTHERS,
        taken_for={*ASKS_NOTHING_ELSE, *FORM_WISHES, "complaint"},
        when=lambda turn: not turn.form,
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
            *(*ASKS_NOTHING_ELSE, *PRICE_TALK, "ask_price", "want_to_buy", "ask_advice"),
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
        taken_for={*FORM_WISHES, *UNKNOWN, "make_appointment", "greet"},
        anywhere=True,
    ),
    Reading(
        "other_language",
        when=lambda turn: phrases.is_in_another_script(turn.text),
        anywhere=True,
    ),
    Reading(
        ASK_CHEAPEST,
        taken_for={*UNKNOWN, "deny", "small_talk"},
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
        taken_for={"make_appointment", *UNKNOWN},
        when=lambda turn: not turn.form,
        anywhere=True,
    ),
    Reading(
        ASK_HOME_VISIT,
        says=asked.NOT_ABLE_TO_COME,
        taken_for={"make_appointment", "ask_delivery", "ask_location", *UNKNOWN},
        when=lambda turn: not (turn.form or asked.SENT.search(turn.text)),
        anywhere=True,
    ),
    Reading(conditions.chosen, anywhere=True, short=True),
    Reading("bot_challenge", says=phrases.WHO_ARE_YOU, anywhere=True, short=True),
    Reading(
        "bot_challenge",
        says=phrases.ASKED_OF_A_BOT,
        taken_for={*UNKNOWN, "small_talk", "describe_problem", "compliment", "deny", "affirm"},
        anywhere=True,
    ),
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
        taken_for={*UNKNOWN, "ask_opening_hours", "ask_help"},
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
    Reading("make_appointment", taken_for=UNKNOWN, when=conditions.wants_to_come, anywhere=True),
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
        taken_for={*UNKNOWN, "make_appointment", "want_to_buy", "ask_product_availability"},
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
)
