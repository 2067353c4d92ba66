"""What things cost: services, products, a pair of glasses."""

from rasa_sdk.events import SlotSet

from actions.base import ShopAction
from actions.context import ASK_CHEAPEST, service_in_talk
from actions.facts import product_name, product_words
from actions.phrases import HOW_LONG
from actions.stock import forget_wares, named, remember_wares
from actions.turn import Event, Turn
from actions.wording import money_words, service_words
from bot.shop import catalogue
from bot.shop.models import Product, Service

_SEVERAL = 2
_GLASSES, _FRAME = "bril", "montuur"


class Price(ShopAction):
    action = "action_price"
    answers = ("ask_price",)

    def answer(self, turn: Turn) -> list[Event]:
        service, kind, brand = (turn.entity(name) for name in ("service", "kind", "brand"))
        models = [] if service or brand else named(catalogue.products(), turn.text, False)
        if models:
            _tell_products(turn, models[0].brand, models)
            return remember_wares(models[0].brand, models[0].kind)
        if not (service or kind or brand):
            service, kind, brand = _talked_of(turn)
        if service:
            _tell_service(turn, catalogue.service(service))
            if len(turn.questions) < _SEVERAL and HOW_LONG.search(turn.whole_text):
                tell_duration(turn, catalogue.service(service))
            return [SlotSet("mentioned_service", service), *forget_wares()]
        if brand:
            _tell_products(turn, brand, named(catalogue.products(brand=brand), turn.text, True))
        elif kind == _GLASSES:
            turn.say("utter_price_glasses")
        elif kind:
            _tell_products(turn, kind, catalogue.products(kind=kind))
        elif turn.intent == "ask_price":
            turn.say("utter_price_overview")
        else:
            turn.say("utter_price_unknown")
        return remember_wares(brand, kind)


class Cheapest(ShopAction):
    """What costs least, for whoever has to mind the money."""

    action = "action_cheapest"
    answers = (ASK_CHEAPEST,)

    def answer(self, turn: Turn) -> None:
        kind = turn.entity("kind") or turn.slot("mentioned_kind")
        there = [product for product in catalogue.products(kind=kind) if product.stock]
        if kind in (None, _GLASSES, _FRAME) or not there:
            turn.say("utter_cheapest")
            return
        cheapest = min(there, key=lambda product: product.price)
        turn.say("utter_cheapest_kind", kind=kind, product=product_words(cheapest))


def _talked_of(turn: Turn) -> tuple[str | None, str | None, str | None]:
    """Return the service, kind and brand that "wat kost dat?" is about."""
    brand, kind = turn.slot("mentioned_brand"), turn.slot("mentioned_kind")
    if brand or kind:
        return None, kind, brand
    return service_in_talk(turn), None, None


def _tell_service(turn: Turn, service: Service) -> None:
    if service.price_to is not None:
        turn.say(
            "utter_price_service_range",
            **service_words(service.name),
            price_from=money_words(service.price_from),
            price_to=money_words(service.price_to),
        )
    elif service.price:
        turn.say(
            "utter_price_service", **service_words(service.name), price=money_words(service.price)
        )
    else:
        turn.say("utter_price_service_free", **service_words(service.name))
    # A note to a free service says that it is free.
    if service.note and service.price != 0:
        turn.say("utter_price_note", note=service.note)


def tell_duration(turn: Turn, service: Service) -> None:
    turn.say("utter_duration", minutes=service.minutes, **service_words(service.name))


def _tell_products(turn: Turn, asked: str, products: list[Product]) -> None:
    if not products:
        turn.say("utter_price_unknown")
    elif len(products) == 1:
        turn.say(
            "utter_price_product",
            product=product_name(products[0]),
            price=money_words(products[0].price),
        )
        if not products[0].stock:
            turn.say("utter_price_sold_out")
    else:
        prices = sorted(product.price for product in products)
        turn.say(
            "utter_price_kind_range",
            kind=asked,
            price_from=money_words(prices[0]),
            price_to=money_words(prices[-1]),
        )
