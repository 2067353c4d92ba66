"""How corrections show in a template."""

from typing import Any

from django import template

from bot.chat.models import Message
from bot.review.correcting.kinds import title_of_entity
from bot.review.correcting.standing import Standing
from bot.review.correcting.standing import standing_of as _standing_of
from bot.review.masking import eyes_of
from bot.review.models import Correction
from bot.review.understanding import title_of

register = template.Library()


@register.simple_tag
def standing_of(message: Message) -> Standing:
    return _standing_of(message)


@register.simple_tag(takes_context=True)
def shown(context: dict[str, Any], message: Message) -> str:
    """Return a message's text, without what points to one person for who may not see that."""
    return eyes_of(context["user"], message.conversation).text(message.text, message.entities)


@register.simple_tag(takes_context=True)
def shown_remark(context: dict[str, Any], correction: Correction) -> str:
    return eyes_of(context["user"], correction.message.conversation).text(correction.remark)


@register.filter
def intent_title(intent: str) -> str:
    return title_of(intent)


@register.filter
def entity_title(name: str) -> str:
    return title_of_entity(name)
