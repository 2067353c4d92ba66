"""What the bot says for a response at this moment: the shop's words, or those of domain.yml."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.braces import fits
from bot.review.shopkeeping.responses.domain import Response, responses
from bot.shop.models import ResponseText
from bot.shop.responses import own_text


@dataclass(frozen=True)
class Variant:
    """One of the texts that a response takes in turn."""

    place: int
    text: str
    original: str
    buttons: tuple[str, ...]
    own: ResponseText | None = None
    # The shop's text has facts that domain.yml no longer has there, so it is not said.
    is_left_out: bool = False

    @property
    def number(self) -> int:
        return self.place + 1

    @property
    def is_more(self) -> bool:
        return not self.original

    @property
    def original_changed(self) -> bool:
        return bool(self.own and self.own.original != self.original)


def said(response: str, **facts: str) -> str:
    """Return the first text of a response, filled."""
    texts = responses()[response].texts
    template = own_text(response, texts) or texts[0]
    return template.format(**facts)


def variants(response: Response, own: Mapping[int, ResponseText]) -> list[Variant]:
    places = range(max([len(response.texts), *(place + 1 for place in own)]))
    return [
        _variant(response, place, own.get(place))
        for place in places
        if place < len(response.texts) or place in own
    ]


def own_texts() -> dict[str, dict[int, ResponseText]]:
    found: dict[str, dict[int, ResponseText]] = {}
    for each in ResponseText.objects.all():
        found.setdefault(each.response, {})[each.place] = each
    return found


def own_texts_of(response: str) -> dict[int, ResponseText]:
    return {each.place: each for each in ResponseText.objects.filter(response=response)}


def _variant(response: Response, place: int, own: ResponseText | None) -> Variant:
    is_there = place < len(response.texts)
    original = response.texts[place] if is_there else ""
    is_left_out = own is not None and not fits(own.text, response.texts)
    return Variant(
        place=place,
        text=own.text if own else original,
        original=original,
        buttons=response.buttons[place if is_there else 0],
        own=own,
        is_left_out=is_left_out,
    )
