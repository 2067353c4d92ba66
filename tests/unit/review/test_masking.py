"""What points to one person goes, wherever it stands; everything else stays."""

import re
from datetime import datetime

import pytest
from django.contrib.auth.models import Group, User
from django.template import Context, Template

from bot.chat import record
from bot.chat.models import Conversation, Sender, State
from bot.chat.ownership import hand_over
from bot.chat.record import Utterance
from bot.clock import ZONE
from bot.review.masking import Masker, eyes_of, masked
from bot.review.rights import READERS, STAFF
from bot.shop.appointments import book
from bot.shop.loading import load_shop
from bot.shop.models import Service
from tests.unit.review.accounts import logged_in, somebody
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import says, talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel me op 06 12 34 56 78 aub", "bel me op [telefoonnummer] aub"),
        ("+31 6-12345678", "[telefoonnummer]"),
        ("het is (0521) 51 23 45", "het is [telefoonnummer]"),
        ("mail naar jan.de-vries@post.example graag", "mail naar [e-mailadres] graag"),
        ("mail naar jan @ post . example", "mail naar [e-mailadres]"),
        ("jan punt de vries apenstaartje post punt nl", "[e-mailadres]"),
        ("het is jan at post dot com", "het is [e-mailadres]"),
        ("ik woon op 7961ab", "ik woon op [postcode]"),
        ("ik woon Dorpsstraat 12a in Meppel", "ik woon [adres] in Meppel"),
        ("aan de Lange Kerkstraat 3", "aan [adres]"),
        ("het is Kanaalweg 7 hs", "het is [adres]"),
        ("afspraak AF-J4C6GQ verzetten", "afspraak [afspraaknummer] verzetten"),
        ("en af j4c6gq dan", "en [afspraaknummer] dan"),
        ("waar blijft bestelling 100234?", "waar blijft bestelling [bestelnummer]?"),
        ("order 100 234", "order [bestelnummer]"),
        ("geboren 12-3-61", "geboren [geboortedatum]"),
        ("ik ben van 12 maart 1961", "ik ben van [geboortedatum]"),
        ("mijn bsn is 12345678", "mijn bsn is [burgerservicenummer]"),
        ("111222333", "[burgerservicenummer]"),
        ("kaart 4111 1111 1111 1111", "kaart [kaartnummer]"),
        ("NL91 ABNA 0417 1643 00", "[rekeningnummer]"),
        ("mijn naam is jan bakker en ik wil", "mijn naam is [naam] en ik wil"),
        ("Met Kees van 't Hof, is hij klaar?", "Met [naam], is hij klaar?"),
        ("bedankt. Groetjes, Anna", "bedankt. Groetjes, [naam]"),
    ],
)
def test_what_points_to_one_person_goes(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "wat kost 2 keer 150 euro in 2026 om 14:30?",
        "donderdag 26-11-2026 om 10 uur",
        "26-11-2026 14:30",
        "van 10.00 tot 17.30 uur",
        "sterkte -2.75 en -3,25, cilinder 0.50, as 170",
        "ik ben blij met de bril",
        "hij was 100000 euro waard",
        "kan ik met Ray-Ban glazen",
        "ik ben onderweg 3 minuten",
        "staat hij op naam van mijn moeder",
    ],
)
def test_what_points_to_nobody_stays(text: str) -> None:
    assert masked(text) == text


def test_what_the_engine_took_for_a_name_goes_where_it_stands() -> None:
    entities = [
        {"entity": "name", "start": 8, "end": 19, "value": "Jan de Vries"},
        {"entity": "brand", "start": 0, "end": 3, "value": "Ray-Ban"},
        {"entity": "name", "start": 90, "end": 99, "value": "elsewhere"},
    ]

    assert masked("ik heet jan de vrie en zoek een bril", entities) == (
        "ik heet [naam] en zoek een bril"
    )


