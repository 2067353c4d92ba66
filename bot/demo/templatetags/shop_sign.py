from datetime import date
from decimal import Decimal

from django import template

from bot.demo import wording

register = template.Library()


@register.filter
def euros(amount: Decimal) -> str:
    return wording.euros(amount)


@register.filter
def day_and_month(day: date) -> str:
    return wording.day_and_month(day)


@register.filter
def digits(phone: str) -> str:
    """A phone number as a link wants it."""
    return "".join(character for character in phone if character in "+0123456789")


@register.filter
def listed(items: list[str]) -> str:
    return wording.listed(items)


@register.filter
def countries(codes: list[str]) -> list[str]:
    return [wording.country(code) for code in codes]
