from typing import Any

from django import template

from bot.review.stepping_in.calls import bell_now

register = template.Library()


@register.inclusion_tag("review/stepping_in/bell.html")
def bell() -> dict[str, Any]:
    return bell_now()
