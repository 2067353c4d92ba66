"""Which products a message is about: those that it names, or those of the talk."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from rasa_sdk.events import SlotSet

from actions.claims import NUMBER, colour_in, number_of, words_in
from actions.turn import Event, Turn
from bot.shop import catalogue
from bot.shop.catalogue import FRAME, GLASSES
from bot.shop.models import Product, Shop

_CHILDRENS = "kinder"
_CHILD = re.compile(
    r"\bkinder(?:bril\w*|montu\w*)|\b(?:kind\w*|zoontje|dochtertje|meisje|jongetje|kleuter|"
    r"kleinkind\w*)\b",
    re.I,
)
# "Wat kost zo'n bril?" is about the one that was just named.
_THAT_ONE = re.compile(r"\b(?:zo'?n|die|deze|dit|dat)\b", re.I)
_SHORTEST_NAME = 3
_PIECES = {"stuks", "stuk", "brillen", "exemplaren", "dozen", "doosjes", "pakken", "monturen"}
_COUNTED = re.compile(rf"\b{NUMBER} (?P<what>[\w-]+)", re.I)


@dataclass(frozen=True)
class Wares:
    products: list[Product]
    brand: str | None = None
    kind: str | None = None
    colour: str | None = None
    """The colour that was asked for and that none of the products has."""

    @property
    def asked(self) -> str:
        return self.brand or self.kind or ""

    @property
    def only(self) -> Product | None:
        return self.products[0] if len(self.products) == 1 else None


def wares_of(turn: Turn) -> Wares | None:
    """Return what the message names, or else what the talk is about; None when there is neither."""
    return wares_named(turn) or _wares_of_talk(turn)


def wares_named(turn: Turn) -> Wares | None:
    brand, kind = turn.entity("brand") or _brand_in(turn.text), _kind(turn)
    # "... de Clubmaster, wat kost dat in totaal?": the part that asks names none itself.
    models = named_models(turn.text) or named_models(turn.whole_text)
    if kind == GLASSES and not (brand or models) and _THAT_ONE.search(turn.text):
        kind = None
    if not (brand or kind or models):
        return None
    pool = models if models and not (brand or kind) else []
    if not pool:
        pool = catalogue.products(brand=brand, kind=FRAME if kind == GLASSES else kind)
        if brand and not pool:
            pool = catalogue.products(brand=brand)
        pool = [product for product in pool if product in models] or pool
    if models and len(pool) == 1:
        brand, kind = brand or pool[0].brand, kind or pool[0].kind
    return _coloured(Wares(pool, brand, kind), turn.text)


def wares_of_colour(text: str) -> Wares | None:
    """Return all glasses of a colour, for "iets roze?"."""
    colour = colour_in(text)
    if colour is None:
        return None
    glasses = catalogue.products(kind=GLASSES, colour=colour)
    return Wares(glasses, kind=GLASSES, colour=None if glasses else colour)


def named_models(text: str) -> list[Product]:
    words = words_in(text)
    return [
        product
        for product in catalogue.products()
        if words & {w for w in re.findall(r"\w+", product.name.lower()) if len(w) >= _SHORTEST_NAME}
    ]


def count_asked(text: str, product: Product) -> int | None:
    """Return how many of a product somebody asks for."""
    own = words_in(f"{product.brand} {product.name} {product.kind}") | _PIECES
    for said in _COUNTED.finditer(text):
        if said["number"] not in product.name and words_in(said["what"]) & own:
            return number_of(said["number"])
    return None


def remember_wares(wares: Wares | None) -> list[Event]:
    """Let the talk be about these, and about no service any more."""
    only = wares.only if wares else None
    kept: dict[str, Any] = {
        "mentioned_brand": wares.brand if wares else None,
        "mentioned_kind": wares.kind if wares else None,
        "mentioned_product": only.sku if only else None,
        "mentioned_service": None,
    }
    return [SlotSet(name, value) for name, value in kept.items()]


def forget_wares() -> list[Event]:
    names = ("mentioned_brand", "mentioned_kind", "mentioned_product")
    return [SlotSet(name, None) for name in names]


def _brand_in(text: str) -> str | None:
    """Return a brand in another form than its own: "10 Lindbergs"."""
    words, shop = words_in(text), words_in(Shop.current().name)
    brands = {product.brand for product in catalogue.products()}
    named = [b for b in brands if set(re.findall(r"\w+", b.lower())) <= words - shop]
    return max(named, key=len, default=None)


def _kind(turn: Turn) -> str | None:
    kind = turn.entity("kind")
    if kind in (None, GLASSES, FRAME) and _CHILD.search(turn.text):
        kinds = {product.kind for product in catalogue.products()}
        return next((k for k in sorted(kinds) if k.startswith(_CHILDRENS)), kind)
    return kind


def _wares_of_talk(turn: Turn) -> Wares | None:
    brand, kind = turn.slot("mentioned_brand"), turn.slot("mentioned_kind")
    if not (brand or kind):
        return None
    products = catalogue.products(brand=brand, kind=FRAME if kind == GLASSES else kind)
    products = products or catalogue.products(brand=brand)
    talked_of = [p for p in products if p.sku == turn.slot("mentioned_product")] or products
    here = _coloured(Wares(talked_of, brand, kind), turn.text)
    if not here.colour:
        return here
    # "En die blauwe?" may be another of the brand.
    other = _coloured(Wares(catalogue.products(brand=brand) if brand else products), turn.text)
    return here if other.colour else replace(other, brand=brand, kind=kind)


def _coloured(wares: Wares, text: str) -> Wares:
    words = words_in(text)
    fitting = [p for p in wares.products if p.colour and p.colour.lower() in words]
    if fitting:
        return replace(wares, products=fitting)
    return replace(wares, colour=colour_in(text) if wares.products else None)
