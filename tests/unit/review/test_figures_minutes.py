"""The shop says what a question takes a person, and the estimate follows."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from bot.review.models import AuditEntry, MinutesSaved
from bot.review.rights import OWNERS
from tests.unit.review.conftest import LogsIn
from tests.unit.review.figures_data import Customer, row

FILLED_IN = {"shop": "2", "price": "7,5", "service": "3", "appointment": "4", "advice": "4"}


@pytest.fixture
def owner(logs_in: LogsIn) -> Client:
    client = logs_in("Ada", may_answer=False)
    User.objects.get(username="ada").groups.add(Group.objects.get(name=OWNERS))
    return client


def test_an_owner_sets_the_minutes_and_it_is_logged(
    owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    Customer(monkeypatch, "2026-11-24T09:00").says("ask_price")

    saved = owner.post("/staf/cijfers/minuten/?periode=week", FILLED_IN, follow=True)

    assert "De minuten zijn bewaard." in saved.content.decode()
    assert row(owner, "tijd", "Prijzen en korting")[:2] == ["1", "7,5"]
    entry = AuditEntry.objects.get(action="figures.minutes_changed")
    assert (entry.name, entry.details) == ("ada", {"price": "7.5"})
    assert 'value="7,5"' in owner.get("/staf/cijfers/minuten/").content.decode()


@pytest.mark.parametrize("wrong", ["", "veel", "-1", "121", "1000", "1,25"])
def test_what_is_no_number_of_minutes_is_told_and_not_kept(owner: Client, wrong: str) -> None:
    refused = owner.post("/staf/cijfers/minuten/", {**FILLED_IN, "price": wrong})

    assert refused.status_code == 200
    assert "errorlist" in refused.content.decode()
    assert not MinutesSaved.objects.exists()
    assert not AuditEntry.objects.exists()
