"""How long things stay: erased or made anonymous at night, as the shop chose."""

from datetime import datetime, timedelta

import pytest
from asgiref.sync import async_to_sync
from django.core.management import call_command
from django.test import Client

from bot import clock
from bot.chat.models import Conversation, Message
from bot.clock import ZONE
from bot.review.audit import note
from bot.review.models import AuditEntry, ConsoleRules
from bot.review.privacy import retention
from bot.shop.models import AfterKeptDays, Appointment, HouseRules, Service
from tests.unit.review.talks import talk


def old(conversation: Conversation, days: int) -> Conversation:
    Conversation.objects.filter(pk=conversation.pk).update(
        last_activity=clock.now() - timedelta(days=days)
    )
    return conversation


def test_the_page_tells_what_goes_tonight(olga: Client) -> None:
    gone, kept = old(talk("oud"), 90), old(talk("nieuw"), 89)

    page = olga.get("/staf/privacy/").content.decode()

    assert "woensdag om 3 uur" in page
    assert "<strong>1</strong> gesprek gewist" in page
    assert str(gone.public_id) in page
    assert str(kept.public_id) not in page


@pytest.mark.parametrize("afterwards", AfterKeptDays)
def test_what_is_old_is_erased_or_made_anonymous_as_the_shop_chose(
    olga: Client, afterwards: AfterKeptDays
) -> None:
    gone, kept = old(talk("Ik heet Sanne"), 40), old(talk("Ik heet Sanne"), 10)
    olga.post(
        "/staf/privacy/",
        {
            "kept_days": "30",
            "after_kept_days": afterwards,
            "appointment_days": "365",
            "log_months": "12",
        },
    )

    for _ in range(2):
        call_command("forgetold", verbosity=0)

    texts = dict(Message.objects.values_list("conversation", "text"))
    left = {} if afterwards == AfterKeptDays.ERASE else {gone.pk: "Ik heet [naam]"}
    assert texts == {kept.pk: "Ik heet Sanne", **left}
    assert HouseRules.objects.get().kept_days == 30
    assert AuditEntry.objects.get(action="retention.changed").details["kept_days"] == 30


@pytest.mark.parametrize("afterwards", AfterKeptDays)
def test_talks_that_followed_each_other_go_together(shop: None, afterwards: AfterKeptDays) -> None:
    HouseRules.objects.update(after_kept_days=afterwards)
    first = old(talk("eerst"), 200)
    second = old(talk("daarna"), 100)
    Conversation.objects.filter(pk=second.pk).update(previous=first)

    call_command("forgetold", verbosity=0)

    left = list(Conversation.objects.values_list("previous", "remembered"))
    assert left == ([] if afterwards == AfterKeptDays.ERASE else [(None, "")] * 2)


def test_old_appointments_lose_their_names_and_the_log_its_oldest_lines(shop: None) -> None:
    Appointment.objects.create(
        number="AF-AAAAAA",
        service=Service.objects.get(key="eye_test"),
        start=clock.now() - timedelta(days=400),
        end=clock.now() - timedelta(days=400),
        name="Sanne Bos",
        phone="+31612345678",
    )
    note(None, "shop.changed")
    AuditEntry.objects.update(at=clock.now() - timedelta(days=370))
    note(None, "product.changed")

    call_command("forgetold", verbosity=0)

    assert list(Appointment.objects.values_list("name", "phone")) == [("(gewist)", "")]
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {
        "product.changed",
        "retention.cleaned",
    }


def test_the_night_comes_once_and_not_on_the_first_day(
    shop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = async_to_sync(retention.clean_when_due)
    old(talk("oud"), 100)

    came = []
    for moment in ("2026-11-24T10:00", "2026-11-25T02:59", "2026-11-25T03:01", "2026-11-25T09:00"):
        monkeypatch.setenv("BOT_NOW", moment)
        came.append(clean() is not None)

    assert came == [False, False, True, False]
    assert Conversation.objects.count() == 0
    assert ConsoleRules.current().cleaned == datetime(2026, 11, 25, 3, 1, tzinfo=ZONE)
