"""Products, services and orders in the console."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from bot.review.models import AuditEntry
from bot.shop.models import Order, Product, Service
from tests.unit.review.conftest import LogsIn

SHOP = "/staf/zaak/"


@pytest.fixture(autouse=True)
def _own_var(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def filled(client: Client, address: str, **changes: str) -> dict[str, str]:
    response = client.get(address)
    form = response.context["form"]
    known = {name: form[name].value() for name in form.fields}
    # As a browser sends it: a tick that is off not at all.
    written = {name: str(value) for name, value in known.items() if value not in ("", None)}
    written = {name: value for name, value in written.items() if value != "False"}
    return {"gezien": response.context["mark"], **written, **changes}


def own_page(product: Product) -> str:
    return f"{SHOP}producten/{product.pk}/"


@pytest.fixture
def wayfarer(erik: Client) -> Product:
    return Product.objects.get(name="Wayfarer")


def test_a_product_is_found_by_words_of_it(erik: Client) -> None:
    found = erik.get(f"{SHOP}producten/?zoek=ray zwart").content.decode()

    assert "Ray-Ban Wayfarer" in found
    assert "Ray-Ban RX7047" not in found
    assert "Niets gevonden" in erik.get(f"{SHOP}producten/?zoek=fiets").content.decode()


def test_a_price_is_changed_as_people_write_it_and_logged(erik: Client, wayfarer: Product) -> None:
    erik.post(own_page(wayfarer), filled(erik, own_page(wayfarer), price="159,50"))

    wayfarer.refresh_from_db()
    entry = AuditEntry.objects.get(action="product.changed")
    assert wayfarer.price == Decimal("159.50")
    assert entry.details == {"before": {"prijs": "€ 155,00"}, "after": {"prijs": "€ 159,50"}}
    assert "Ray-Ban Wayfarer" in erik.get(SHOP).content.decode()


def test_stock_goes_up_and_down_but_not_below_nothing(erik: Client) -> None:
    persol = Product.objects.get(name="714")
    address = f"{own_page(persol)}voorraad/"

    erik.post(address, {"stap": "eraf"})
    erik.post(address, {"stap": "erbij"})
    moved = erik.post(address, {"stap": "erbij"}, headers={"HX-Request": "true"})

    persol.refresh_from_db()
    assert persol.stock == 2
    assert ">2</output>" in moved.content.decode()


def test_of_two_who_change_a_product_the_second_is_told(
    logs_in: LogsIn, erik: Client, wayfarer: Product
) -> None:
    noor = logs_in("Noor")
    late = filled(erik, own_page(wayfarer), price="100")
    noor.post(own_page(wayfarer), filled(noor, own_page(wayfarer), price="200"))

    page = erik.post(own_page(wayfarer), late).content.decode()

    wayfarer.refresh_from_db()
    assert "noor heeft dit net ook gewijzigd" in page
    assert 'value="100"' in page
    assert wayfarer.price == 200


@pytest.mark.parametrize("price", ["", "veel", "-1"])
def test_a_price_that_is_none_is_refused(erik: Client, wayfarer: Product, price: str) -> None:
    page = erik.post(own_page(wayfarer), filled(erik, own_page(wayfarer), price=price))

    wayfarer.refresh_from_db()
    assert "errorlist" in page.content.decode()
    assert wayfarer.price == 155


def test_a_product_comes_and_goes(erik: Client) -> None:
    new = {"brand": "Dutz", "name": "DZ9", "kind": "montuur", "price": "99", "stock": "1"}
    erik.post(f"{SHOP}producten/nieuw/", {**new, "sku": "D9", "gezien": ""})
    made = Product.objects.get(sku="D9")

    erik.post(f"{own_page(made)}weg/", {"gezien": "van gisteren"})
    stayed = Product.objects.filter(sku="D9").exists()
    mark = erik.get(own_page(made)).context["mark"]
    erik.post(f"{own_page(made)}weg/", {"gezien": mark})

    assert stayed
    assert not Product.objects.filter(sku="D9").exists()
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["product.added", "product.removed"]


def test_a_service_has_a_price_or_a_range(erik: Client) -> None:
    repair = Service.objects.get(key="repair")
    own = f"{SHOP}diensten/{repair.pk}/"

    page = erik.post(own, filled(erik, own, price="10")).content.decode()
    erik.post(own, filled(erik, own, price_to="40"))

    repair.refresh_from_db()
    assert "Vul een prijs in, of een prijs vanaf en tot." in page
    assert repair.price_to == 40


def test_an_order_that_is_ready_is_so_since_today(erik: Client) -> None:
    order = Order.objects.get(number="100235")
    own = f"{SHOP}bestellingen/{order.pk}/"

    erik.post(own, filled(erik, own, status="ready"))

    order.refresh_from_db()
    assert (order.status, order.ready_since) == ("ready", date(2026, 11, 24))
    assert AuditEntry.objects.get(action="order.changed").subject == "100235"


def test_a_delay_needs_its_reason_since_the_bot_tells_it(erik: Client) -> None:
    order = Order.objects.get(number="100235")
    own = f"{SHOP}bestellingen/{order.pk}/"

    page = erik.post(own, filled(erik, own, status="delayed")).content.decode()

    order.refresh_from_db()
    assert "de chatbot zegt het tegen de klant" in page
    assert order.status == "in_production"


def test_a_postcode_is_not_in_the_log(erik: Client) -> None:
    order = Order.objects.get(number="100235")
    own = f"{SHOP}bestellingen/{order.pk}/"

    erik.post(own, filled(erik, own, postcode="1234ab"))

    order.refresh_from_db()
    assert order.postcode == "1234 AB"
    details = str(AuditEntry.objects.get(action="order.changed").details)
    assert "gewijzigd" in details
    assert "1234" not in details
    assert "7963" not in details


def test_a_reader_sees_no_postcode_nor_finds_by_it_and_changes_nothing(
    logs_in: LogsIn, wayfarer: Product
) -> None:
    reader = logs_in("Sam", may_answer=False)

    orders = reader.get(f"{SHOP}bestellingen/").content.decode()

    assert "multifocale bril" in orders
    assert "7961" not in orders
    assert "Niets gevonden" in reader.get(f"{SHOP}bestellingen/?zoek=7961").content.decode()
    for address in (own_page(wayfarer), f"{own_page(wayfarer)}weg/", f"{SHOP}producten/nieuw/"):
        assert reader.post(address).status_code == 403
    assert reader.post(f"{own_page(wayfarer)}voorraad/", {"stap": "erbij"}).status_code == 403
    assert reader.post(f"{SHOP}bestellingen/nieuw/").status_code == 403
    assert reader.get(f"{SHOP}producten/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "part", ["", "agenda/", "tijden/", "producten/", "diensten/", "bestellingen/", "antwoorden/"]
)
def test_who_is_not_logged_in_sees_the_login_page(part: str) -> None:
    response = Client().get(SHOP + part)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/staf/inloggen/")
