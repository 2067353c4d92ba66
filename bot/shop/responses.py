"""The shop's own wording of what the bot says; what it says otherwise stands in domain.yml."""

from collections.abc import Sequence
from pathlib import Path

from bot.braces import fits
from bot.shop.models import ResponseText
from bot.shop.telling import tell_engine


def own_text(response: str, originals: Sequence[str], place: int = 0) -> str | None:
    """Return what the shop says there, unless it no longer fits what domain.yml says."""
    found = ResponseText.objects.filter(response=response, place=place).first()
    return found.text if found and fits(found.text, originals) else None


def write_responses() -> Path:
    """Tell the engine the shop's texts, in one file that it re-reads."""
    own: dict[str, dict[str, str]] = {}
    for each in ResponseText.objects.all():
        own.setdefault(each.response, {})[str(each.place)] = each.text
    return tell_engine("responses.json", own)
