"""Whether a brand, a kind or a product is there, and how many."""

from dataclasses import replace
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.cards import product_card
from actions.claims import amount_in
from actions.facts import product_label, product_name, product_words
from actions.topics import RESERVE
from actions.turn import Event, Turn
from actions.wares import Wares, count_asked, remember_wares, wares_of, wares_of_colour
from actions.wording import booked_day_words, list_words, money_words
from bot.shop.models import Product

_LONGEST_LIST = 5


class Stock(ShopAction):
    action = "action_stock"
    answers = ("ask_product_availability",)

    def answer(self, turn: Turn) -> list[Event]:
        wares = wares_of(turn) or wares_of_colour(turn.text)
        if wares and wares.colour:
            _tell_other_colours(turn, wares)
        elif wares is None or not wares.products:
            turn.say("utter_stock_unknown_brand")
        elif wares.only:
            tell_product(turn, wares.only)
        else:
            wares = _tell_list(turn, wares)
        return remember_wares(wares)


class Reserve(ShopAction):
    """Laying something by is for the shop's people; whether there is one to lay by is told."""

    action = "action_reserve"
    answers = (RESERVE,)

    def answer(self, turn: Turn) -> list[Event]:
        wares = wares_of(turn)
        turn.say("utter_reserve")
        if wares and wares.only:
            tell_product(turn, wares.only)
        return [*remember_wares(wares), SlotSet("topic", "ask_product_availability")]


def tell_product(turn: Turn, product: Product) -> None:
    """Tell whether it is there; what was taken for granted and isn't so comes first."""
    price = amount_in(turn.text)
    asked = count_asked(turn.text, product)
    facts: dict[str, Any] = {
        "product": product_name(product),
        "label": product_label(product),
        "price": money_words(product.price),
        "stock_text": product.stock,
    }
    if price is not None and price != product.price:
        turn.say("utter_price_differs", **facts)
    if not product.stock:
        tell_sold_out(turn, product)
    elif asked and asked > product.stock:
        turn.say("utter_stock_fewer", custom=_card(turn, product), **facts)
    elif price is None or price == product.price:
        turn.say("utter_stock_product", custom=_card(turn, product), **facts)


def _card(turn: Turn, product: Product) -> dict[str, Any]:
    return {"card": product_card(turn, product)}


def tell_sold_out(turn: Turn, product: Product) -> None:
    name = product_name(product)
    if product.expected:
        turn.say("utter_stock_expected", product=name, expected=booked_day_words(product.expected))
    else:
        turn.say("utter_stock_none", product=name)


def _tell_other_colours(turn: Turn, wares: Wares) -> None:
    there = [p for p in wares.products if p.stock] or wares.products
    turn.say(
        "utter_stock_other_colour",
        colour=wares.colour,
        products=list_words(product_label(product) for product in there[:_LONGEST_LIST]),
    )


def _tell_list(turn: Turn, wares: Wares) -> Wares:
    """Tell what there is of it, and return what the talk is about then."""
    there = [product for product in wares.products if product.stock]
    if len(there) == 1:
        tell_product(turn, there[0])
        return replace(wares, products=there)
    if there:
        turn.say(
            "utter_stock_list",
            kind_or_brand=wares.asked,
            products=list_words(product_words(product) for product in there[:_LONGEST_LIST]),
        )
    else:
        turn.say("utter_stock_none", product=wares.asked)
    return wares
