"""What the bot says about a day: its own sentence, filled with the hours as they are now."""

from datetime import date, datetime, time, timedelta

from bot import clock
from bot.review.shopkeeping.responses.said import said
from bot.shop.models import OpeningException
from bot.shop.opening import NeverOpen, next_opening, opening_on, regular_week
from bot.shop.wording import day_words, full_day_words, hours_words, week_words

_NEVER = "De chatbot zegt dat de winkel voorlopig dicht is: er staat nergens een openingstijd."


def says_of_week() -> list[str]:
    today = clock.today()
    return [
        said("utter_open_week", week=week_words(regular_week()), open_hint="").strip(),
        *says_of_days([today, today + timedelta(days=1)]),
    ]


def says_of_exception(exception: OpeningException) -> list[str]:
    """Return what is said of the first day, and of the whole when it is more than one."""
    first, last = exception.first_day, exception.last_day
    if first == last or not exception.reason:
        return says_of_days([first])
    opening = opening_on(first)
    facts = {
        "first_day": full_day_words(first),
        "last_day": full_day_words(last),
        "reason": exception.reason,
    }
    if opening.is_open:
        hours = hours_words(opening.intervals)
        return [said("utter_open_period", hours=hours, **facts)]
    try:
        following, _ = next_opening(datetime.combine(last, time.max, clock.ZONE))
    except NeverOpen:
        return [_NEVER]
    return [said("utter_closed_period", next_day=full_day_words(following.day), **facts)]


def says_of_days(days: list[date]) -> list[str]:
    try:
        return [_says_of(day) for day in days]
    except NeverOpen:
        return [_NEVER]


def _says_of(day: date) -> str:
    opening = opening_on(day)
    facts = {"day": day_words(day)} | ({"reason": opening.reason} if opening.reason else {})
    because = "_reason" if opening.reason else ""
    if opening.is_open:
        return said(f"utter_open_day{because}", hours=hours_words(opening.intervals), **facts)
    following, _ = next_opening(datetime.combine(day, time.max, clock.ZONE))
    return said(
        f"utter_closed_day{because}",
        next_day=day_words(following.day),
        next_hours=hours_words(following.intervals),
        **facts,
    )
