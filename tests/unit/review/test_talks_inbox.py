"""Finding conversations: by what happened in them, by words, under a name."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from bot import clock
from bot.chat import record
from bot.chat.models import Conversation, Sender, State
from bot.chat.record import Utterance
from bot.review.models import (
    AuditEntry,
    ConversationDigest,
    ConversationWords,
    Correction,
    Label,
    Verdict,
)
from bot.shop.models import Appointment, Service
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, says, talk


def see(client: Client, query: str = "") -> str:
    return client.get(f"/staf/{query}").content.decode()


def listed(page: str) -> set[str]:
    return set(re.findall(r'<span class="said">(.*?)</span>', page))


def counts(page: str) -> dict[str, int]:
    found = re.findall(r'class="count" id="n-([\w-]+)">(\d+)<', page)
    return {key: int(count) for key, count in found}


def books(conversation: Conversation) -> None:
    Appointment.objects.create(
        number="AF-J4C6GQ",
        service=Service.objects.all()[0],
        start=clock.now(),
        end=clock.now(),
        name="een klant",
        phone="",
        conversation=str(conversation.public_id),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?toon=klacht", {"waardeloos", "verkeerd gelezen"}),
        ("?toon=korting", {"kan er iets af?", "en als ik er twee koop?"}),
        ("?toon=afspraak", {"morgen om tien"}),
        ("?toon=chatbot", {"waardeloos", "verkeerd gelezen", "kan er iets af?", "morgen om tien"}),
        ("?toon=chatbot&toon=wacht&toon=korting", {"kan er iets af?", "en als ik er twee koop?"}),
        ("?toon=korting&toon=klacht", set()),
        ("?op=https://winkel.example/brillen", {"kan er iets af?"}),
        ("?van=2026-11-20&tot=2026-11-21", {"morgen om tien"}),
        ("?van=2026-11-22", {"waardeloos", "verkeerd gelezen", "kan er iets af?", "geholpen"}),
        ("?van=morgen&tot=9999-12-31&voor=x&label=-1&op=%00", None),
    ],
)
def test_filters_by_what_happened_combine(
    erik: Client, query: str, expected: set[str] | None
) -> None:
    says(talk(), "waardeloos", intent="complaint", confidence=0.9)
    corrected = says(talk(), "verkeerd gelezen", intent="ask_price", confidence=0.9)
    Correction.objects.create(
        message=corrected, name="Erik", verdict=Verdict.CORRECTED, intent="complaint"
    )
    discount = talk()
    Conversation.objects.filter(pk=discount.pk).update(page="https://winkel.example/brillen")
    says(discount, "kan er iets af?", intent="ask_discount", confidence=0.9)
    waiting = talk()
    says(waiting, "en als ik er twee koop?", intent="negotiate_price", confidence=0.9)
    record.say(waiting, Sender.STAFF, "Erik", [Utterance("Ik kom eraan.")])
    helped = talk("geholpen")
    record.say(helped, Sender.STAFF, "Erik", [Utterance("Zo goed?")])
    booked = talk("morgen om tien")
    books(booked)
    Conversation.objects.filter(pk=booked.pk).update(last_activity=clock.now().replace(day=21))
    Conversation.objects.filter(pk=waiting.pk).update(
        last_activity=clock.now().replace(day=10), state=State.WAITING
    )

    found = listed(see(erik, query))

    assert len(found) == 6 if expected is None else found == expected


def test_what_changes_shows_at_the_next_look(erik: Client) -> None:
    conversation = talk()
    says(conversation, "goed zo", intent="ask_price", confidence=0.9)
    before = counts(see(erik))
    record.judge(conversation, 2, helpful=False)

    after = counts(see(erik))

    assert (before["duim"], after["duim"]) == (0, 1)


def test_conversations_of_before_the_filters_are_taken_along(erik: Client) -> None:
    talk("van vroeger")
    ConversationDigest.objects.all().delete()
    migrations = MigrationLoader(connection).disk_migrations
    (talks,) = (each for (app, name), each in migrations.items() if name.endswith("_talks"))
    digests = talks.operations[-1]
    assert isinstance(digests, RunPython)
    digest: Callable[..., None] = digests.code
    digest(apps, SimpleNamespace(connection=connection))

    assert listed(see(erik, "?zoek=vroeger")) == {"van vroeger"}


@pytest.mark.parametrize(
    ("search", "is_found"),
    [
        ("bril", True),
        ("BRILLENKO", True),
        ("cafe", True),
        ("één", True),
        ("een bril", True),
        ("koker bril", False),
        ('"een brillenkoker"', True),
        ('"brillenkoker voor"', False),
        ('"brillen"', False),
        ("helder", False),
        ("antwoord", True),
        ('AND "OR (', False),
        ("'; drop", False),
        ("!!", False),
        ('"', False),
    ],
)
def test_search_finds_words_and_their_beginnings(erik: Client, search: str, is_found: bool) -> None:
    says(
        talk(), "Ik zoek een brillenkoker, één voor bij het café", intent="ask_price", confidence=1
    )
    talk("iets anders")

    page = see(erik, f"?zoek={quote(search)}")

    assert bool(listed(page)) is is_found


def test_what_was_found_is_marked_and_linked_to(erik: Client) -> None:
    conversation = talk("hallo", "waar is het Café?", "o ja, dank")

    page = see(erik, "?zoek=cafe")

    assert "waar is het <mark>Café</mark>?" in page
    assert f"{address(conversation)}?zoek=cafe&amp;bericht=2#m2" in page


def test_what_is_erased_is_not_found_any_more(erik: Client) -> None:
    conversation = talk("mijn geheime zonnebril")
    see(erik)
    Conversation.objects.filter(pk=conversation.pk).delete()

    page = see(erik, "?zoek=geheime")

    assert listed(page) == set()
    assert not ConversationWords.objects.exists()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM review_words_index WHERE review_words_index MATCH 'geheime'"
            )
            assert cursor.fetchone() == (0,)


def test_a_reader_finds_nobody_by_name_or_number(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor", may_answer=False)
    conversation = talk()
    name = {"entity": "name", "start": 8, "end": 14, "value": "Sietske"}
    says(
        conversation,
        "ik heet Sietsk, bel 06 12345678 over mijn zonnebril",
        intent="inform",
        confidence=0.9,
        entities=[name],
    )

    for words in ("sietsk", "12345678"):
        assert listed(see(erik, f"?zoek={words}")) != set()
        assert listed(see(noor, f"?zoek={words}")) == set()
    page = see(noor, "?zoek=zonnebril")

    assert listed(page) == {"ik heet [naam], bel [telefoonnummer] over mijn zonnebril"}
    assert "<mark>zonnebril</mark>" in page
    assert "Sietsk" not in page


def test_filters_are_kept_under_a_name_for_oneself_or_everybody(
    erik: Client, logs_in: LogsIn
) -> None:
    noor = logs_in("Noor")
    erik.post("/staf/filters/", {"filters": "toon=klacht&periode=week", "name": "Klachten"})
    erik.post("/staf/filters/", {"filters": "toon=duim", "name": "Duimen", "is_shared": "on"})

    own, others = see(erik, "?toon=klacht&periode=week"), see(noor)

    assert '<a href="?toon=klacht&amp;periode=week" aria-current="true">Klachten</a>' in own
    assert "Klachten" not in others
    assert '<a href="?toon=duim">Duimen' in others


def test_a_reader_keeps_filters_for_himself_only(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor", may_answer=False)
    noor.post("/staf/filters/", {"filters": "toon=duim", "name": "Van Noor", "is_shared": "on"})
    erik.post("/staf/filters/", {"filters": "toon=duim", "name": "Van Erik", "is_shared": "on"})
    shared = re.search(r"/staf/filters/\d+/weg/", see(erik))
    assert shared

    noor.post(shared[0])

    assert "Van Noor" not in see(erik)
    assert "Van Noor" in see(noor)
    assert "Van Erik" in see(noor)


@pytest.mark.parametrize(
    ("name", "told"), [("", "Geef de filters een naam."), ("a" * 41, "Hou het onder de 40 tekens.")]
)
def test_filters_need_a_name_that_fits(erik: Client, name: str, told: str) -> None:
    response = erik.post("/staf/filters/", {"filters": "toon=duim", "name": name}, follow=True)

    assert told in response.content.decode()


def test_labels_are_made_changed_and_removed(erik: Client) -> None:
    erik.post("/staf/labels/", {"name": "terugbellen", "colour": "red"})
    label = Label.objects.get()
    twice = erik.post("/staf/labels/", {"name": "terugbellen", "colour": "blue"})
    odd = erik.post(f"/staf/labels/{label.pk}/", {"name": "", "colour": "mauve"})
    erik.post(f"/staf/labels/{label.pk}/", {"name": "bellen", "colour": "blue"})
    changed = erik.get("/staf/labels/").content.decode()
    erik.post(f"/staf/labels/{label.pk}/weg/")

    assert "Er is al een label dat zo heet." in twice.content.decode()
    assert "Geef het label een naam." in odd.content.decode()
    assert "Kies een kleur." in odd.content.decode()
    assert '<span class="label blue">bellen</span>' in changed
    assert not Label.objects.exists()
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {
        "label.made",
        "label.changed",
        "label.removed",
    }


def test_a_colleague_s_and_nobody_s(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor")
    mine, hers = talk("van mij"), talk("van haar")
    talk("van niemand")
    erik.post(address(mine, "voor/"), {"wie": User.objects.get(username="erik").pk})
    erik.post(address(hers, "voor/"), {"wie": User.objects.get(username="noor").pk})

    page = see(erik, "?voor=mij")

    assert listed(page) == {"van mij"}
    assert counts(page)["niemand"] == 1
    assert listed(see(noor, "?voor=mij")) == {"van haar"}
    assert listed(see(erik, "?voor=niemand")) == {"van niemand"}
    assert listed(see(erik, f"?voor={User.objects.get(username='noor').pk}")) == {"van haar"}
