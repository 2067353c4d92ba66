"""What the bot says, worded in the console: looked at while written, live at once, restorable."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from bot.review.models import AuditEntry
from bot.review.shopkeeping.freshness import mark_of
from bot.review.shopkeeping.responses.domain import responses
from bot.review.shopkeeping.responses.facts import as_read
from bot.shop.models import ResponseText
from bot.tone import check
from bot.tone.checking import check_title
from tests.unit.review.conftest import LogsIn

ANSWERS = "/staf/zaak/antwoorden/"
OPEN = "utter_open_day"
WORDED = "Kom {day} gerust langs, we zijn er van {hours}."


@pytest.fixture(autouse=True)
def _own_var(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def words(client: Client, text: str, response: str = OPEN, place: int = 0, **other: str) -> str:
    """Word a response as the form does, and return the page that follows."""
    context = client.get(f"{ANSWERS}{response}/").context
    drafts = [*context["drafts"], *filter(None, [context["more"]])]
    mark = next(draft["mark"] for draft in drafts if draft["place"] == place)
    fields = {"gezien": mark, "tekst": text, **other}
    return client.post(f"{ANSWERS}{response}/{place}/", fields, follow=True).content.decode()


def looked_at(client: Client, text: str, response: str = OPEN) -> str:
    return client.post(f"{ANSWERS}{response}/0/proef/", {"tekst": text}).content.decode()


def mark_of_own() -> str:
    return mark_of([ResponseText.objects.get()])


def told() -> Any:
    from django.conf import settings

    return json.loads((settings.VAR_DIR / "responses.json").read_text("utf-8"))


@pytest.mark.django_db(transaction=True)
def test_a_new_text_is_told_to_the_engine_and_the_old_one_comes_back(erik: Client) -> None:
    words(erik, WORDED)
    worded = told()
    erik.post(f"{ANSWERS}{OPEN}/0/terug/", {"gezien": "origineel"})
    stayed = told()
    erik.post(f"{ANSWERS}{OPEN}/0/terug/", {"gezien": mark_of_own()})

    assert stayed == worded
    assert worded == {OPEN: {"0": WORDED}}
    assert told() == {}
    assert responses()[OPEN].texts[0] in erik.get(f"{ANSWERS}{OPEN}/").content.decode()


def test_who_changed_what_into_what_is_there_to_read(erik: Client) -> None:
    words(erik, WORDED)

    page = erik.get(f"{ANSWERS}{OPEN}/").content.decode()

    entry = AuditEntry.objects.get(action="response.changed")
    assert entry.details["before"]["tekst"] == responses()[OPEN].texts[0]
    assert entry.details["after"]["tekst"] == WORDED
    assert f"<ins>{WORDED}</ins>" in page
    assert "wijzigde een antwoord" in erik.get("/staf/zaak/").content.decode()


@pytest.mark.parametrize(
    ("response", "text", "says"),
    [
        (OPEN, "We zijn {day} open.", "{hours} ontbreekt"),
        (OPEN, "{day} open van {hours}, voor {price}.", "{price} is hier niet bekend"),
        (OPEN, "{day} open van {hours.", "accolade"),
        (OPEN, "{day} open van {hours} en { hours }.", "accolade"),
        (OPEN, "  ", "Zonder tekst"),
        (OPEN, "{day} {hours} " + "heel lang " * 80, "er passen er 600"),
        ("utter_goodbye", "Tot ziens, en volgende keer krijg je 10% korting.", "korting"),
        ("utter_welcome", "Hoi, {bot_name} van {shop_name} hier. Wat is er?", "chatbot"),
        ("utter_urgency_ambulance", "Ga rustig zitten, het komt goed.", "112 ontbreekt"),
    ],
)
def test_what_must_never_be_said_is_refused_however_sure_one_is(
    erik: Client, response: str, text: str, says: str
) -> None:
    page = words(erik, text, response, toch="ja")

    assert says in page
    assert "Kan niet:" in page
    assert not ResponseText.objects.exists()


def test_a_chatbot_that_plays_a_person_is_refused(erik: Client) -> None:
    page = words(erik, "Tot ziens. Ik ben Erik, een mens van vlees en bloed.", "utter_goodbye")

    assert "Kan niet:" in page
    assert not ResponseText.objects.exists()


def test_what_could_be_better_is_kept_only_by_who_is_sure(erik: Client) -> None:
    formal = "Wij zijn {day} voor u geopend van {hours}."

    warned = words(erik, formal)
    kept_by_then = ResponseText.objects.count()
    words(erik, formal, toch="ja")

    assert "Bewaar toch" in warned
    assert kept_by_then == 0
    assert ResponseText.objects.get().text == formal


def test_a_text_is_looked_at_while_it_is_written(erik: Client) -> None:
    good, formal = looked_at(erik, WORDED), looked_at(erik, "Wij zijn {day} voor u open: {hours}.")

    assert "Kom vrijdag 27 november gerust langs, we zijn er van 9:30 tot 17:30 uur." in good
    assert "Past bij hoe jullie praten" in good
    assert "meneer of mevrouw" in formal
    assert not ResponseText.objects.exists()


def test_a_text_can_be_added_and_taken_away_and_buttons_stay(erik: Client) -> None:
    name = "utter_ask_remember"
    more = len(responses()[name].texts)

    words(erik, "Zal ik dit onthouden voor de volgende keer?", name, more)
    page = erik.get(f"{ANSWERS}{name}/").content.decode()
    erik.post(f"{ANSWERS}{name}/{more}/terug/", {"gezien": mark_of_own()})

    assert "van jullie erbij" in page
    assert page.count("Ja, onthoud het") == more + 1
    assert not ResponseText.objects.exists()


def test_a_text_that_the_new_domain_cannot_fill_is_left_out_and_shown(erik: Client) -> None:
    ResponseText.objects.create(response=OPEN, place=0, text="Open tot {closing}.", original="Was.")
    ResponseText.objects.create(response="utter_gone", place=0, text="Weg.", original="Weg.")

    front = erik.get(ANSWERS).content.decode()

    assert "zegt de chatbot niet" in front
    assert "Open tot {closing}." in front
    assert "utter_gone" in front
    # What the shop's page says the bot says, it says in the original's words.
    assert "We zijn vandaag open van" in erik.get("/staf/zaak/").content.decode()


def test_of_two_who_word_the_same_the_second_is_told(logs_in: LogsIn) -> None:
    erik, noor = logs_in("Erik"), logs_in("Noor")
    words(noor, WORDED)

    fields = {"gezien": "origineel", "tekst": "Op {day} van {hours} staat de deur open."}
    page = erik.post(f"{ANSWERS}{OPEN}/0/", fields).content.decode()

    assert "noor heeft dit net ook gewijzigd" in page
    assert ResponseText.objects.get().text == WORDED


def test_responses_are_found_by_what_they_say_and_by_subject(erik: Client) -> None:
    words(erik, WORDED)

    assert WORDED in erik.get(f"{ANSWERS}?zoek=gerust langs").content.decode()
    assert WORDED in erik.get(f"{ANSWERS}?eigen=ja").content.decode()
    assert OPEN in erik.get(f"{ANSWERS}?groep=Openingstijden").content.decode()
    assert "Geen antwoorden" in erik.get(f"{ANSWERS}?zoek=xyzzy").content.decode()


def test_a_reader_reads_but_words_nothing(logs_in: LogsIn) -> None:
    reader = logs_in("Sam", may_answer=False)

    assert "<textarea" not in reader.get(f"{ANSWERS}{OPEN}/").content.decode()
    for step in ("0/", "0/proef/", "0/terug/"):
        assert reader.post(f"{ANSWERS}{OPEN}/{step}", {"tekst": WORDED}).status_code == 403


@pytest.mark.parametrize("address", ["utter_nothing/", "utter_open_day/0/", "utter_open_day/99/"])
def test_what_is_not_there_is_not_found(erik: Client, address: str) -> None:
    response = erik.post(ANSWERS + address, {"tekst": WORDED}) if "/" in address[:-1] else None
    status = (response or erik.get(ANSWERS + address)).status_code

    assert status in (404, 200 if address == "utter_open_day/0/" else 404)


def test_every_response_has_a_subject_and_passes_its_own_judgement(erik: Client) -> None:
    from bot.review.shopkeeping.responses.wording import judge

    for response in responses().values():
        assert response.group, response.name
        for text in response.texts:
            assert judge(response, text).refusals == [], text
            assert "{" not in as_read(text), text
            assert (check_title if response.is_title else check)(text) == []
