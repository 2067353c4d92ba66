"""The opening hours as they hang on the door: open or not, the coming week, and what differs."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.demo.wording import clock_time, day_and_month, hours_of, weekday
from bot.shop.opening import NeverOpen, Opening, is_open_at, next_opening, opening_week

WEEK = 7
# How far ahead other hours than usual are worth knowing.
AHEAD = 100


@dataclass(frozen=True)
class Line:
    """One line on the door."""

    day: str
    date: str
    hours: str
    reason: str
    is_today: bool
    is_open: bool


@dataclass(frozen=True)
class Hours:
    is_open: bool
    now: str
    week: list[Line]
    different: list[Line]


def hours_at(moment: datetime) -> Hours:
    today = moment.date()
    week = opening_week(today, WEEK)
    later = opening_week(today + timedelta(days=WEEK), AHEAD - WEEK)
    is_open = is_open_at(moment)
    return Hours(
        is_open=is_open,
        now=_until(week[0], moment) if is_open else _again(moment),
        week=[_line([opening], today) for opening in week],
        different=[
            _line(list(days), today)
            for _, days in groupby((o for o in later if o.reason), key=_sameness)
        ],
    )


def _sameness(opening: Opening) -> tuple[object, ...]:
    return opening.reason, opening.intervals


def _line(days: list[Opening], today: date) -> Line:
    first, last = days[0], days[-1]
    dates = day_and_month(first.day)
    if first != last:
        dates = f"{dates} tot en met {day_and_month(last.day)}"
    return Line(
        day=weekday(first.day) if first == last else "",
        date=dates,
        hours=hours_of(first.intervals),
        reason=first.reason or "",
        is_today=first.day == today,
        is_open=first.is_open,
    )


def _until(opening: Opening, moment: datetime) -> str:
    now = next(i for i in opening.intervals if i.opens <= moment.time() < i.closes)
    return f"Nu open, tot {clock_time(now.closes)} uur"


def _again(moment: datetime) -> str:
    try:
        opening, interval = next_opening(moment)
    except NeverOpen:
        return "Voorlopig dicht"
    at = f"om {clock_time(interval.opens)} uur"
    away = (opening.day - moment.date()).days
    if away == 0:
        return f"Nu dicht, vandaag {at} weer open"
    if away == 1:
        return f"Nu dicht, morgen {at} weer open"
    day = weekday(opening.day)
    if away >= WEEK:
        day = f"{day} {day_and_month(opening.day)}"
    return f"Nu dicht, {day} {at} weer open"
