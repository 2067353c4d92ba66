"""When a customer wants to come: what was said now, read on from what was said before.

"Half drie" is on the day that is talked of, "een uurtje later" an hour after the moment that is
known, "de tweede" one of the moments that were offered, "na vijven" no moment but a span.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from actions.moments import as_day, as_moment, as_value, is_moment, is_week, join_times, on_day
from actions.phrases import chosen_of
from actions.turn import Turn
from bot import clock
from bot.shop.opening import opening_week

_NUMBERS = {"een": 1, "één": 1, "'n": 1, "n": 1, "twee": 2, "drie": 3, "vier": 4}
_NUMBER = r"(?P<number>een|één|'?n|twee|drie|vier|\d+)"
_WAY = r"(?P<way>later|eerder|vroeger|erna|daarna|ervoor|daarvoor|verder|terug)\b"
_BACK = {"eerder", "vroeger", "ervoor", "daarvoor", "terug"}
# "Een uurtje later", "half uur eerder", "een kwartiertje vroeger".
_CLOCK_SHIFT = re.compile(
    rf"\b(?:(?P<half>half|halve|halfuur\w*) ?(?:uur\w*)?|(?P<quarter>kwartier\w*)|"
    rf"(?P<minutes>\d+) ?min\w*|(?:{_NUMBER} )?uur\w*) (?:wat |iets )?{_WAY}",
    re.I,
)
# "Een dag later", "de week erna", "de zaterdag daarna".
_DAY_SHIFT = re.compile(rf"\b(?:{_NUMBER} )?(?P<unit>dag\w*|week|weken|weekje|\w+dag) {_WAY}", re.I)
# "En die daarna?": the same day a week on.
_NEXT_ONE = re.compile(r"\b(?:die|dan) (?P<way>daarna|erna|erop|daarop|ervoor|daarvoor)\b", re.I)
_VAGUE_SHIFT = re.compile(
    r"\b(?:wat|iets|ietsje|beetje|nog|liever) (?P<way>later|eerder|vroeger)\b", re.I
)
_SAME_TIME = re.compile(
    r"\b(?:zelfde|dezelfde|die) (?:tijd\w*|uur)\b|\bop (?:hetzelfde|'t ?zelfde) uur", re.I
)
# "Kwart na vijf" is a moment in Flanders, "na vijven" none anywhere.
_PART_OF_CLOCK = r"(?<!kwart )(?<!half )(?<!tien )(?<!vijf )(?<!minuten )(?<!min )"
_DAY_WORD = (
    r"(?:morgen|overmorgen|vandaag|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\w*(?: \d+ \w+)?"
)
_CLOCK_AT_END = (
    rf" (?:\w+ (?:over|voor) )?[\w:.]+(?: ?uur|u)?(?: (?:op |aanstaande |komende )?{_DAY_WORD})?$"
)
_FROM = re.compile(rf"\b{_PART_OF_CLOCK}(?:na|vanaf|niet voor){_CLOCK_AT_END}", re.I)
_UNTIL = re.compile(rf"\b{_PART_OF_CLOCK}(?<!niet )voor{_CLOCK_AT_END}", re.I)
_SPANS = (
    (re.compile(r"\bna (?:de )?(?:lunch|middageten)\b", re.I), "13:00", "17:00"),
    (
        re.compile(r"\b(?:tussen de middag|(?:in|rond) (?:de|mijn) (?:lunch)?pauze)\b", re.I),
        "12:00",
        "14:00",
    ),
    (re.compile(r"\bna (?:m'?n|mijn|het) werk\b", re.I), "17:00", "23:59"),
    (re.compile(r"\bna school(?:tijd)?\b", re.I), "15:00", "23:59"),
)
_WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
# What ties a weekday to another week than the one that is talked of.
_OTHER_WEEK = re.compile(
    r"\d|\bweek\b|\bdeze\b|volgende|komende|aanstaande|morgen|vandaag|januari|februari|maart|april|"
    r"\bmei\b|juni|juli|augustus|september|oktober|november|december",
    re.I,
)
_NEARBY_DAYS = 7


@dataclass(frozen=True)
class Known:
    """What is talked of already."""

    moment: datetime | None
    day: str | None
    """A value of a day, span or moment; only its day counts."""
    chosen: bool
    """Whether the moment was chosen, so that another day alone keeps its clock time."""
    offered: Sequence[str] = ()


def wanted_time(turn: Turn, known: Known) -> str | None:
    """Return the value that a message means in its talk: a moment, a span or a day."""
    return (
        chosen_of(known.offered, turn.text)
        or _shifted(turn, known)
        or _named(turn, known)
        or _span_of_day(turn.text, known.day)
    )


def is_about_time(turn: Turn, known: Known) -> bool:
    """Whether a message says when, without naming a day or a clock time."""
    return bool(
        chosen_of(known.offered, turn.text) or _shifted(turn, known) or _SAME_TIME.search(turn.text)
    )


def shifted_day(text: str, day: date) -> date | None:
    """Return the day that "de zaterdag daarna" or "een dag later" means after another."""
    said = _DAY_SHIFT.search(text)
    if not said:
        following = _NEXT_ONE.search(text)
        if not following:
            return None
        week = timedelta(days=7)
        return day - week if following["way"].lower() in _BACK else day + week
    unit = said["unit"].lower()
    is_day = unit.startswith(("dag", "daag"))
    days = (1 if is_day else 7) * _number(said["number"])
    return (
        day - timedelta(days=days) if said["way"].lower() in _BACK else day + timedelta(days=days)
    )


def _shifted(turn: Turn, known: Known) -> str | None:
    other_day = shifted_day(turn.text, as_day(known.day)) if known.day else None
    if other_day:
        if known.moment and (known.chosen or _SAME_TIME.search(turn.text)):
            return on_day(as_value(known.moment), str(other_day))
        return str(other_day)
    if known.moment is None:
        return None
    named = join_times(turn.entities("time"), known.day)
    day = named[:10] if named and not is_moment(named) else None
    moved = _by_the_clock(turn.text, known.moment)
    if moved:
        return on_day(moved, day) if day else moved
    vague = _VAGUE_SHIFT.search(turn.text)
    if vague and not turn.entities("time"):
        return _rest_of_day(known.moment, later=vague["way"].lower() == "later")
    return None


def _by_the_clock(text: str, moment: datetime) -> str | None:
    said = _CLOCK_SHIFT.search(text)
    if not said:
        return None
    if said["half"]:
        minutes = 30
    elif said["quarter"]:
        minutes = 15
    else:
        minutes = int(said["minutes"]) if said["minutes"] else 60 * _number(said["number"])
    back = said["way"].lower() in _BACK
    return as_value(
        moment - timedelta(minutes=minutes) if back else moment + timedelta(minutes=minutes)
    )


def _named(turn: Turn, known: Known) -> str | None:
    entities = turn.entities("time")
    wanted = join_times(entities, known.day)
    if wanted is None:
        return None
    is_in_week = bool(known.day) and _names_only_a_weekday(turn.text)
    if known.day and is_in_week and (is_week(known.day) or not is_moment(wanted)):
        wanted = on_day(wanted, str(_in_the_week_of(known.day, as_day(wanted))))
    if is_moment(wanted):
        return _as_bound(turn.text, entities[-1], wanted)
    if "/" in wanted:
        return wanted
    if known.moment and (known.chosen or _SAME_TIME.search(turn.text)):
        return on_day(as_value(known.moment), wanted)
    return _span_of_day(turn.text, wanted) or wanted


def _as_bound(text: str, entity: dict[str, Any], value: str) -> str:
    """Return the span that "na vijven" or "voor elf uur" means; other moments stay moments."""
    said = text[: entity.get("end", 0)]
    if _FROM.search(said):
        return f"{value}/{value[:10]}T23:59"
    if _UNTIL.search(said):
        return f"{value[:10]}T00:00/{value}"
    return value


def _span_of_day(text: str, day: str | None) -> str | None:
    if not day:
        return None
    for pattern, begins, ends in _SPANS:
        if pattern.search(text):
            return f"{day[:10]}T{begins}/{day[:10]}T{ends}"
    return None


def _names_only_a_weekday(text: str) -> bool:
    return bool(re.search(_WEEKDAY, text, re.I)) and not _OTHER_WEEK.search(text)


def _in_the_week_of(talked_of: str, wanted: date) -> date:
    """Return the same weekday in the week that is talked of, if that is not this one."""
    known = as_day(talked_of)
    if not is_week(talked_of) and known - clock.today() <= timedelta(days=_NEARBY_DAYS):
        return wanted
    return known + timedelta(days=wanted.weekday() - known.weekday())


def _rest_of_day(moment: datetime, *, later: bool) -> str:
    day = f"{moment.astimezone(clock.ZONE):%Y-%m-%d}"
    after = as_value(moment + timedelta(minutes=15))
    return f"{after}/{day}T23:59" if later else f"{day}T00:00/{as_value(moment)}"


def _number(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)


def known_of(
    turn: Turn, *, moving: datetime | None, offered: Sequence[str], asked_day: str | None
) -> Known:
    """Gather what is known from the form's slots, and from the appointment that is moved."""
    chosen, talked_of = turn.slot("time"), turn.slot("day")
    moment = next((as_moment(v) for v in (chosen, talked_of) if v and is_moment(v)), moving)
    day = talked_of or (as_value(moving) if moving else asked_day)
    named = any(entity.get("said_day", True) for entity in turn.entities("time"))
    if day and is_week(day) and turn.entities("time") and not named:
        # "'s Middags" of next week: on the first day that the shop is open.
        week = opening_week(as_day(day))
        day = next((str(one.day) for one in week if one.is_open), day[:10])
    return Known(moment, day, chosen=bool(chosen), offered=offered)
