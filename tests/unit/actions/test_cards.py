"""Cards hold what the shop's facts say, and lead to pages that are there."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from django.test import Client
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.cards import order_card, product_card
from actions.facts import product_name
from actions.turn import Turn
from bot.shop.loading import load_shop
from bot.shop.models import Order, Product
from bot.shop.models.orders import OrderStatus
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def _shop(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.VAR_DIR = tmp_path
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:00")
    load_shop(ROOT / "shop.yml")


@pytest.fixture(scope="module")
def turn() -> Turn:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    tracker = Tracker("klant", {}, {}, [], False, None, {}, "action_listen")
    return Turn(CollectingDispatcher(), tracker, domain)


def test_a_product_s_card_leads_to_its_shelf(turn: Turn) -> None:
    client = Client()

    for product in Product.objects.all():
        address = urlsplit(product_card(turn, product)["url"])
        page = client.get(address.path).content.decode()
        shelf = page.partition(f'<section id="{address.fragment}"')[2].partition("</section>")[0]
        assert product_name(product) in shelf


def test_a_price_that_was_said_is_not_on_the_card_again(turn: Turn) -> None:
    product = Product.objects.get(name="Clubmaster")

    assert product_card(turn, product)["lines"] == ["€ 149", "In de winkel: 3"]
    assert product_card(turn, product, with_price=False)["lines"] == ["In de winkel: 3"]


@pytest.mark.parametrize("status", OrderStatus)
def test_an_order_s_card_tells_its_step(turn: Turn, status: OrderStatus) -> None:
    order = Order(number="100234", item="multifocale bril", status=status)

    card = order_card(turn, order)

    assert card["title"] == "Multifocale bril"
    number, step = card["lines"]
    assert number == "100234"
    assert step.startswith("Stap ")
    assert "van 4" in step
