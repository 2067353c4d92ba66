"""The demo shop's pages, of this shop and of one that has less."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from bot.shop.loading import load_shop
from bot.shop.models import (
    OpeningException,
    OpeningInterval,
    Product,
    Service,
    Shop,
)

PAGES = ["/", "/brillen", "/hoortoestellen", "/contact"]


@pytest.fixture(autouse=True)
def _shop(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.VAR_DIR = tmp_path
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:00")
    load_shop(settings.BASE_DIR / "shop.yml")


class _Text(HTMLParser):
    """What a reader sees, with single spaces."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    reader = _Text()
    reader.feed(response.content.decode())
    return re.sub(r"\s+", " ", " ".join(reader.said)).replace(" .", ".").replace(" ,", ",")


def test_hours_with_their_exceptions_come_from_the_shop_s_facts() -> None:
    OpeningInterval.objects.filter(weekday=4).update(closes="19:15")

    page = read("/contact")

    assert "9:30 – 19:15" in page
    assert "Sinterklaas" in page
    assert "voorjaarsvakantie" in page


def test_prices_and_stock_come_from_the_shop_s_facts() -> None:
    Product.objects.filter(sku="MON-LB-AIR1").update(price="431.50", stock=0)

    page = read("/brillen")

    assert "Lindberg Air Titanium Zilver € 431,50 nu niet op voorraad" in page
    assert "verwacht op 8 december" in page


def test_a_day_that_went_by_is_not_promised() -> None:
    Product.objects.filter(sku="MON-RB-7047").update(expected="2026-11-20")

    assert "20 november" not in read("/brillen")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_talks_of_offers(path: str) -> None:
    page = read(path).lower()

    assert not re.search(
        r"aanbieding|actie\b|sale|nu voor|bespaar|voordeel|op=op|mis het niet|!", page
    )


def test_a_shop_without_hearing_aids_has_no_page_about_them() -> None:
    Product.objects.filter(kind="hoortoestel").delete()
    Service.objects.filter(key="hearing_test").delete()

    assert "Hoortoestellen" not in read("/")
    missing = Client().get("/hoortoestellen")
    assert missing.status_code == 404
    assert "Deze pagina is er niet" in missing.content.decode()


def test_a_shop_with_next_to_nothing_still_speaks_in_whole_sentences() -> None:
    OpeningInterval.objects.all().delete()
    OpeningException.objects.all().delete()
    Product.objects.all().delete()
    Service.objects.exclude(key="hearing_test").delete()
    shop = Shop.current()
    shop.colleagues = []
    shop.instagram = shop.parking = shop.bike = shop.bus = shop.accessible = ""
    shop.save()
    rules = shop.rules
    rules.free_help = rules.payment = rules.insurers = rules.delivery_countries = []
    rules.home_visits = ""
    rules.return_days = rules.frame_warranty_years = rules.glass_warranty_years = 0
    rules.glasses_from_single = rules.glasses_from_multifocal = 0
    rules.save()

    pages = {path: read(path) for path in PAGES}

    for page in pages.values():
        assert not re.search(
            r" en [.,]|: ?\.|\bbij \.|None|\bvanaf \.|\b0 (jaar|dagen)| ,|\( ?\)", page
        )
    assert "Je treft er Erik." in pages["/"]
    assert "Gratis hulp" not in pages["/"]
    assert "De schappen zijn leeg" in pages["/brillen"]
    assert "Voorlopig dicht" in pages["/contact"]


def test_without_a_shop_each_page_says_so() -> None:
    Shop.objects.all().delete()

    for path in PAGES:
        response = Client().get(path)
        assert response.status_code in (404, 503)
