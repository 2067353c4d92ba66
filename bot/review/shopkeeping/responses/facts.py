"""What stands in braces in a response, in Dutch and with an example of it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.braces import BrokenBraces, facts_in
from bot.shop.models import Shop

_FILE = Path(__file__).with_name("facts.yml")


@dataclass(frozen=True)
class Fact:
    name: str
    title: str
    example: str


def fact(name: str) -> Fact:
    title, example = _known().get(name, (name.replace("_", " "), f"[{name}]"))
    return Fact(name, title, _of_this_shop().get(name) or example)


def as_read(text: str) -> str:
    """Return a text as a customer could read it, with examples for what stands in braces."""
    try:
        names = facts_in(text)
    except BrokenBraces:
        return ""
    for name in names:
        text = text.replace(f"{{{name}}}", fact(name).example)
    return text


def _of_this_shop() -> dict[str, str]:
    shop = Shop.objects.first()
    if shop is None:
        return {}
    return {
        "shop_name": shop.name,
        "bot_name": shop.bot_name,
        "person": shop.person,
        "phone_shop": shop.phone,
        "email_shop": shop.email,
        "street": shop.street,
        "postcode_town": f"{shop.postcode} {shop.town}",
        "town": shop.town,
        "since": str(shop.since),
        "website": shop.website,
        "instagram": shop.instagram,
        "parking": shop.parking,
        "bike": shop.bike,
        "bus": shop.bus,
        "accessible": shop.accessible,
    }


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, str]]:
    written = yaml.safe_load(_FILE.read_text("utf-8"))
    return {name: (str(title), str(example)) for name, (title, example) in written.items()}
