"""What stands where in the shop: shelves of one kind, and the services that belong with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.demo.wording import euros, shelf_title
from bot.shop.catalogue import HEARING_AID, KINDS_OF_GLASSES, products, services
from bot.shop.models import Product, Service

HEARING_SERVICES = {"hearing_test"}


@dataclass(frozen=True)
class Shelf:
    kind: str
    title: str
    products: list[Product]


@dataclass(frozen=True)
class Offer:
    """A service with its price as it is said."""

    service: Service
    price: str

    @property
    def is_for_hearing(self) -> bool:
        return self.service.key in HEARING_SERVICES


@dataclass(frozen=True)
class Display:
    shelves: list[Shelf]
    offers: list[Offer]

    @property
    def brands(self) -> list[str]:
        named = (product.brand for shelf in self.shelves for product in shelf.products)
        return list(dict.fromkeys(named))

    @property
    def has_anything(self) -> bool:
        return bool(self.shelves or self.offers)


def all_offers() -> list[Offer]:
    return [Offer(service, _price_of(service)) for service in services()]


def glasses_display() -> Display:
    """Glasses in front, what goes with them behind."""
    sold = [product for product in products() if product.kind != HEARING_AID]
    offers = [offer for offer in all_offers() if not offer.is_for_hearing]
    return Display(_shelves(sorted(sold, key=_place)), offers)


def hearing_display() -> Display:
    offers = [offer for offer in all_offers() if offer.is_for_hearing]
    return Display(_shelves(products(kind=HEARING_AID)), offers)


def _shelves(sold: Iterable[Product]) -> list[Shelf]:
    return [
        Shelf(kind, shelf_title(kind), list(on_it))
        for kind, on_it in groupby(sold, key=lambda product: product.kind)
    ]


def _place(product: Product) -> tuple[int, str]:
    kinds = list(KINDS_OF_GLASSES)
    place = kinds.index(product.kind) if product.kind in kinds else len(kinds)
    return place, product.kind


def _price_of(service: Service) -> str:
    if service.price is not None:
        return euros(service.price)
    return f"{euros(service.price_from)} tot {euros(service.price_to)}"
