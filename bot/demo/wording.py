"""Facts as a Dutch reader expects to see them on a sign."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from babel.dates import format_date

from bot.shop.opening import Interval


def euros(amount: Decimal | None) -> str:
    if not amount:
        return "gratis"
    whole = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"€\u00a0{whole.removesuffix(',00')}"


def clock_time(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"


def hours_of(intervals: Iterable[Interval]) -> str:
    stretches = [f"{clock_time(i.opens)} – {clock_time(i.closes)}" for i in intervals]
    return " en ".join(stretches) or "gesloten"


def weekday(day: date) -> str:
    return format_date(day, "EEEE", locale="nl")


def day_and_month(day: date) -> str:
    return format_date(day, "d MMMM", locale="nl")
