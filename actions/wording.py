"""Facts in the form in which Dutch people say them: days, times, prices, lists."""

from datetime import date, datetime
from typing import Any

import phonenumbers
from babel import Locale
from babel.dates import format_date

from bot.shop.models import Service
from bot.shop.wording import (
    day_words,
    full_day_words,
    hours_words,
    list_words,
    money_words,
    time_words,
    week_words,
    weekday_words,
)

__all__ = [
    "booked_day_words",
    "country_words",
    "day_words",
    "days_words",
    "full_day_words",
    "hours_words",
    "list_words",
    "money_words",
    "phone_words",
    "service_words",
    "slot_words",
    "time_words",
    "week_words",
    "weekday_words",
    "years_words",
]

_LOCALE = "nl"
_A = "een"
_DAY, _DAYS, _YEAR, _NONE = "dag", "dagen", "jaar", "geen"
_DUTCH = 31


def booked_day_words(day: date) -> str:
    """Say a day that must not be mistaken: "morgen (woensdag 25 november)"."""
    near, full = day_words(day), full_day_words(day)
    return full if near == full else f"{near} ({full})"


def service_words(service: Service) -> dict[str, Any]:
    """Say a service by its name, and as part of a sentence: "een oogmeting"."""
    name = service.name
    guessed = name if " " in name else f"{_A} {name}"
    return {"service": name, "a_service": service.phrase or guessed}


def days_words(number: int) -> str:
    return f"{number} {_DAY if number == 1 else _DAYS}"


def years_words(number: int) -> str:
    """Say for how long something holds: "2 jaar", or "geen" when it doesn't at all."""
    return f"{number} {_YEAR}" if number else _NONE


def phone_words(number: str) -> str:
    """Say a phone number as people read it: "06 12345678"."""
    parsed = phonenumbers.parse(number)
    form = phonenumbers.PhoneNumberFormat
    is_dutch = parsed.country_code == _DUTCH
    return phonenumbers.format_number(parsed, form.NATIONAL if is_dutch else form.INTERNATIONAL)


def slot_words(moment: datetime) -> str:
    """A short title for a button: "vr 27 nov, 14:30"."""
    return f"{format_date(moment, 'EEE d MMM', locale=_LOCALE)}, {moment.hour}:{moment.minute:02d}"


def country_words(code: str) -> str:
    """Say a country by its name: "België"; what is no code is said as it is."""
    return Locale(_LOCALE).territories.get(code.upper(), code)
