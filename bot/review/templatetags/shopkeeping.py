from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import template

from bot.shop.opening import Opening
from bot.shop.wording import full_day_words, hours_words, money_words

register = template.Library()


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    return mapping.get(key)


@register.filter
def money(amount: Decimal | None) -> str:
    return money_words(amount).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def clock(moment: datetime | time) -> str:
    return f"{moment.hour}:{moment.minute:02}"


@register.filter
def full_day(day: date) -> str:
    return full_day_words(day)


@register.filter
def hours(opening: Opening) -> str:
    words = hours_words(opening.intervals) if opening.is_open else "dicht"
    return f"{words} ({opening.reason})" if opening.reason else words
