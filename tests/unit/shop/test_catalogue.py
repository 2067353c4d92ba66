import json
from decimal import Decimal

import pytest

from bot.shop.catalogue import (
    UnknownService,
    cheapest_frame_in_stock,
    glasses_prices,
    products,
    service,
    services,
    write_vocabulary,
)
from bot.shop.models import Product, Service

pytestmark = pytest.mark.usefixtures("shop")


def skus(**wanted):
    return [product.sku for product in products(**wanted)]


def test_services_stand_in_the_order_of_the_file():
    assert [each.key for each in services()][:3] == ["eye_test", "hearing_test", "lens_fitting"]


def test_a_service_that_is_no_longer_offered_is_unknown():
    Service.objects.filter(key="repair").update(active=False)

    with pytest.raises(UnknownService):
        service("repair")


def test_products_are_found_by_all_that_is_asked():
    assert skus(brand="ray-ban") == ["MON-RB-7047", "MON-RB-5154", "ZON-RB-2140"]
    assert skus(brand="Ray-Ban", kind="montuur", colour="Zwart") == ["MON-RB-5154"]
    assert skus(kind="zonnebril", colour="roze") == []


def test_a_bril_is_any_kind_of_glasses():
    assert {product.kind for product in products(kind="bril")} == {
        "montuur",
        "kindermontuur",
        "zonnebril",
        "leesbril",
    }


def test_the_cheapest_frame_is_one_that_is_there():
    Product.objects.filter(sku="MON-DT-2041").update(stock=0)

    frame = cheapest_frame_in_stock()

    assert frame is not None
    assert frame.sku == "MON-RB-5154"


def test_glasses_have_a_price_to_start_from():
    assert glasses_prices() == (Decimal("95.00"), Decimal("245.00"))


def test_the_vocabulary_holds_the_words_of_the_shop():
    vocabulary = json.loads(write_vocabulary().read_text("utf-8"))

    assert vocabulary["brand"]["Lindberg"] == ["Lindberg", "Lindberg Air Titanium"]
    assert "hoortoestel" in vocabulary["kind"]
    assert vocabulary["service"]["eye_test"] == "oogmeting"
    assert vocabulary["staff"] == ["Erik", "Noor", "Sam", "Helder"]


def test_a_new_product_is_in_the_vocabulary_at_once(settings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Product.objects.create(sku="MON-MY", brand="Mykita", name="Lite", kind="montuur", price=400)

    vocabulary = json.loads((settings.VAR_DIR / "vocabulary.json").read_text("utf-8"))
    assert vocabulary["brand"]["Mykita"] == ["Mykita", "Mykita Lite"]
    assert [path.name for path in settings.VAR_DIR.iterdir()] == ["vocabulary.json"]


def test_a_product_that_is_gone_leaves_the_vocabulary(settings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Product.objects.get(sku="MON-LB-AIR1").delete()

    vocabulary = json.loads((settings.VAR_DIR / "vocabulary.json").read_text("utf-8"))
    assert "Lindberg" not in vocabulary["brand"]
