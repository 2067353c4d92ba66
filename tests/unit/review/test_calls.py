"""Who calls for a person: heard however many wait, and answered at the right address."""

from datetime import timedelta

import pytest
from django.test import Client

from bot import clock
from bot.chat.models import Conversation, State
from bot.review.models import AuditEntry
from bot.review.stepping_in.calls import open_calls
from bot.review.stepping_in.contact import email_of
from bot.shop.models import StaffMessage
from bot.shop.notes import leave_message
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, says, state_of, talk

_MANY = 101


def test_who_calls_now_is_heard_however_many_were_left_waiting(erik: Client) -> None:
    for number in range(_MANY):
        waits = talk(f"klant {number}", state=State.WAITING)
        since = clock.now() - timedelta(days=2, minutes=_MANY - number)
        Conversation.objects.filter(pk=waits.pk).update(waiting_since=since)
    newest = talk("ik ben er net", state=State.WAITING)

    page = erik.get("/staf/beantwoorden/").content.decode()

    assert newest in [call.conversation for call in open_calls()]
    assert "ik ben er net" in page
    assert "Nog 2 wachten langer dan deze" in page


@pytest.mark.parametrize("chat_comes_last", [True, False])
def test_mail_goes_to_the_address_that_was_given_last(erik: Client, chat_comes_last: bool) -> None:
    conversation = talk("hoi")
    leave_message("Bel me", "bo@fout.example", str(conversation.public_id))
    says(conversation, "o nee, het is bo@goed.example")
    minutes = -5 if chat_comes_last else 5
    StaffMessage.objects.update(created=clock.now() + timedelta(minutes=minutes))

    assert email_of(conversation) == ("bo@goed.example" if chat_comes_last else "bo@fout.example")


@pytest.mark.parametrize(
    ("step", "button", "after"),
    [("teruggeven/", "Ja, geef terug", "bot"), ("afsluiten/", "Ja, sluit af", "closed")],
)
def test_who_ends_a_colleague_s_talk_is_asked_first(
    erik: Client, logs_in: LogsIn, step: str, button: str, after: str
) -> None:
    noor = logs_in("Noor")
    conversation = talk("is er iemand?", state=State.WAITING)
    erik.post(address(conversation, "overnemen/"))

    asked = noor.post(address(conversation, step)).content.decode()
    before = state_of(conversation)
    noor.post(address(conversation, step), {"zeker": "ja"})

    assert "Erik praat met deze klant sinds 10:00." in asked
    assert button in asked
    assert before == "staff"
    assert state_of(conversation) == after


def test_since_when_somebody_waits_is_told_with_its_day(erik: Client) -> None:
    conversation = talk("is er iemand?", state=State.WAITING)
    since = clock.now() - timedelta(days=3)
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=since)

    page = erik.get(address(conversation)).content.decode()

    assert "sinds zaterdag 21 november, 10:00" in page


def test_looking_at_customers_is_written_down_once_an_hour(erik: Client) -> None:
    asked = says(talk(), "is mijn bril er al", intent="nlu_fallback", confidence=0.4)
    conversation = asked.conversation
    AuditEntry.objects.all().delete()

    for _ in range(2):
        erik.get("/staf/beantwoorden/")
        erik.get("/staf/zaak/agenda/")
        erik.get("/staf/zaak/bestellingen/")
        erik.get("/staf/?zoek=bril")
        erik.get(address(conversation, f"{asked.number}/verbeter/"))

    read = sorted(AuditEntry.objects.values_list("action", "subject"))
    assert read == [
        ("agenda.read", ""),
        ("calls.read", ""),
        ("conversation.read", str(conversation.public_id)),
        ("inbox.searched", ""),
        ("orders.read", ""),
    ]
