"""Finds the days and times that a customer names, resolved against the clock.

Half past two without more is in the afternoon: the shop's day runs from eight to eight.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from datetime import time as time_of_day

from bot.clock import ZONE
from bot.engine.entities.found import Found
from bot.engine.entities.time_clocks import (
    Clock,
    Later,
    Part,
    read_beside,
    read_clocks,
    read_later,
    read_parts,
)
from bot.engine.entities.time_days import Day, read_days
from bot.engine.entities.time_tokens import Reading
from bot.engine.entities.time_words import PARTS

_HINT = re.compile(
    r"\d|dag|vandaag|morgen|ochtend|middag|noen |avond|uur|kwart|half een|kerst|pasen|paas|"
    r"pinkster|hemelvaart|jaar| over |oud en nieuw|sinterklaas"
)
_FILLERS = frozenset(
    {",", "in", "de", "op", "of", "om", "zo", "en", "dan", "graag", "wel", "liefst"}
)
_STOPS = frozenset({".", "?", "!", ",", ";", ":"})
_NOON = 12 * 60
# How early and how late a clock time can be said of a part of the day.
_SAID_OF = {"ochtend": (5 * 60, 13 * 60), "middag": (11 * 60, 18 * 60), "avond": (17 * 60, 24 * 60)}


def find_times(text: str, now: datetime) -> list[Found]:
    """Return what has a value; two days in one message give two."""
    reading = Reading(text)
    if not _HINT.search(reading.line):
        return []
    today = now.date()
    clocks = read_beside(reading)
    laters = read_later(reading)
    days = read_days(reading, today)
    clocks = sorted([*clocks, *read_clocks(reading)], key=lambda clock: clock.first)
    parts = read_parts(reading, {day.after for day in days})
    found = [_later(later, now, reading) for later in laters]
    found += _Plan(reading, days, clocks, parts, now).resolve()
    return _apart(found)


def _later(later: Later, now: datetime, reading: Reading) -> Found:
    local = now if now.tzinfo else now.replace(tzinfo=ZONE)
    # Through UTC, so that an hour stays an hour when the clock is changed.
    moment = (local.astimezone(timezone.utc) + timedelta(minutes=later.minutes)).astimezone(ZONE)
    span = _span(reading, [later])
    return Found("time", f"{moment:%Y-%m-%dT%H:%M}", *span, grain="moment", said_day=True)


class _Plan:
    """Puts the days, clock times and parts of a day of one message together."""

    def __init__(
        self,
        reading: Reading,
        days: Sequence[Day],
        clocks: Sequence[Clock],
        parts: Sequence[Part],
        now: datetime,
    ) -> None:
        self._reading = reading
        self._days = days
        self._clocks = clocks
        self._parts = parts
        self._now = now.replace(tzinfo=None)
        self._filled: set[Day] = set()
        self._spanned: set[Day] = set()

    def resolve(self) -> list[Found]:
        found: list[Found] = []
        used: set[Part] = set()
        part_of = {clock: self._part_of(clock) for clock in self._clocks}
        for clock in self._clocks:
            part = part_of[clock]
            day = self._day_of(clock) or (self._day_of(part) if part else None)
            used |= {part} if part else set()
            if day is None or day.on:
                found.append(self._at(clock, part, day))
        for part in self._parts:
            day = self._day_of(part)
            if part not in used and (day is None or day.on):
                found.append(self._during(part, day))
        found += [
            Found("time", day.on.isoformat(), *self._place(day), grain="day", said_day=True)
            for day in self._days
            if day.on and day not in self._filled
        ]
        return found

    def _part_of(self, clock: Clock) -> Part | None:
        """Return the part of the day that goes with a clock time, and does not contradict it."""
        for part in self._parts:
            beside = self._gap(part, clock) is not None
            same_day = self._days and self._day_of(part) is self._day_of(clock)
            one_plan = same_day and len(self._parts) == 1 and len(self._days) == 1
            if (beside or one_plan) and _fits(clock.minutes, part.name):
                return part
        return None

    def _gap(self, one: Day | Clock | Part, other: Day | Clock | Part) -> int | None:
        """Return how many idle words part the two; None when something else does."""
        first, second = sorted((one, other), key=lambda each: each.first)
        words = self._reading.between(first.after, second.first)
        return len(words) if all(word in _FILLERS for word in words) else None

    def _day_of(self, said: Clock | Part) -> Day | None:
        if isinstance(said, Part) and said.today:
            return Day(said.first, said.first, self._now.date())
        before = [day for day in self._days if day.first <= said.first and self._reaches(day, said)]
        after = [day for day in self._days if day.first > said.first]
        nearest = before[-1] if before else None
        following = after[0] if after else None
        if nearest and (self._gap(nearest, said) == 0 or not following):
            return nearest
        if following and self._leads_to(said, following, nearest is None):
            return following
        return nearest

    def _reaches(self, day: Day, said: Clock | Part) -> bool:
        """A day without a value ("gisteren") only holds the time that stands next to it."""
        if day.on:
            return True
        words = self._reading.between(day.after, said.first)
        return len(words) <= 3 and not _STOPS.intersection(words)

    def _leads_to(self, said: Clock | Part, day: Day, alone: bool) -> bool:
        words = self._reading.between(said.after, day.first)
        if any(other.first < day.first for other in self._clocks if other.first > said.first):
            return alone and not _STOPS.intersection(words)
        limit = 5 if alone else 1
        separates = (
            {*_STOPS, "naar", "maar", "of"} if alone else {*_STOPS, "naar", "maar", "of", "en"}
        )
        return len(words) <= limit and not separates.intersection(words)

    def _at(self, clock: Clock, part: Part | None, day: Day | None) -> Found:
        start = _time_on(clock.minutes, part)
        pieces: list[Day | Clock | Part] = [clock, *([part] if part else [])]
        pieces += self._fill(day, clock)
        on = day.on if day and day.on else self._next(start)
        span = self._place(*pieces)
        if clock.until is None:
            value = f"{datetime.combine(on, start):%Y-%m-%dT%H:%M}"
            return Found(
                "time", value, *span, grain="moment" if day else "clock", said_day=bool(day)
            )
        end = _time_on(clock.until, part)
        value = f"{on}T{start:%H:%M}/{on}T{end:%H:%M}"
        return Found("time", value, *span, grain="part", said_day=bool(day))

    def _during(self, part: Part, day: Day | None) -> Found:
        start, end = PARTS[part.name]
        on = day.on if day and day.on else self._next(start)
        value = f"{on}T{start:%H:%M}/{on}T{end:%H:%M}"
        span = self._place(part, *self._fill(day, part))
        return Found("time", value, *span, grain="part", said_day=bool(day))

    def _fill(self, day: Day | None, said: Clock | Part) -> list[Day]:
        """Return the day for the time nearest to it: the others stand on their own."""
        if day is None or day not in self._days:
            return []
        self._filled.add(day)
        low, high = sorted((day.first, said.first))
        times: list[Clock | Part] = [*self._clocks, *self._parts]
        nearer = any(low < other.first < high for other in times if other is not said)
        if nearer or day in self._spanned:
            return []
        self._spanned.add(day)
        return [day]

    def _next(self, start: time_of_day) -> date:
        to_come = datetime.combine(self._now.date(), start) > self._now
        return self._now.date() + timedelta(days=0 if to_come else 1)

    def _place(self, *pieces: Day | Clock | Part) -> tuple[int, int]:
        return _span(self._reading, pieces)


def _span(reading: Reading, pieces: Sequence[Day | Clock | Part | Later]) -> tuple[int, int]:
    first = min(piece.first for piece in pieces)
    after = max(piece.after for piece in pieces)
    return reading.tokens[first].start, reading.tokens[after - 1].end


def _fits(minutes: int, part: str) -> bool:
    earliest, latest = _SAID_OF[part]
    return any(earliest <= each < latest for each in (minutes, minutes + _NOON))


def _time_on(minutes: int, part: Part | None) -> time_of_day:
    """Return the time of day that was meant by a time on the dial."""
    if part:
        earliest, latest = _SAID_OF[part.name]
        fitting = [each for each in (minutes, minutes + _NOON) if earliest <= each < latest]
        minutes = fitting[0] if fitting else minutes
    elif minutes < 8 * 60:
        minutes += _NOON
    return time_of_day(minutes // 60 % 24, minutes % 60)


def _apart(found: list[Found]) -> list[Found]:
    """Keep them in order, each once; a time inside another's span is left out."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        said = any(one.value == other.value for other in apart)
        if not said and (not apart or one.start >= apart[-1].end):
            apart.append(one)
    return apart
