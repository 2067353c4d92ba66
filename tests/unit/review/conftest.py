from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as dj_settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from bot.chat import engine as chat_engine
from bot.chat import limits
from bot.review.apps import _make_groups
from bot.review.rights import OWNERS, STAFF
from bot.shop.loading import load_shop
from tests.unit.review.accounts import logged_in, somebody
from tests.unit.review.doubting import FakeEngine

LogsIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_NOW", "2026-11-24T10:00")


@pytest.fixture(autouse=True)
def _no_tries_yet() -> None:
    limits.limiter_on.cache_clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr(chat_engine, "understand", fake.understand)
    cache.clear()
    return fake


@pytest.fixture
def logs_in(db: None) -> LogsIn:
    """Let somebody of the shop log in: `logs_in("Noor", may_answer=False)`."""
    load_shop(dj_settings.BASE_DIR / "shop.yml")

    def log_in(name: str, may_answer: bool = True) -> Client:
        user = User.objects.create_user(
            name.lower(), password="bril-en-oor-9", first_name=name, is_staff=True
        )
        if may_answer:
            user.groups.add(Group.objects.get(name=STAFF))
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def erik(logs_in: LogsIn) -> Client:
    return logs_in("Erik")


@pytest.fixture
def shop(transactional_db: None, settings: Any) -> None:
    """Load the demo shop where transactions are real, with the roles that emptying took away."""
    load_shop(settings.BASE_DIR / "shop.yml")
    # No engine: what it must forget is written down.
    settings.ENGINE_URL = "http://127.0.0.1:9"
    _make_groups(apps.get_app_config("review"), "default")


@pytest.fixture
def olga(shop: None) -> Client:
    """An owner."""
    return logged_in(somebody("Olga", OWNERS))
