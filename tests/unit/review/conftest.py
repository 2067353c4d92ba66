from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as dj_settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from bot.chat import engine as chat_engine
from bot.chat import limits
from bot.review.rights import STAFF
from bot.shop.loading import load_shop
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
