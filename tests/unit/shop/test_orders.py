import pytest

from bot.shop.models import OrderStatus
from bot.shop.orders import UnknownOrder, find_order

pytestmark = pytest.mark.usefixtures("shop")


@pytest.mark.parametrize(
    ("number", "postcode"), [("100234", "7961 AB"), ("100 234", "7961ab"), ("#100234", " 7961 ab ")]
)
def test_number_and_postcode_together_find_the_order(number, postcode):
    order = find_order(number, postcode)

    assert (order.item, order.status) == ("multifocale bril", OrderStatus.READY)


@pytest.mark.parametrize(
    ("number", "postcode"),
    [
        ("100234", "7963 CD"),
        ("999999", "7961 AB"),
        ("100234", ""),
        ("", "7961 AB"),
        ("", "0000 XX"),
    ],
)
def test_a_wrong_number_and_a_wrong_postcode_read_the_same(number, postcode):
    with pytest.raises(UnknownOrder) as refused:
        find_order(number, postcode)

    assert str(refused.value) == ""
