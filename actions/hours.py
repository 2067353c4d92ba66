"""Opening hours: of a day, a holiday, now, the week."""

import re
from datetime import date, datetime
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.facts import open_facts
from actions.moments import as_day
from actions.turn import Event, Turn
from actions.wanted_times import shifted_day
from actions.wording import (
    day_words,
    full_day_words,
    hours_words,
    list_words,
    time_words,
    week_words,
    weekday_words,
)
from bot import clock
from bot.shop.opening import (
    Opening,
    Period,
    is_open_at,
    next_opening,
    opening_on,
    opening_week,
    period_named_in,
    regular_week,
)

_NOW = re.compile(r"\b(nu|nog open|al open|momenteel|op dit moment)\b", re.I)
_THEN = re.compile(
    r"\b(dan|die dag|daar)\b|^\W*(en )?(hoe ?laat|tot (hoe ?laat|wanneer))\W*$", re.I
)
# "Hoe laat gaan jullie dicht?" is about today, unless it asks after a week of days.
_CLOSING = re.compile(
    r"(hoe ?laat|wanneer)\b.*\b(dicht|sluit\w*|toe|open vandaag)\b"
    r"(?!.*(meestal|altijd|elke|iedere|zater|door))",
    re.I,
)
_EVENING = re.compile(r"koopavond|'?s avonds|avondopenstelling|in de avond", re.I)
_LATE_NIGHT = re.compile(r"koopavond|avondopenstelling", re.I)
_LATE_FROM_HOUR = 18
_LOOK_AHEAD_DAYS = 14
# "Tot 9 uur open, toch?" may mean nine in the evening: the day's hours answer both.
_UNTIL = re.compile(r"\btot (?:een uur of )?\w+", re.I)


class OpeningHours(ShopAction):
    action = "action_opening_hours"
    answers = ("ask_opening_hours",)

    def answer(self, turn: Turn) -> list[Event]:
        times = _day_after_asked(turn) or turn.entities("time") or _day_asked_before(turn)
        period = period_named_in(turn.text, clock.today())
        if times:
            for entity in times[:2]:
                _tell_of(turn, entity)
            if _LATE_NIGHT.search(turn.text):
                _tell_late_evenings(turn)
        elif period:
            _tell_period(turn, period)
        elif _EVENING.search(turn.text):
            _tell_late_evenings(turn)
        elif _NOW.search(turn.text) or turn.slot("mood") == "hurry":
            _tell_now(turn)
        elif _CLOSING.search(turn.text):
            _tell_day(turn, opening_on(clock.today()))
        else:
            _tell_week(turn)
        return [SlotSet("asked_day", times[-1]["value"])] if times else []


def tell_hours(turn: Turn) -> None:
    """Tell when the shop is open on the day that is named, or in a week."""
    times = turn.entities("time")
    if times:
        _tell_day(turn, opening_on(as_day(times[0]["value"])))
    else:
        _tell_week(turn)


def _day_after_asked(turn: Turn) -> list[dict[str, Any]]:
    """Return the day that "en de zaterdag daarna?" means."""
    asked = turn.slot("asked_day")
    day = shifted_day(turn.text, as_day(asked)) if asked else None
    return [{"value": str(day)}] if day else []


def _day_asked_before(turn: Turn) -> list[dict[str, Any]]:
    """Return the day that the talk was about, or of the appointment, for "hoe laat dan?"."""
    if not _THEN.search(turn.text):
        return []
    if turn.form and turn.slot("day"):
        return [{"value": turn.slot("day")[:10]}]
    day = turn.slot("asked_day")
    return [{"value": day}] if day and turn.slot("topic") == "ask_opening_hours" else []


def _tell_of(turn: Turn, entity: dict[str, Any]) -> None:
    first = entity["value"].split("/")[0]
    opening = opening_on(date.fromisoformat(first[:10]))
    is_moment = "T" in entity["value"] and "/" not in entity["value"]
    if is_moment and opening.is_open and not _UNTIL.search(turn.text):
        moment = datetime.fromisoformat(first).replace(tzinfo=clock.ZONE)
        turn.say(
            "utter_open_at" if is_open_at(moment) else "utter_closed_at",
            day=day_words(opening.day),
            time=time_words(moment),
            hours=hours_words(opening.intervals),
        )
        return
    _tell_day(turn, opening)


def _tell_day(turn: Turn, opening: Opening) -> None:
    facts: dict[str, Any] = {"day": day_words(opening.day), "reason": opening.reason}
    if opening.is_open:
        facts["hours"] = hours_words(opening.intervals)
        turn.say("utter_open_day_reason" if opening.reason else "utter_open_day", **facts)
        return
    end_of_day = datetime.combine(opening.day, datetime.max.time(), clock.ZONE)
    following, _ = next_opening(end_of_day)
    turn.say(
        "utter_closed_day_reason" if opening.reason else "utter_closed_day",
        next_day=day_words(following.day),
        next_hours=hours_words(following.intervals),
        **facts,
    )


def _tell_period(turn: Turn, period: Period) -> None:
    first, last = period.first, period.last
    if first == last:
        _tell_day(turn, first)
        return
    facts: dict[str, Any] = {
        "first_day": full_day_words(first.day),
        "last_day": full_day_words(last.day),
        "reason": first.reason,
    }
    if first.is_open:
        turn.say("utter_open_period", hours=hours_words(first.intervals), **facts)
        return
    following, _ = next_opening(datetime.combine(last.day, datetime.max.time(), clock.ZONE))
    turn.say("utter_closed_period", next_day=full_day_words(following.day), **facts)


def _tell_now(turn: Turn) -> None:
    response, facts = open_facts()
    turn.say(response, **facts)


def _tell_week(turn: Turn) -> None:
    turn.say("utter_open_week", week=week_words(regular_week()))
    if len(turn.questions) > 1:
        # Whoever asks more at once wants short answers.
        return
    coming = [o for o in opening_week(clock.today(), _LOOK_AHEAD_DAYS) if o.reason]
    for opening in coming[:1]:
        facts: dict[str, Any] = {"day": day_words(opening.day), "reason": opening.reason}
        if opening.is_open:
            turn.say("utter_coming_exception", hours=hours_words(opening.intervals), **facts)
        else:
            turn.say("utter_coming_closed", **facts)


def _tell_late_evenings(turn: Turn) -> None:
    late = [
        day
        for day in regular_week()
        if day.is_open and day.intervals[-1].closes.hour >= _LATE_FROM_HOUR
    ]
    if not late:
        turn.say("utter_no_late_evening")
        return
    turn.say(
        "utter_late_evening",
        days=list_words(weekday_words(day) for day in late),
        hours=hours_words(late[0].intervals),
    )
