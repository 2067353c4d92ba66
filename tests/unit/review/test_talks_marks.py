"""A conversation's page: what staff note on it, long ones, how it keeps to the principles."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from bot.chat import record
from bot.chat.models import Conversation, Sender, State
from bot.chat.record import Utterance
from bot.review.models import AuditEntry, Label, Labelling, Note
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, says, talk

HTMX = {"HX-Request": "true"}
STEPS = ["nagelezen/", "label/1/", "voor/", "notitie/", "notitie/1/weg/"]


def see(client: Client, conversation: Conversation, query: str = "") -> str:
    return client.get(address(conversation, query)).content.decode()


def shown(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<li id="m(\d+)"', page)]


def inbox(client: Client, query: str) -> set[str]:
    page = client.get(f"/staf/{query}").content.decode()
    return set(re.findall(r'<span class="said">(.*?)</span>', page))


@pytest.mark.parametrize("step", STEPS)
def test_a_reader_notes_nothing(logs_in: LogsIn, step: str) -> None:
    noor = logs_in("Noor", may_answer=False)
    conversation = talk("hallo")

    refused = noor.post(address(conversation, step), {"na": 1, "note": "hoi", "wie": 1})

    assert refused.status_code == 403
    assert "Schrijf een notitie" not in see(noor, conversation)


@pytest.mark.parametrize("path", ["/staf/labels/", "/staf/labels/1/", "/staf/labels/1/weg/"])
def test_a_reader_makes_no_labels(logs_in: LogsIn, path: str) -> None:
    noor = logs_in("Noor", may_answer=False)

    assert noor.post(path, {"name": "a", "colour": "red"}).status_code == 403


def test_what_was_read_is_read_until_the_customer_writes_again(erik: Client) -> None:
    conversation = talk("een vraag")
    erik.post(address(conversation, "nagelezen/"), {"na": 1})
    page = see(erik, conversation)
    unread = inbox(erik, "?toon=nalezen")
    says(conversation, "nog een vraag")

    assert "Nagelezen door Erik, 24 nov 10:00." in page
    assert unread == set()
    assert "Erik las dit tot en met bericht 1. Daarna schreef de klant weer." in see(
        erik, conversation
    )
    assert inbox(erik, "?toon=nalezen") == {"nog een vraag"}


def test_reading_is_taken_back(erik: Client) -> None:
    conversation = talk("een vraag")
    erik.post(address(conversation, "nagelezen/"), {"na": 1})
    erik.post(address(conversation, "nagelezen/"), {"weer": "ja"})

    assert "Nog niet nagelezen." in see(erik, conversation)
    assert inbox(erik, "?toon=nalezen") == {"een vraag"}


def test_who_saw_less_has_read_less(erik: Client) -> None:
    conversation = talk("een vraag", "en nog een")

    erik.post(address(conversation, "nagelezen/"), {"na": 1})

    assert inbox(erik, "?toon=nalezen") == {"en nog een"}


def test_what_came_while_the_page_was_open_is_read_too(erik: Client) -> None:
    conversation = talk("een vraag", "en nog een")
    page = see(erik, conversation)

    # The form's own field says what there was at first, the page's what it shows by now.
    own = re.search(r'name="(\w+)" value="2"><button id="lees-na"', page)
    assert own
    erik.post(address(conversation, "nagelezen/"), {own[1]: 1, "na": 2})

    assert inbox(erik, "?toon=nalezen") == set()


def test_labels_go_on_and_off_and_filter(erik: Client) -> None:
    conversation = talk("met label")
    talk("zonder label")
    label = Label.objects.create(name="terugbellen", colour="red")
    part = erik.post(address(conversation, f"label/{label.pk}/"), {"aan": "ja"}, headers=HTMX)
    found = inbox(erik, f"?label={label.pk}")
    page = erik.get("/staf/").content.decode()
    erik.post(address(conversation, f"label/{label.pk}/"))

    assert '<li class="label red">terugbellen</li>' in part.content.decode()
    assert found == {"met label"}
    assert f'id="n-label-{label.pk}">1<' in page
    assert not Labelling.objects.exists()


def test_notes_are_the_shop_s_own(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor")
    conversation = talk("hallo")
    erik.post(address(conversation, "notitie/"), {"note": "Belt morgen <b>terug</b>"})
    note = Note.objects.get()
    not_hers = noor.post(address(conversation, f"notitie/{note.pk}/weg/"))
    page = see(noor, conversation)
    erik.post(address(conversation, f"notitie/{note.pk}/weg/"))

    assert "Belt morgen &lt;b&gt;terug&lt;/b&gt;" in page
    # It is no message that the customer left, nor a reason to mail anybody.
    assert "Liet een bericht achter" not in page
    assert not_hers.status_code == 404
    assert not Note.objects.exists()
    assert record.messages_after(conversation, 1) == []
    changes = AuditEntry.objects.exclude(action="conversation.read")
    assert list(changes.values_list("action", flat=True)) == ["note.removed", "conversation.noted"]
    assert "morgen" not in str(list(AuditEntry.objects.values("subject", "details")))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_note_is_told(erik: Client, headers: dict[str, str]) -> None:
    conversation = talk("hallo")

    page = erik.post(address(conversation, "notitie/"), {"note": " "}, headers=headers)

    assert "Er staat nog niets in je notitie." in page.content.decode()


def test_who_is_assigned_is_told(erik: Client, logs_in: LogsIn) -> None:
    logs_in("Noor")
    conversation = talk("hallo")
    noor = User.objects.get(username="noor").pk

    part = erik.post(address(conversation, "voor/"), {"wie": noor}, headers=HTMX).content.decode()
    erik.post(address(conversation, "voor/"), {"wie": ""})

    page = see(erik, conversation)
    assert "Voor Noor." in part
    assert "Voor Noor." not in page
    # Who can be assigned is not therefore there.
    assert re.search(r'id="erbij"[^>]*></p>', page)


def test_next_goes_down_the_list_by_its_filters(
    erik: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks = {}
    for minute, text in enumerate(["oudste", "gelezen", "midden", "nieuwste"]):
        monkeypatch.setenv("BOT_NOW", f"2026-11-24T10:0{minute}")
        talks[text] = talk(text, state=State.BOT if text == "oudste" else State.WAITING)
    erik.post(address(talks["gelezen"], "nagelezen/"), {"na": 1})

    def after(text: str, query: str = "") -> str:
        response = erik.get(address(talks[text], f"volgende/{query}"))
        return str(response.headers["Location"])

    assert after("nieuwste").startswith(address(talks["midden"]))
    assert after("midden").startswith(address(talks["oudste"]))
    assert after("oudste").startswith(address(talks["nieuwste"]))
    assert after("midden", "?toon=wacht") == f"{address(talks['nieuwste'])}?toon=wacht#onderaan"
    assert after("oudste", "?toon=medewerker") == "/staf/?toon=medewerker"


def test_a_long_conversation_opens_at_its_end(erik: Client) -> None:
    conversation = talk(*(f"bericht {number}" for number in range(1, 121)))

    page = see(erik, conversation)
    before = erik.get(address(conversation, "eerder/?tot=71"), headers=HTMX).content.decode()
    first = erik.get(address(conversation, "eerder/?tot=21"), headers=HTMX).content.decode()
    linked = see(erik, conversation, "?bericht=30")

    assert shown(page) == list(range(71, 121))
    assert "Bericht 71 tot 120 van 120." in page
    assert shown(before) == list(range(21, 71))
    assert "?tot=21" in before
    assert shown(first) == list(range(1, 21))
    assert "Eerdere berichten" not in first
    assert shown(linked) == list(range(25, 75))
    assert 'id="onderaan"' not in linked
    assert shown(see(erik, conversation, "?bericht=75#m75")) == list(range(70, 120))
    assert shown(see(erik, conversation, "?alles=ja")) == list(range(1, 121))
    assert shown(see(erik, conversation, "?tot=x&bericht=0")) == list(range(71, 121))


def test_how_it_keeps_to_the_principles(erik: Client) -> None:
    conversation = talk()
    record.say(conversation, Sender.BOT, "Helder", [Utterance("Hoi, ik ben een chatbot.")])
    record.customer_says(conversation, "wat kost een bril?")
    record.say(conversation, Sender.STAFF, "Erik", [Utterance("Waarmee kan ik u helpen?")])

    page = see(erik, conversation, "toon/")

    assert "6 van de 7 principes helemaal gevolgd." in page
    assert re.search(r"Erik, bericht 3</a>: Waarmee kan ik <mark>u</mark> helpen\?", page)
    assert "Zeg je en jij" in page
    assert 'value="50" aria-label="Gelijkwaardig"' in page


def test_a_reader_sees_no_personal_data(logs_in: LogsIn) -> None:
    noor = logs_in("Noor", may_answer=False)
    conversation = talk(state=State.WAITING)
    said = says(
        conversation,
        "ik heet Sietske Prins, 06 12345678",
        intent="inform",
        confidence=0.9,
        entities=[{"entity": "name", "start": 8, "end": 21, "value": "Sietske Prins"}],
    )
    card = {"kind": "appointment", "title": "Oogmeting", "lines": ["voor Sietske Prins"]}
    record.say(
        conversation, Sender.BOT, "Helder", [Utterance("Dank je, Sietske Prins.", card=card)]
    )
    Conversation.objects.filter(pk=conversation.pk).update(summary="Sietske Prins belt 0612345678")
    Note.objects.create(conversation=conversation, name="Erik", text="Sietske Prins is aardig")

    pages = [
        see(noor, conversation),
        noor.get("/staf/").content.decode(),
        noor.get(address(conversation, "nieuw/?na=0"), headers=HTMX).content.decode(),
        see(noor, conversation, "toon/"),
    ]

    assert said.number == 1
    assert "ik heet [naam], [telefoonnummer]" in pages[0]
    assert "voor [naam]" in pages[0]
    assert "[naam] is aardig" in pages[0]
    for page in pages:
        assert "Prins" not in page
        assert "12345678" not in page
    assert Conversation.objects.get().summary == "Sietske Prins belt 0612345678"
