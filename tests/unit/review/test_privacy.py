"""One customer's data: found, handed over, erased, made anonymous."""

import json
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from bot.chat import record
from bot.chat.models import Conversation, ErasureDue, Feedback, Message, Sender
from bot.chat.record import Button, Utterance
from bot.clock import ZONE
from bot.review.audit import note
from bot.review.models import (
    AnonymousConversation,
    AuditEntry,
    ConversationWords,
    Correction,
    StaffDeed,
    Verdict,
)
from bot.review.privacy.anonymising import anonymise
from bot.review.privacy.searching import find
from bot.review.stepping_in import steps
from bot.shop.appointments import book
from bot.shop.models import (
    Appointment,
    Order,
    Service,
    StaffMessage,
    TakenQuarter,
)
from bot.shop.notes import leave_message
from tests.unit.review.accounts import somebody
from tests.unit.review.talks import says, talk

# Nothing of her may be left in any table after she is erased.
TRACES = ["Sanne", "sanne", "12345678", "post.example", "100234"]


@pytest.fixture
def sanne(olga: Client) -> Conversation:
    """A customer with something in every corner."""
    first, _ = record.begin("https://winkel.example/", None)
    says(first, "Hoi, met Sanne Bos")
    conversation, _ = record.begin("https://winkel.example/brillen", None)
    Conversation.objects.filter(pk=conversation.pk).update(
        previous=first, remembered="bril", summary="Sanne Bos wil een afspraak, 06-12345678"
    )
    asked = says(
        conversation,
        "Ik ben Sanne Bos, bel 06 12 34 56 78 of mail sanne@post.example over 100234",
        intent="book_appointment",
        confidence=0.91,
        entities=[
            {"entity": "name", "value": "Sanne Bos", "start": 7, "end": 16},
            {"entity": "phone", "value": "+31612345678", "start": 22, "end": 36},
            {"entity": "order_number", "value": "100234", "start": 69, "end": 75},
        ],
        actions=["action_book"],
    )
    record.say(
        conversation,
        Sender.BOT,
        "Helder",
        [
            Utterance(
                "Op naam van Sanne Bos, klopt dat?",
                [Button("Ja, Sanne", '/affirm{"name": "Sanne Bos"}')],
                {"title": "Afspraak", "lines": ["Sanne Bos"]},
            )
        ],
    )
    answer = conversation.messages.filter(sender=Sender.BOT).first()
    assert answer
    Feedback.objects.create(message=answer, helpful=False)
    erik = somebody("Erik")
    steps.answer(conversation, erik, steps.Answer("Dag Sanne, met Erik"))
    Correction.objects.create(
        message=asked,
        user=erik,
        name="erik",
        verdict=Verdict.CORRECTED,
        intent="ask_price",
        entities=[{"entity": "name", "start": 7, "end": 16, "value": "Sanne Bos"}],
        remark="Sanne bedoelde de prijs",
    )
    leave_message("Bel Sanne", "sanne@post.example", str(conversation.public_id), "over Sanne")
    book(
        Service.objects.get(key="eye_test"),
        datetime(2026, 11, 27, 10, 0, tzinfo=ZONE),
        "Sanne Bos",
        "06-12345678",
        "sanne@post.example",
        str(conversation.public_id),
    )
    conversation.refresh_from_db()
    return conversation


def everything() -> str:
    """Return all that is in the tables, but for the shop's own facts and accounts."""
    rows: list[Any] = []
    for model in (
        Conversation,
        Message,
        Feedback,
        Correction,
        StaffDeed,
        StaffMessage,
        Appointment,
        AuditEntry,
        AnonymousConversation,
        LogEntry,
    ):
        rows += model._default_manager.values_list()
    return json.dumps([[str(value) for value in row] for row in rows], ensure_ascii=False)


def ticked(client: Client, query: str, **also: Any) -> dict[str, Any]:
    """Search as the owner does, and tick all that is found."""
    found = client.post("/staf/privacy/klant/", {"zoek": query}).context["found"]
    return {
        "gesprek": [str(each.public_id) for each in found.conversations],
        "bericht": [each.pk for each in found.messages],
        "afspraak": [each.pk for each in found.appointments],
        "bestelling": [each.pk for each in found.orders],
        **also,
    }