@pytest.fixture
def named(db: None, settings) -> Conversation:
    """A talk in which the customer says a name once, and everybody repeats it."""
    load_shop(settings.BASE_DIR / "shop.yml")
    conversation = talk("hoi")
    says(
        conversation,
        "sanne bos",
        intent="inform",
        entities=[{"entity": "name", "start": 0, "end": 9, "value": "Sanne Bos"}],
    )
    card = {"title": "Je afspraak", "lines": ["op naam van Sanne Bos", "vrijdag 10:00"]}
    record.say(
        conversation,
        Sender.BOT,
        "Helder",
        [Utterance("Staat, Sanne. Kom naar Dorpsstraat 12, of bel 0123 456 789.", card=card)],
    )
    record.say(conversation, Sender.STAFF, "Erik", [Utterance("Dag mevrouw Bos, met Erik")])
    conversation.summary = "Sanne wil een afspraak. Bel 06-12345678."
    conversation.save(update_fields=["summary"])
    return conversation


def test_a_name_that_was_found_once_goes_wherever_it_is_repeated(named: Conversation) -> None:
    masker = Masker.of(named)

    texts = [masker.message(message) for message in named.messages.order_by("number")]
    card = masker.data(named.messages.get(number=4).card)

    assert texts[1] == "[naam]"
    assert texts[3].startswith("Staat, [naam].")
    assert texts[4] == "Dag mevrouw [naam], met Erik"
    assert card["lines"] == ["op naam van [naam]", "vrijdag 10:00"]
    assert masker.text(named.summary) == "[naam] wil een afspraak. Bel [telefoonnummer]."


def test_what_the_shop_tells_of_itself_stays(named: Conversation) -> None:
    assert "Kom naar Dorpsstraat 12, of bel 0123 456 789." in Masker.of(named).message(
        named.messages.get(number=4)
    )


def test_the_value_of_a_personal_entity_goes_and_of_another_stays(named: Conversation) -> None:
    entities = [{"entity": "name", "value": "Sanne"}, {"entity": "brand", "value": "Ray-Ban"}]

    assert [each["value"] for each in Masker.of(named).entities(entities)] == ["[naam]", "Ray-Ban"]


def test_a_common_word_is_a_name_only_where_it_stands_as_one(named: Conversation) -> None:
    assert Masker.of(named).text("Er is een bos. Bos is mooi, zei Bos") == (
        "Er is een bos. Bos is mooi, zei [naam]"
    )


def test_a_reader_sees_it_masked_and_staff_see_it_clear(named: Conversation) -> None:
    reader = User.objects.create_user("lezer", is_staff=True)
    reader.groups.add(Group.objects.get(name=READERS))
    staff = User.objects.create_user("noor", is_staff=True)
    staff.groups.add(Group.objects.get(name=STAFF))
    template = Template("{% load personal %}{{ text|for_eyes_of:user }}")

    shown = [
        (
            eyes_of(user, named).text("Dag Sanne"),
            template.render(Context({"text": "Bel 0612345678", "user": user})),
        )
        for user in (reader, staff)
    ]

    assert shown == [("Dag [naam]", "Bel [telefoonnummer]"), ("Dag Sanne", "Bel 0612345678")]


def test_a_name_that_only_an_appointment_knows_is_seen_nowhere_by_a_reader(logs_in: LogsIn) -> None:
    logs_in("Erik")
    conversation = talk("zuhal yilmaz")
    says(conversation, "is de bril van zuhal er", intent="nlu_fallback", confidence=0.4)
    book(
        Service.objects.get(key="eye_test"),
        datetime(2026, 11, 27, 10, 0, tzinfo=ZONE),
        "Zuhal Yilmaz",
        "06-12345678",
        conversation=str(conversation.public_id),
    )
    hand_over(conversation, State.WAITING, "a test")
    reader, staff = logged_in(somebody("Rik", READERS)), logged_in(somebody("Sam", STAFF))

    for page in ("/staf/", "/staf/verbeteren/", "/staf/beantwoorden/", "/staf/?zoek=bril"):
        assert "zuhal" in staff.get(page).content.decode().lower(), page
        seen = reader.get(page).content.decode().lower()
        assert "is de bril van" in _read(seen), page
        assert "zuhal" not in seen, page
    found = reader.get("/staf/", {"zoek": "zuhal"}).context["page"]
    assert list(found.object_list) == []


def _read(page: str) -> str:
    """Return what is read on a page, with the words that a search marked."""
    return re.sub(r"<[^>]+>", "", page)
