from pathlib import Path

import pytest

from bot.shop.loading import load_shop
from bot.shop.models import Service, Shop
from tests.unit.shop.factories import SHOP_FILE


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:00")


@pytest.fixture(autouse=True)
def _own_var(settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path / "var"


@pytest.fixture
def shop(db: None) -> Shop:
    load_shop(SHOP_FILE)
    return Shop.current()


@pytest.fixture
def eye_test(shop: Shop) -> Service:
    return Service.objects.get(key="eye_test")


@pytest.fixture
def hearing_test(shop: Shop) -> Service:
    return Service.objects.get(key="hearing_test")


@pytest.fixture
def adjustment(shop: Shop) -> Service:
    return Service.objects.get(key="adjustment")