@pytest.mark.parametrize(
    "query",
    [
        "Sanne Bos",
        "sanne bos",
        "06-12345678",
        "+31 6 12 34 56 78",
        "Sanne@Post.example",
        "100234",
        "AF",
        "conversation",
    ],
)
def test_a_customer_is_found_by_whatever_they_give(sanne: Conversation, query: str) -> None:
    made = Appointment.objects.get()
    query = {"AF": made.number.lower(), "conversation": str(sanne.public_id)}.get(query, query)
    stranger = talk("Ik ben Jan Bakker, 06-87654321")

    found = find(query)

    assert sanne in found.conversations
    assert sanne.previous in found.conversations
    assert stranger not in found.conversations
    assert [each.conversation for each in found.messages] == [str(sanne.public_id)]
    assert found.appointments == [made]
    # Of a name alone nobody can say whose order it is.
    assert [each.number for each in found.orders] == (
        [] if "anne b" in query.lower() else ["100234"]
    )


def test_a_name_is_not_ticked_by_itself_and_a_number_is(sanne: Conversation, olga: Client) -> None:
    by_name = olga.post("/staf/privacy/klant/", {"zoek": "Sanne Bos"}).content.decode()
    by_phone = olga.post("/staf/privacy/klant/", {"zoek": "0612345678"}).content.decode()

    assert " checked" not in by_name
    assert f'value="{sanne.public_id}" checked' in by_phone
    # The tax office wants orders kept.
    assert 'name="bestelling"' in by_phone
    assert by_phone.count(" checked") == 4


def test_nothing_found_and_too_little_to_look_for(olga: Client, shop: None) -> None:
    assert "Niets gevonden" in olga.post("/staf/privacy/klant/", {"zoek": "Zus"}).content.decode()
    assert "minstens 3" in olga.post("/staf/privacy/klant/", {"zoek": "ab"}).content.decode()
    for odd in ("000000000", "\0\0\0", "%' OR 1=1", "((((", "+999999999999999"):
        assert olga.post("/staf/privacy/klant/", {"zoek": odd}).status_code == 200


def test_a_number_that_is_none_ticks_nobody(sanne: Conversation, olga: Client) -> None:
    found = olga.post("/staf/privacy/klant/", {"zoek": "000000000"}).context["found"]

    assert not found.conversations


def test_all_that_is_kept_of_a_customer_goes_along_as_json(
    sanne: Conversation, olga: Client
) -> None:
    response = olga.post("/staf/privacy/klant/meegeven/", ticked(olga, "0612345678", vorm="json"))

    document = json.loads(response.content)
    assert response.headers["Content-Disposition"].endswith('klantgegevens-2026-11-24.json"')
    first, second = document["gesprekken"]
    assert first["berichten"][0]["tekst"] == "Hoi, met Sanne Bos"
    assert second["waar het over gaat"] == "Sanne Bos wil een afspraak, 06-12345678"
    assert second["wat er verder bij staat"]["verbeteringen"][0]["toelichting"] == (
        "Sanne bedoelde de prijs"
    )
    assert [each["naam"] for each in document["afspraken"]] == ["Sanne Bos"]
    assert [each["bericht"] for each in document["berichten voor de winkel"]] == ["Bel Sanne"]
    assert [each["bestelnummer"] for each in document["bestellingen"]] == ["100234"]
    assert AuditEntry.objects.get(action="customer.exported").details == {
        "conversations": 2,
        "messages": 1,
        "appointments": 1,
        "orders": 1,
    }


def test_and_as_a_page_that_people_can_read(sanne: Conversation, olga: Client) -> None:
    chosen = ticked(olga, "0612345678")

    shown = olga.post("/staf/privacy/klant/alles/", chosen).content.decode()
    file = olga.post("/staf/privacy/klant/meegeven/", chosen | {"vorm": "pagina"})

    for page in (shown, file.content.decode()):
        assert "Hoi, met Sanne Bos" in page
        assert "27 november 2026, 10:00" in page
    assert file.headers["Content-Type"] == "text/html; charset=utf-8"


