"""Cards beside what is said: what somebody may want to keep, or to look at on the shop's pages."""

from typing import Any
from urllib.parse import quote_plus

from django.utils.text import slugify

from actions.facts import product_label
from actions.turn import Turn
from actions.wording import booked_day_words, money_words, time_words
from bot import clock
from bot.shop.catalogue import HEARING_AID
from bot.shop.models import Appointment, Order, Product, Shop

Card = dict[str, Any]

_ROUTE = "https://www.openstreetmap.org/directions?to="


def appointment_card(appointment: Appointment) -> Card:
    """When and where, the file for a calendar, and the way there."""
    shop, start = Shop.current(), appointment.start.astimezone(clock.ZONE)
    return {
        "kind": "appointment",
        "title": appointment.service.name.capitalize(),
        "lines": [
            f"{booked_day_words(start.date())}, {time_words(start)}",
            f"{shop.name}, {shop.street}, {shop.town}",
            appointment.number,
        ],
        "ics": f"/afspraak/{appointment.number}.ics",
        "url": _ROUTE + quote_plus(f"{shop.street}, {shop.postcode} {shop.town}"),
    }


def order_card(turn: Turn, order: Order) -> Card:
    """What it is, and which step of how many it is at."""
    return {
        "kind": "order",
        "title": order.item[:1].upper() + order.item[1:],
        "lines": [order.number, turn.words(f"utter_card_order_{order.status}")],
    }


def product_card(turn: Turn, product: Product, *, with_price: bool = True) -> Card:
    """What one needs to know of a product that is there, and where the shop's pages show it."""
    page = "/hoortoestellen" if product.kind == HEARING_AID else "/brillen"
    price = [money_words(product.price)] if with_price else []
    return {
        "kind": "product",
        "title": product_label(product),
        "lines": [*price, turn.words("utter_card_in_stock", stock_text=product.stock)],
        "url": f"{page}#{slugify(product.kind)}",
    }
