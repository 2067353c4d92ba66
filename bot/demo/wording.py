"""Facts as a Dutch reader expects to see them on a sign."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from bot.shop.opening import Interval

# Of other kinds the shop's own word serves.
_SHELF_TITLES = {
    "montuur": "Monturen",
    "kindermontuur": "Kindermonturen",
    "zonnebril": "Zonnebrillen",
    "leesbril": "Leesbrillen",
    "hoortoestel": "Hoortoestellen",
}


def shelf_title(kind: str) -> str:
    return _SHELF_TITLES.get(kind, kind[:1].upper() + kind[1:])


def listed(items: Iterable[str]) -> str:
    """Names in a row, as one says them: a, b en c; with semicolons when one holds a comma."""
    named = list(items)
    if any("," in item for item in named):
        return "; ".join(named)
    return format_list(named, locale="nl")


def country(code: str) -> str:
    return str(Locale("nl").territories.get(code.upper(), code))


def euros(amount: Decimal | None) -> str:
    if not amount:
        return "gratis"
    whole = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"€\u00a0{whole.removesuffix(',00')}"


def clock_time(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def hours_of(intervals: Iterable[Interval]) -> str:
    stretches = [f"{clock_time(i.opens)} – {clock_time(i.closes)}" for i in intervals]
    return " en ".join(stretches) or "gesloten"


def weekday(day: date) -> str:
    return format_date(day, "EEEE", locale="nl")


def day_and_month(day: date) -> str:
    return format_date(day, "d MMMM", locale="nl")