def test_erasing_asks_first_and_then_leaves_no_trace_anywhere(
    sanne: Conversation, olga: Client
) -> None:
    olga.get(f"/staf/gesprek/{sanne.public_id}/")
    message = StaffMessage.objects.get()
    olga.post(
        f"/staf/winkel/shop/staffmessage/{message.pk}/change/",
        {"text": message.text, "contact": message.contact, "handled": "on"},
    )
    stranger = talk("Ik ben Jan Bakker")
    number = Appointment.objects.get().number
    note(None, "appointment.moved", number)
    chosen = ticked(olga, "0612345678")
    old_id = str(sanne.public_id)

    asked = olga.post("/staf/privacy/klant/wissen/", chosen).content.decode()
    still = Conversation.objects.filter(pk=sanne.pk).exists()
    olga.post("/staf/privacy/klant/wissen/", chosen | {"zeker": "ja"})

    assert "een afspraak die nog moet komen" in asked
    assert still
    left = everything()
    assert [trace for trace in [*TRACES, old_id] if trace in left] == []
    assert list(Conversation.objects.all()) == [stranger]
    assert not AuditEntry.objects.filter(subject=number).exists()
    assert not Order.objects.filter(number="100234").exists()
    assert TakenQuarter.objects.count() == 0
    assert Appointment.objects.get().name == "(gewist)"
    # The engine is away, and is told as soon as it is back.
    assert ErasureDue.objects.count() == 2
    assert AuditEntry.objects.filter(action="customer.erased", subject="", name="olga").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the file is SQLite's")
def test_what_is_erased_is_not_left_on_the_disk(
    sanne: Conversation, olga: Client, settings: Any
) -> None:
    name = settings.DATABASES["default"]["NAME"]
    says(sanne, "mijn bril heet Zwiebertje")
    # Search has read it, and keeps each word in its own way.
    assert "Zwiebertje" in olga.get("/staf/?zoek=zwiebertje").content.decode()
    chosen = ticked(olga, "0612345678", zeker="ja")

    def on_disk() -> bool:
        files = [path for suffix in ("", "-wal") if (path := Path(f"{name}{suffix}")).exists()]
        content = b"".join(path.read_bytes() for path in files)
        return b"Hoi, met Sanne Bos" in content or b"zwiebertje" in content.lower()

    before = on_disk()
    olga.post("/staf/privacy/klant/wissen/", chosen)

    assert before
    assert not on_disk()


def test_nothing_ticked_is_told(olga: Client) -> None:
    told = olga.post("/staf/privacy/klant/wissen/", {"gesprek": "x", "bericht": "-1"}, follow=True)

    assert "Er was niets aangevinkt" in told.content.decode()


def test_an_anonymous_conversation_keeps_what_was_asked_and_not_by_whom(
    sanne: Conversation,
) -> None:
    old_id, old_token = str(sanne.public_id), sanne.token_hash
    numbers = list(sanne.messages.values_list("number", "intent", "confidence", "created"))

    anonymise(sanne)

    left = json.dumps(
        [
            [str(value) for value in row]
            for rows in (
                Message.objects.filter(conversation=sanne).values_list(),
                Conversation.objects.filter(pk=sanne.pk).values_list(),
                Correction.objects.values_list(),
                StaffDeed.objects.values_list(),
            )
            for row in rows
        ],
        ensure_ascii=False,
    )
    assert [trace for trace in [*TRACES, old_id, old_token] if trace in left] == []
    assert "Erik" not in left.replace("met Erik", "")
    sanne.refresh_from_db()
    assert (sanne.page, sanne.previous, sanne.remembered) == (
        "https://winkel.example/brillen",
        None,
        "",
    )
    assert list(sanne.messages.values_list("number", "intent", "confidence", "created")) == numbers
    assert sanne.messages.filter(feedback__helpful=False).count() == 1
    assert Correction.objects.get().intent == "ask_price"
    assert StaffMessage.objects.count() == 0
    assert Appointment.objects.get().conversation == ""
    assert ErasureDue.objects.get().conversation == uuid.UUID(old_id)


def test_search_finds_no_name_in_an_anonymous_conversation(
    sanne: Conversation, olga: Client
) -> None:
    says(sanne, "en ik heet José Ñandú")
    steps.close(sanne, User.objects.get(username="erik"))
    assert "José" in olga.get("/staf/?zoek=jose").content.decode()

    anonymise(sanne)

    for name in ("jose", "nandu", "sanne", "12345678"):
        assert str(ConversationWords.objects.get(conversation=sanne).personal).find(name) == -1
        assert sanne.pk not in _found(olga, name)


def _found(client: Client, words: str) -> list[int]:
    page = client.get("/staf/", {"zoek": words}).context["page"]
    return list(page.object_list)
