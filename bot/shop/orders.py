import re
from typing import Final

from django.utils.crypto import constant_time_compare

from bot.shop.models import Order
from bot.shop.postcodes import read_postcode

NOBODYS_POSTCODE: Final = "0000 XX"


class UnknownOrder(Exception):
    """No order has this number and this postcode; which of the two is wrong stays unsaid."""


def find_order(number: str, postcode: str) -> Order:
    order = Order.objects.filter(number=re.sub(r"\D", "", number)).first()
    expected = order.postcode if order else NOBODYS_POSTCODE
    if not constant_time_compare(read_postcode(postcode), expected) or order is None:
        raise UnknownOrder
    return order
