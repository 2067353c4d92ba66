"""What things cost: services, products, a pair of glasses, what there is for an amount."""

import re
from decimal import Decimal
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.cards import product_card
from actions.claims import amount_in
from actions.facts import product_name, product_words
from actions.phrases import HOW_LONG
from actions.stock import tell_sold_out
from actions.topics import ASK_BUDGET, ASK_CHEAPEST, service_in_talk
from actions.turn import Event, Turn
from actions.wares import Wares, forget_wares, remember_wares, wares_named, wares_of
from actions.wording import list_words, money_words, service_words
from bot.shop import catalogue
from bot.shop.catalogue import FRAME, GLASSES, KINDS_OF_GLASSES
from bot.shop.models import Product, Service

_SEVERAL = 2
_WITH_GLASSES = re.compile(
    r"\bglazen\b|multi ?foca\w*|op sterkte|compleet|alles bij elkaar|in totaal", re.I
)
_MULTIFOCAL = re.compile(r"multi ?foca\w*|varilux|progressie\w*|vari\w*focus", re.I)
_MOST_TOLD = 3


class Price(ShopAction):
    action = "action_price"
    answers = ("ask_price",)

    def answer(self, turn: Turn) -> list[Event]:
        service = turn.entity("service")
        wares = None if service else wares_named(turn)
        if turn.form and not wares:
            service = service or service_in_talk(turn)
        if not (service or wares):
            wares = wares_of(turn)
            service = None if wares else service_in_talk(turn)
        if service:
            _tell_service(turn, catalogue.service(service))
            if len(turn.questions) < _SEVERAL and HOW_LONG.search(turn.whole_text):
                tell_duration(turn, catalogue.service(service))
            return [SlotSet("mentioned_service", service), *forget_wares()]
        if wares:
            _tell_wares(turn, wares)
        elif _WITH_GLASSES.search(turn.text):
            turn.say("utter_price_glasses")
        else:
            turn.say(
                "utter_price_overview" if turn.intent == "ask_price" else "utter_price_unknown"
            )
        return remember_wares(wares)


class Cheapest(ShopAction):
    """What costs least, for whoever has to mind the money."""

    action = "action_cheapest"
    answers = (ASK_CHEAPEST,)

    def answer(self, turn: Turn) -> None:
        wares = wares_of(turn)
        kind = wares.kind if wares else None
        there = [product for product in wares.products if product.stock] if wares else []
        if kind in (None, GLASSES, FRAME) or not there:
            frame = catalogue.cheapest_frame_in_stock()
            turn.say("utter_cheapest" if frame else "utter_price_glasses")
            return
        cheapest = min(there, key=lambda product: product.price)
        turn.say("utter_cheapest_kind", kind=kind, product=product_words(cheapest))


class Budget(ShopAction):
    """What there is for an amount: no haggling, but a fair question."""

    action = "action_budget"
    answers = (ASK_BUDGET,)

    def answer(self, turn: Turn) -> None:
        amount = amount_in(turn.text) or Decimal(0)
        wares = wares_of(turn)
        kind = wares.kind if wares else None
        if kind not in (None, GLASSES, FRAME) and wares:
            fitting = [p for p in wares.products if p.stock and p.price <= amount]
        else:
            rest = amount - catalogue.glasses_prices().single
            fitting = [p for p in catalogue.products(kind=FRAME) if p.stock and p.price <= rest]
        facts: dict[str, Any] = {"amount": money_words(amount), **_cheapest_pair()}
        if fitting:
            products = list_words(product_words(p) for p in fitting[:_MOST_TOLD])
            turn.say(
                "utter_budget_wares"
                if kind not in (None, GLASSES, FRAME)
                else "utter_budget_glasses",
                products=products,
                **facts,
            )
        else:
            turn.say("utter_budget_short", **facts)


def _cheapest_pair() -> dict[str, str]:
    frame = catalogue.cheapest_frame_in_stock()
    total = frame.price + catalogue.glasses_prices().single if frame else None
    return {"pair_price": money_words(total) if total else ""}


def _tell_service(turn: Turn, service: Service) -> None:
    named = amount_in(turn.text)
    facts: dict[str, Any] = {
        **service_words(service),
        "price": money_words(service.price),
        "price_from": money_words(service.price_from),
        "price_to": money_words(service.price_to),
    }
    if service.price_to is not None:
        too_low = named is not None and named < service.price_to
        turn.say("utter_price_range_differs" if too_low else "utter_price_service_range", **facts)
    elif named is not None and named != service.price:
        free = not service.price
        turn.say("utter_price_service_is_free" if free else "utter_price_service_differs", **facts)
    elif service.price:
        turn.say("utter_price_service", **facts)
    else:
        turn.say("utter_price_service_free", **facts)
    # A note to a free service says that it is free.
    if service.note and service.price != 0:
        turn.say("utter_price_note", note=service.note)


def tell_duration(turn: Turn, service: Service) -> None:
    turn.say("utter_duration", minutes=service.minutes, **service_words(service))


def _tell_wares(turn: Turn, wares: Wares) -> None:
    if wares.only:
        _tell_product(turn, wares.only)
    elif wares.kind == GLASSES and not wares.brand:
        turn.say("utter_price_glasses")
    elif not wares.products:
        turn.say("utter_price_unknown")
    else:
        prices = sorted(product.price for product in wares.products)
        turn.say(
            "utter_price_kind_range",
            kind=wares.asked,
            price_from=money_words(prices[0]),
            price_to=money_words(prices[-1]),
        )


def _tell_product(turn: Turn, product: Product) -> None:
    named = amount_in(turn.text)
    glasses = catalogue.glasses_prices()
    facts: dict[str, Any] = {"product": product_name(product), "price": money_words(product.price)}
    if _WITH_GLASSES.search(turn.text) and product.kind in KINDS_OF_GLASSES:
        if _MULTIFOCAL.search(turn.whole_text):
            total = money_words(product.price + glasses.multifocal)
            turn.say("utter_price_with_multifocal", total=total, **facts)
        else:
            total = money_words(product.price + glasses.single)
            turn.say("utter_price_with_glasses", total=total, **facts)
    elif named is not None and named != product.price:
        turn.say("utter_price_differs", **facts)
    else:
        card = {"card": product_card(turn, product, with_price=False)} if product.stock else None
        turn.say("utter_price_product", custom=card, **facts)
    if not product.stock:
        tell_sold_out(turn, product)
