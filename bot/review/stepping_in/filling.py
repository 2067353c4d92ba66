"""The shop's facts in a ready answer: {telefoon} becomes the phone number as it is today."""

import re
from collections.abc import Callable
from datetime import timedelta
from difflib import get_close_matches

from django.utils.formats import date_format, time_format

from bot import clock
from bot.shop.models import Shop
from bot.shop.models.hours import Weekday
from bot.shop.opening import Interval, NeverOpen, next_opening, opening_on, regular_week

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")


class Unfillable(Exception):
    """A placeholder that stands for nothing; says so in Dutch."""


def filled(text: str, name: str) -> str:
    """Return a text with every placeholder filled in, for the person of that name."""
    facts = _facts(name)

    def fact(found: re.Match[str]) -> str:
        if found[1] not in facts:
            raise Unfillable(_unknown(found[1], list(facts)))
        if not (value := facts[found[1]]()):
            raise Unfillable(f"{found[0]} is nog leeg. Vul het eerst in bij de winkel.")
        return value

    if _BRACE.search(_PLACEHOLDER.sub("", text)):
        raise Unfillable("Er staat een losse accolade in. Schrijf een gegeven als {telefoon}.")
    return _PLACEHOLDER.sub(fact, text)


def placeholders(name: str) -> list[tuple[str, str]]:
    """Return each placeholder with what it stands for now."""
    return [(f"{{{key}}}", value()) for key, value in _facts(name).items()]


def _facts(name: str) -> dict[str, Callable[[], str]]:
    shop = Shop.current()
    today = clock.today()
    return {
        "naam_medewerker": lambda: name,
        "winkel": lambda: shop.name,
        "telefoon": lambda: shop.phone,
        "email": lambda: shop.email,
        "adres": lambda: shop.address,
        "website": lambda: shop.website,
        "parkeren": lambda: shop.parking,
        "openingstijden_vandaag": lambda: _hours(opening_on(today).intervals),
        "openingstijden_morgen": lambda: _hours(opening_on(today + timedelta(days=1)).intervals),
        "openingstijden_week": _week,
        "volgende_opening": _next,
    }


def _hours(intervals: tuple[Interval, ...]) -> str:
    stretches = [
        f"van {time_format(each.opens, 'G:i')} tot {time_format(each.closes, 'G:i')} uur"
        for each in intervals
    ]
    return " en ".join(stretches) or "gesloten"


def _week() -> str:
    return "\n".join(
        f"{Weekday(day.weekday).label}: {_hours(day.intervals)}" for day in regular_week()
    )


def _next() -> str:
    try:
        opening, interval = next_opening(clock.now())
    except NeverOpen:
        return ""
    return f"{date_format(opening.day, 'l j F')} vanaf {time_format(interval.opens, 'G:i')} uur"


def _unknown(key: str, known: list[str]) -> str:
    like = get_close_matches(key.strip().lower(), known, n=1)
    if like:
        return f"Het gegeven {{{key}}} ken ik niet. Bedoel je {{{like[0]}}}?"
    return f"Het gegeven {{{key}}} ken ik niet. De gegevens die ik ken staan onder de tekst."
