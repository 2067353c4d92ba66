"""Who did what, as the owner reads it back."""

import csv
import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from bot import clock
from bot.chat.models import Conversation
from bot.review.audit import note
from bot.review.logbook.sentences import SENTENCES, sentence_of
from bot.review.models import AuditEntry
from bot.review.rights import OWNERS
from bot.shop.models import Product
from bot.shop.notes import leave_message
from tests.unit.review.accounts import logged_in, somebody
from tests.unit.review.talks import address, talk


@pytest.fixture
def olga(logs_in) -> Client:
    return logged_in(somebody("Olga", OWNERS))


def lines(page: str) -> int:
    return page.count('<div class="row-text">')


def test_who_read_a_conversation_is_noted_once_an_hour(
    erik: Client, olga: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation, other = talk("hallo"), talk("dag")
    for _ in range(3):
        erik.get(address(conversation))
    erik.get(address(other))
    olga.get(address(conversation))
    monkeypatch.setenv("BOT_NOW", "2026-11-24T11:05")
    erik.get(address(conversation))

    read = AuditEntry.objects.filter(action="conversation.read").order_by("pk")

    assert list(read.values_list("name", "subject")) == [
        ("erik", str(conversation.public_id)),
        ("erik", str(other.public_id)),
        ("olga", str(conversation.public_id)),
        ("erik", str(conversation.public_id)),
    ]


def test_the_log_tells_it_in_dutch_with_a_way_to_the_conversation(
    erik: Client, olga: Client
) -> None:
    conversation = talk("hallo")
    erik.get(address(conversation))

    page = olga.get("/staf/logboek/?soort=conversation").content.decode()

    assert "<strong>erik</strong> las een gesprek" in page
    assert f'href="{address(conversation)}"' in page


def test_of_an_erased_conversation_the_log_keeps_only_that_it_was_read(
    erik: Client, olga: Client
) -> None:
    conversation = talk("hallo")
    erik.get(address(conversation))

    Conversation.objects.filter(pk=conversation.pk).delete()

    assert list(AuditEntry.objects.values_list("name", "action", "subject")) == [
        ("erik", "conversation.read", "")
    ]
    assert "las een gesprek" in olga.get("/staf/logboek/").content.decode()


def test_filters_combine_and_stay_when_one_turns_the_page(olga: Client) -> None:
    for _ in range(60):
        note(None, "retention.cleaned")
    note(None, "order.changed")
    AuditEntry.objects.filter(action="order.changed").update(at=clock.now() - timedelta(days=9))

    both = olga.get(
        "/staf/logboek/?wie=Buur+zelf&soort=retention&vanaf=2026-11-20"
    ).content.decode()
    older = olga.get("/staf/logboek/?tot=2026-11-20").content.decode()

    assert lines(both) == 50
    assert "?wie=Buur+zelf&amp;soort=retention&amp;vanaf=2026-11-20&amp;pagina=2" in both
    assert lines(older) == 1
    assert "wijzigde de bestelling" in older


def test_bad_filters_are_no_trouble(olga: Client) -> None:
    for query in ("vanaf=gisteren", "vanaf=2026-13-45", "tot=9999-12-31", "pagina=x", "wie=%00"):
        assert olga.get(f"/staf/logboek/?{query}").status_code == 200


def test_the_log_goes_along_as_csv_which_is_logged_and_holds_no_formula(olga: Client) -> None:
    note(None, "product.changed", "=SUM(1;2)")

    response = olga.post("/staf/logboek/csv/", {"soort": "product"})

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[1:] for row in rows] == [
        ["wie", "wat", "waarover", "code"],
        ["Buur zelf", "wijzigde het product =SUM(1;2)", "'=SUM(1;2)", "product.changed"],
    ]
    assert AuditEntry.objects.filter(action="log.exported", name="olga").exists()


def test_each_sentence_is_one_also_without_details() -> None:
    for action in (*SENTENCES, "nieuw.ding_gedaan"):
        assert sentence_of(AuditEntry(action=action, subject="Sam"))
    assert sentence_of(AuditEntry(action="nieuw.ding_gedaan", subject="x")) == (
        "Nieuw: ding gedaan (x)"
    )


def test_the_console_s_own_actions_have_a_sentence() -> None:
    folder = Path(settings.BASE_DIR) / "bot" / "review"
    named = re.compile(r'"([a-z_]+\.[a-z_]+)"')
    written = {
        action
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts
        for line in path.read_text("utf-8").splitlines()
        if "note(" in line or "write_down(" in line or "action =" in line or "deed =" in line
        for action in named.findall(line)
    }

    assert len(written) > 40
    assert written - SENTENCES.keys() == set()


def test_the_back_office_is_logged_without_a_word_of_a_customer(olga: Client) -> None:
    message = leave_message("Bel Sanne Bos op 06-12345678", "sanne@post.example", "")
    product = Product.objects.first()
    assert product

    olga.post(
        f"/staf/winkel/shop/staffmessage/{message.pk}/change/",
        {"text": "Bel Sanne Bos", "contact": "", "handled": "on"},
    )
    olga.post(f"/staf/winkel/shop/product/{product.pk}/delete/", {"post": "yes"})

    assert list(
        AuditEntry.objects.filter(action__startswith="admin.")
        .order_by("pk")
        .values_list("name", "action", "subject")
    ) == [
        ("olga", "admin.changed", f"bericht voor de winkel {message.pk}"),
        ("olga", "admin.deleted", f"product {product.pk}"),
    ]
    index = olga.get("/staf/winkel/").content.decode()
    assert "Bericht van" in index
    assert "Sanne" not in index
