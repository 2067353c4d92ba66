"""The bot's responses in domain.yml, known again by their texts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DOMAIN = Path(__file__).resolve().parents[3] / "domain.yml"
# What each question of a form asks for, by its response in domain.yml.
_ASKS = {
    "utter_ask_service": "service",
    "utter_ask_time": "time",
    "utter_ask_time_on_day": "time",
    "utter_ask_new_time": "time",
    "utter_time_full": "time",
    "utter_time_taken": "time",
    "utter_time_closed": "time",
    "utter_time_closed_hours": "time",
    "utter_time_past": "time",
    "utter_time_too_far": "time",
    "utter_time_off_grid": "time",
    "utter_time_does_not_fit": "time",
    "utter_time_unclear": "time",
    "utter_ask_name": "name",
    "utter_ask_phone": "phone",
    "utter_confirm_appointment": "yes",
    "utter_confirm_move": "yes",
    "utter_confirm_cancel": "yes",
    "utter_ask_appointment_number": "appointment",
    "utter_appointment_unknown": "appointment",
    "utter_ask_order_number": "order",
    "utter_ask_postcode": "postcode",
    "utter_ask_staff_message": "message",
    "utter_ask_contact_detail": "contact",
}


@cache
def _responses() -> dict[str, list[dict[str, Any]]]:
    domain = yaml.safe_load(_DOMAIN.read_text("utf-8"))
    responses: dict[str, list[dict[str, Any]]] = domain["responses"]
    return responses


@cache
def _said_as(response: str) -> re.Pattern[str]:
    """A pattern for every text of a response, with anything in place of its facts."""
    texts = [variant["text"] for variant in _responses()[response]]
    parts = ([re.escape(part) for part in re.split(r"{\w+}", text)] for text in texts)
    return re.compile("|".join(f"(?:{'.+'.join(each)})" for each in parts), re.S)


@cache
def asked_for(text: str) -> str:
    """Return what a form asks for in this text, or nothing."""
    matching = (wanted for response, wanted in _ASKS.items() if _said_as(response).search(text))
    return next(matching, "")


def is_fault(text: str) -> bool:
    return _said_as("utter_storing").search(text) is not None
