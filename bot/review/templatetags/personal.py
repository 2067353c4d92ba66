"""Personal data in templates: `{{ text|for_eyes_of:user }}` masks it for who may not see it."""

from django import template
from django.contrib.auth.models import User

from bot.review.masking import masked, may_see

register = template.Library()


@register.filter
def for_eyes_of(text: str | None, user: User) -> str:
    """Show a text that stands alone; of a whole conversation `eyes_of` sees more."""
    return text or "" if may_see(user) else masked(text or "")


@register.filter
def may_see_personal_data(user: User) -> bool:
    return may_see(user)
