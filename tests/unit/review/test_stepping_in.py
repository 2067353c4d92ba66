"""Reading a conversation, taking it over, and giving it back."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from bot.chat import record, sentences
from bot.chat.models import Conversation, State
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, said, says, state_of, talk

HTMX = {"HX-Request": "true"}


def see(client: Client, conversation: Conversation) -> str:
    return client.get(address(conversation)).content.decode()


def test_what_was_understood_is_told_in_dutch(erik: Client) -> None:
    conversation = talk()
    says(
        conversation,
        "zijn jullie vrijdag open?",
        intent="ask_opening_hours",
        confidence=0.999,
        entities=[{"entity": "time", "value": "2026-11-27"}],
        actions=["action_tell_hours"],
    )

    page = see(erik, conversation)

    assert "<summary>Openingstijden, 99%</summary>" in page
    assert "2026-11-27" in page
    assert "action_tell_hours" in page


def test_the_summary_of_a_hand_over_stands_above_what_was_said(erik: Client) -> None:
    conversation = talk("mijn bril is kapot", state=State.WAITING)
    Conversation.objects.filter(pk=conversation.pk).update(summary="Ging over: reparatie.")

    page = see(erik, conversation)

    assert page.index("Ging over: reparatie.") < page.index("mijn bril is kapot")


def test_the_first_word_of_a_person_silences_the_bot(erik: Client) -> None:
    conversation = talk("is er iemand?")

    response = erik.post(
        address(conversation, "antwoord/"), {"text": " Ja, Erik hier.\r\nZeg het. "}
    )
    message = record.customer_says(conversation, "Mijn bril is stuk")

    assert response.headers["Location"] == address(conversation)
    assert said(conversation)[1] == ("staff", "Erik", "Ja, Erik hier.\nZeg het.")
    assert state_of(conversation) == "staff"
    assert not message.for_bot
    assert not conversation.messages.filter(for_bot=True).exists()


def test_taking_over_and_handing_back(erik: Client) -> None:
    conversation = talk("is er iemand?", state=State.WAITING)

    erik.post(address(conversation, "overnemen/"))
    taken = see(erik, conversation)
    erik.post(address(conversation, "teruggeven/"))
    message = record.customer_says(conversation, "hoe laat zijn jullie open?")

    assert "Jij praat met deze klant." in taken
    assert state_of(conversation) == "bot"
    assert said(conversation)[1] == ("bot", "Helder", sentences.BACK_WITH_BOT)
    assert message.for_bot
    assert "Erik gaf het terug aan de chatbot" in see(erik, conversation)


def test_handing_back_twice_says_it_once(erik: Client) -> None:
    conversation = talk("is er iemand?", state=State.WAITING)

    erik.post(address(conversation, "teruggeven/"))
    erik.post(address(conversation, "teruggeven/"))

    assert [text for _, _, text in said(conversation)].count(sentences.BACK_WITH_BOT) == 1


def test_closing(erik: Client) -> None:
    conversation = talk("dank je", state=State.STAFF)

    erik.post(address(conversation, "afsluiten/"))

    assert state_of(conversation) == "closed"
    assert "Erik sloot het gesprek af" in see(erik, conversation)


def test_a_second_person_is_asked_first(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor")
    conversation = talk("is er iemand?")
    erik.post(address(conversation, "antwoord/"), {"text": "Ik, Erik."})

    asked = noor.post(address(conversation, "antwoord/"), {"text": "En ik."}).content.decode()
    taking = noor.post(address(conversation, "overnemen/")).content.decode()
    before = len(said(conversation))
    noor.post(address(conversation, "antwoord/"), {"text": "En ik.", "zeker": "ja"})

    assert "Erik praat met deze klant sinds 10:00. Toch overnemen en dit sturen?" in asked
    assert ">En ik.</textarea>" in asked
    assert "Toch overnemen?" in taking
    assert before == 2
    assert said(conversation)[2] == ("staff", "Noor", "En ik.")
    assert "Noor praat met deze klant." in see(erik, conversation)
    assert "Erik nam het gesprek over" in see(erik, conversation)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  ", "Er staat nog niets"),
        ("a" * 1001, "Dat is te lang"),
        ("bel\x07", "Typ het als gewone tekst"),
    ],
)
def test_what_cannot_be_sent_stays_in_the_form(erik: Client, text: str, told: str) -> None:
    conversation = talk("is er iemand?")

    page = erik.post(address(conversation, "antwoord/"), {"text": text}).content.decode()

    assert told in page
    assert text in page
    assert state_of(conversation) == "bot"


def test_only_what_is_new_is_sent_to_who_looks_again(erik: Client) -> None:
    conversation = talk("eerst")
    page = see(erik, conversation)
    mark = re.search(r'name="stand" value="([^"]+)"', page)
    assert mark
    query = {"na": "1", "stand": mark[1]}

    quiet = erik.get(address(conversation, "nieuw/"), query, headers=HTMX)
    says(conversation, "daarna", intent="ask_price", confidence=0.9)
    news = erik.get(address(conversation, "nieuw/"), query, headers=HTMX).content.decode()

    assert quiet.status_code == 204
    assert "daarna" in news
    assert "eerst" not in news
    assert 'name="na" value="3"' in news


def test_what_was_understood_later_is_renewed(erik: Client) -> None:
    conversation = talk()
    says(conversation, "wat kost het?", intent="ask_price", confidence=0.9)

    news = erik.get(address(conversation, "nieuw/"), {"na": "1"}, headers=HTMX).content.decode()

    assert re.search(r'id="m1"[^>]*hx-swap-oob="true"', news)


def test_a_change_of_hands_shows_to_who_only_looks(erik: Client, logs_in: LogsIn) -> None:
    noor = logs_in("Noor", may_answer=False)
    conversation = talk("is er iemand?", state=State.WAITING)
    mark = re.search(r'name="stand" value="([^"]+)"', see(noor, conversation))
    assert mark
    erik.post(address(conversation, "overnemen/"))

    news = noor.get(
        address(conversation, "nieuw/"), {"na": "1", "stand": mark[1]}, headers=HTMX
    ).content.decode()

    assert "Erik praat met deze klant." in news


def test_a_conversation_that_its_customer_erased_stops_moving(erik: Client) -> None:
    conversation = talk("wis mij")
    gone = address(conversation, "nieuw/")
    Conversation.objects.filter(pk=conversation.pk).delete()

    response = erik.get(gone, headers=HTMX)

    assert response.status_code == 286
    assert "gewist" in response.content.decode()
    assert erik.get(f"/staf/gesprek/{uuid4()}/").status_code == 404
