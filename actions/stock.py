"""Whether a brand, a kind or a product is there."""

import re

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.facts import product_name, product_words
from actions.turn import Event, Turn
from actions.wording import booked_day_words, list_words, money_words
from bot.shop import catalogue
from bot.shop.models import Product

_GLASSES = "bril"
_FRAME = "montuur"
_LONGEST_LIST = 5


class Stock(ShopAction):
    action = "action_stock"
    answers = ("ask_product_availability",)

    def answer(self, turn: Turn) -> list[Event]:
        brand, kind = turn.entity("brand"), turn.entity("kind")
        if not (brand or kind) and not named(catalogue.products(), turn.text, False):
            brand, kind = turn.slot("mentioned_brand"), turn.slot("mentioned_kind")
        wanted = _FRAME if kind == _GLASSES else kind
        named_some = bool(brand or kind)
        products = catalogue.products(brand=brand, kind=wanted)
        if brand and not products:
            products = catalogue.products(brand=brand)
        _tell(turn, brand or kind or "", named(products, turn.text, named_some))
        return remember_wares(brand, kind)


def remember_wares(brand: str | None, kind: str | None) -> list[Event]:
    """Let the talk be about these, and about no service any more."""
    return [
        SlotSet("mentioned_brand", brand),
        SlotSet("mentioned_kind", kind),
        SlotSet("mentioned_service", None),
    ]


def forget_wares() -> list[Event]:
    return [SlotSet("mentioned_brand", None), SlotSet("mentioned_kind", None)]


def named(products: list[Product], text: str, among: bool) -> list[Product]:
    """Return those whose name or colour the customer wrote; `among` a brand or kind, else all."""
    words = set(re.findall(r"\w+", text.lower()))
    named = [p for p in products if words & set(re.findall(r"\w{3,}", p.name.lower()))]
    if not among:
        return named
    coloured = [p for p in named or products if p.colour and p.colour.lower() in _stems(words)]
    return coloured or named or products


def _stems(words: set[str]) -> set[str]:
    """Dutch adjectives take an -e and double a consonant: zwarte, groene, rode."""
    return (
        words | {w.removesuffix("e") for w in words} | {"rood" if w == "rode" else w for w in words}
    )


def _tell(turn: Turn, asked: str, products: list[Product]) -> None:
    if not products:
        turn.say("utter_stock_unknown_brand", brand=asked)
    elif len(products) == 1:
        _tell_one(turn, products[0])
    else:
        there = [product for product in products if product.stock][:_LONGEST_LIST]
        if not there:
            turn.say("utter_stock_none", product=asked)
            return
        turn.say(
            "utter_stock_list",
            kind_or_brand=asked,
            products=list_words(product_words(product) for product in there),
        )


def _tell_one(turn: Turn, product: Product) -> None:
    name = product_name(product)
    if product.stock:
        turn.say(
            "utter_stock_product",
            product=name,
            colour=product.colour,
            price=money_words(product.price),
            stock_text=product.stock,
        )
    elif product.expected:
        turn.say("utter_stock_expected", product=name, expected=booked_day_words(product.expected))
    else:
        turn.say("utter_stock_none", product=name)
