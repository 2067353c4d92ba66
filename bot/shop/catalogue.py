"""What the shop does and sells, and the words for it that the engine should know."""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from bot.shop.models import Product, Service, Shop
from bot.shop.telling import tell_engine

FRAME = "montuur"
# A customer who says "bril" can mean any of these.
GLASSES = "bril"
HEARING_AID = "hoortoestel"
KINDS_OF_GLASSES = (FRAME, "kindermontuur", "zonnebril", "leesbril")


class UnknownService(Exception):
    pass


class GlassesPrices(NamedTuple):
    """What a pair of glasses costs from, without the frame."""

    single: Decimal
    multifocal: Decimal


def service(key: str) -> Service:
    found = offered_service(key)
    if found is None:
        raise UnknownService(key)
    return found


def offered_service(key: str) -> Service | None:
    """Return a service, or nothing in a shop that does not do it."""
    return Service.objects.filter(key=key, active=True).first()


def services() -> list[Service]:
    return list(Service.objects.filter(active=True))


def products(
    *, kind: str | None = None, brand: str | None = None, colour: str | None = None
) -> list[Product]:
    """Return what is sold, cheapest first within a kind, in stock or not."""
    found = Product.objects.all()
    if kind == GLASSES:
        found = found.filter(kind__in=KINDS_OF_GLASSES)
    elif kind:
        found = found.filter(kind__iexact=kind)
    if brand:
        found = found.filter(brand__iexact=brand)
    if colour:
        found = found.filter(colour__iexact=colour)
    return list(found)


def cheapest_frame_in_stock() -> Product | None:
    return Product.objects.filter(kind=FRAME, stock__gt=0).order_by("price", "name").first()


def glasses_prices() -> GlassesPrices:
    rules = Shop.current().rules
    return GlassesPrices(rules.glasses_from_single, rules.glasses_from_multifocal)


def write_vocabulary() -> Path:
    """Tell the engine the brands, kinds, services and staff, in one file that it re-reads."""
    return tell_engine("vocabulary.json", _vocabulary())


def _vocabulary() -> dict[str, object]:
    brands: dict[str, list[str]] = {}
    kinds: set[str] = set()
    for product in Product.objects.order_by("brand", "name"):
        phrases = brands.setdefault(product.brand, [product.brand])
        phrases.append(f"{product.brand} {product.name}")
        kinds.add(product.kind)
    shop = Shop.objects.first()
    return {
        "brand": brands,
        "kind": sorted(kinds),
        "service": {service.key: service.name for service in services()},
        "staff": [shop.person, *shop.colleagues, shop.bot_name] if shop else [],
    }
