"""Showing one customer's data to people."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime

register = template.Library()


@register.filter
def is_record(value: Any) -> bool:
    return isinstance(value, dict)


@register.filter
def is_list(value: Any) -> bool:
    return isinstance(value, list)


@register.filter
def is_something(value: Any) -> bool:
    return value not in ("", None, {})


@register.filter
def readable(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return date_format(localtime(value) if is_aware(value) else value, "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(value)
