from datetime import datetime
from typing import Any

from django import template

from bot import clock
from bot.review.stepping_in.calls import bell_now
from bot.shop.wording import full_day_words

register = template.Library()


@register.inclusion_tag("review/stepping_in/bell.html")
def bell() -> dict[str, Any]:
    return bell_now()


@register.filter
def moment(since: datetime) -> str:
    """Say since when, with its day when that is not today."""
    local = since.astimezone(clock.ZONE)
    if local.date() == clock.today():
        return f"{local:%-H:%M}"
    return f"{full_day_words(local.date())}, {local:%-H:%M}"
