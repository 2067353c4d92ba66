"""Saying what one message means."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from bot.chat.models import Conversation, Message
from bot.review.correcting.agreement import agreed, agreed_corrections
from bot.review.correcting.kinds import entity_kinds, intent_kinds
from bot.review.models import AuditEntry, Correction, Verdict
from bot.review.rights import OWNERS
from bot.review.understanding import intent_titles
from tests.unit.review.conftest import LogsIn
from tests.unit.review.doubting import UNSURE, FakeEngine, asked, correct
from tests.unit.review.talks import address

HTMX = {"HX-Request": "true"}
HOURS: dict[str, Any] = {"intent": "ask_opening_hours", "confidence": 0.9}


def says(client: Client, message: Message, intent: str, **more: Any) -> None:
    response = client.post(correct(message), {"soort": intent, "oordeel": "bewaar"} | more)
    assert response.status_code == 302


def word(message: Message, name: str = "Erik") -> Correction:
    return Correction.objects.get(message=message, name=name)


def titles(page: str) -> list[str]:
    return re.findall(r'name="soort"[^>]*> <strong>([^<]+)', page)


def test_each_kind_has_a_rule_and_examples_to_choose_by() -> None:
    kinds = intent_kinds()

    assert kinds.keys() == intent_titles().keys()
    assert [name for name, kind in kinds.items() if not kind.rule] == []
    assert [name for name, kind in kinds.items() if not 3 <= len(kind.examples) <= 5] == []


def test_staff_point_out_what_the_bot_itself_picks_out(settings: Any) -> None:
    domain = (settings.BASE_DIR / "domain.yml").read_text("utf-8")
    listed = re.search(r"^entities:\n((?:- \w+\n)+)", domain, re.MULTILINE)

    assert listed
    assert set(re.findall(r"- (\w+)", listed[1])) == entity_kinds().keys()


def test_the_engine_s_guesses_stand_on_top(erik: Client, engine: FakeEngine) -> None:
    engine.rankings["hoe laat"] = [("ask_opening_hours", 0.5), ("ask_contact", 0.3)]

    page = erik.get(correct(asked("hoe laat"))).content.decode()

    assert titles(page)[:2] == ["Openingstijden", "Contactgegevens"]
    assert len(titles(page)) == len(set(titles(page))) == 53
    assert "Wanneer de winkel open of dicht is" in page
    assert "<q>koopavond?</q>" in page


def test_without_the_engine_one_can_still_choose(erik: Client, engine: FakeEngine) -> None:
    engine.is_away = True

    page = erik.get(correct(asked("hoe laat"))).content.decode()

    assert "kan nu niet raden" in page
    assert len(titles(page)) == 53


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("opening", "Openingstijden"),
        ("ROLSTOEL", "Adres en route"),
        ("geld terug", "Ruilen of retour"),
        ("koopavond", "Openingstijden"),
    ],
)
def test_a_kind_is_found_by_its_name_its_rule_and_its_examples(
    erik: Client, query: str, first: str
) -> None:
    found = erik.get("/staf/verbeteren/soorten/", {"zoek": query}).content.decode()

    assert titles(found)[0] == first


def test_what_is_not_found_is_told(erik: Client) -> None:
    found = erik.get("/staf/verbeteren/soorten/", {"zoek": "<zeppelin>"}).content.decode()

    assert "Niets gevonden" in found
    assert "&lt;zeppelin&gt;" in found


def test_the_right_kind_is_kept_with_who_and_when(erik: Client) -> None:
    message = asked("tot hoe laat kan ik langskomen")

    says(erik, message, "ask_opening_hours", toelichting="gaat om vandaag")

    kept = word(message)
    assert (kept.verdict, kept.intent) == (Verdict.CORRECTED, "ask_opening_hours")
    assert kept.remark == "gaat om vandaag"
    assert f"{kept.at:%Y-%m-%d}" == "2026-11-24"
    assert "Erik zegt Openingstijden" in erik.get(address(message.conversation)).content.decode()


def test_in_place_only_what_is_said_of_the_message_comes_back(erik: Client) -> None:
    message = asked("tot hoe laat kan ik langskomen")

    form = erik.get(correct(message), headers=HTMX).content.decode()
    data = {"soort": "ask_opening_hours", "oordeel": "bewaar"}
    after = erik.post(correct(message), data, headers=HTMX).content.decode()

    assert "<html" not in form + after
    assert f'hx-target="#verbeter-{message.number}"' in form
    assert "Erik zegt Openingstijden" in after


def test_choosing_what_was_understood_says_that_it_was_right(erik: Client) -> None:
    message = asked("zijn jullie open", **HOURS)

    says(erik, message, "ask_opening_hours")

    assert word(message).verdict == Verdict.RIGHT


@pytest.mark.parametrize(
    ("verdict", "intent", "shown"),
    [
        ("right", "ask_opening_hours", "Erik zegt Openingstijden"),
        ("nonsense", "", "Erik zegt onzin"),
        ("new_kind", "", "Erik zegt een nieuw soort vraag <q>over zeppelins</q>"),
    ],
)
def test_the_other_verdicts(erik: Client, verdict: str, intent: str, shown: str) -> None:
    message = asked("zijn jullie open", **HOURS)
    remark = "over zeppelins" if verdict == "new_kind" else ""

    erik.post(correct(message), {"oordeel": verdict, "toelichting": remark})

    kept = word(message)
    assert (kept.verdict, kept.intent, kept.remark) == (verdict, intent, remark)
    assert shown in erik.get(address(message.conversation)).content.decode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"oordeel": "bewaar"}, "Kies eerst wat de klant bedoelt."),
        ({"oordeel": "bewaar", "soort": "drop_table"}, "Kies eerst wat de klant bedoelt."),
        ({"oordeel": "right"}, "De chatbot begreep hier niets."),
        ({"oordeel": "nonsens"}, "Kies eerst wat de klant bedoelt."),
    ],
)
def test_what_says_nothing_is_not_kept(erik: Client, data: dict[str, str], told: str) -> None:
    message = asked("hm")

    page = erik.post(correct(message), data | {"toelichting": "blijft staan"}).content.decode()

    assert told in page
    assert 'value="blijft staan"' in page
    assert not Correction.objects.exists()


def test_words_are_pointed_out_step_by_step(erik: Client) -> None:
    message = asked("kan het vrijdag om half drie, met ray ban")

    page = erik.post(
        correct(message),
        {"woord": ["2", "3", "4", "5"], "wijs_aan": "time", "soort": "make_appointment"},
    ).content.decode()
    assert "<q>vrijdag om half drie</q>" in page
    assert 'value="make_appointment" checked' in page
    codes = re.findall(r'name="gegeven" value="([^"]+)"', page)
    page = erik.post(
        correct(message),
        {"gegeven": codes, "woord": ["8", "9"], "wijs_aan": "brand", "soort": "make_appointment"},
    ).content.decode()
    codes = re.findall(r'name="gegeven" value="([^"]+)"', page)
    says(erik, message, "make_appointment", gegeven=codes)

    spans = [(e["entity"], message.text[e["start"] : e["end"]]) for e in word(message).entities]
    assert spans == [("time", "vrijdag om half drie"), ("brand", "ray ban")]


def test_a_detail_is_taken_away_and_the_others_keep_their_value(erik: Client) -> None:
    message = asked(
        "vrijdag bij jansen",
        intent="make_appointment",
        confidence=0.8,
        entities=[
            {"entity": "time", "start": 0, "end": 7, "value": "2026-11-27"},
            {"entity": "brand", "start": 12, "end": 18, "value": "Jansen"},
        ],
    )
    page = erik.get(correct(message)).content.decode()
    codes = re.findall(r'name="gegeven" value="([^"]+)"', page)

    page = erik.post(correct(message), {"gegeven": codes, "weg": "brand:12:18"}).content.decode()
    left = re.findall(r'name="gegeven" value="([^"]+)"', page)
    says(erik, message, "make_appointment", gegeven=left)

    assert codes == ["time:0:7", "brand:12:18"]
    kept = word(message)
    assert kept.verdict == Verdict.CORRECTED
    assert kept.entities == [{"entity": "time", "start": 0, "end": 7, "value": "2026-11-27"}]


@pytest.mark.parametrize(
    "code", ["time:0:900", "time:5:2", "time:x:y", "zeppelin:0:2", "time", "::"]
)
def test_a_detail_that_stands_nowhere_is_left_out(erik: Client, code: str) -> None:
    message = asked("vrijdag")

    says(erik, message, "make_appointment", gegeven=[code])

    assert word(message).entities == []


def test_one_may_change_one_s_mind_and_that_is_logged(erik: Client) -> None:
    message = asked("wat doet dat ding")

    says(erik, message, "ask_price")
    says(erik, message, "ask_advice")

    assert word(message).intent == "ask_advice"
    made, changed = AuditEntry.objects.filter(action__startswith="correction.").order_by("pk")
    assert (made.action, made.details["intent"]) == ("correction.made", "ask_price")
    assert (changed.action, changed.details["intent"]) == ("correction.changed", "ask_advice")
    assert changed.details["before_intent"] == "ask_price"
    assert changed.subject == str(message.conversation.public_id)
    assert "ding" not in str(changed.details)


def test_one_s_own_word_is_taken_back(erik: Client) -> None:
    message = asked("wat doet dat ding")
    says(erik, message, "ask_price")

    erik.post(correct(message, "verbeteringen/terugnemen/"))

    assert not Correction.objects.exists()
    assert AuditEntry.objects.filter(action="correction.taken_back").count() == 1


@pytest.fixture
def noor(logs_in: LogsIn) -> Client:
    return logs_in("Noor")


@pytest.fixture
def owner(logs_in: LogsIn) -> Client:
    client = logs_in("Femke")
    User.objects.get(username="femke").groups.add(Group.objects.get(name=OWNERS))
    return client


def test_two_who_say_different_things_are_shown_and_neither_counts(
    erik: Client, noor: Client
) -> None:
    message = asked("zijn jullie er zo")

    says(noor, message, "ask_opening_hours")
    says(erik, message, "ask_contact")

    talk = erik.get(address(message.conversation)).content.decode()
    listed = erik.get("/staf/verbeteren/oneens/").content.decode()
    assert re.search(
        r"Oneens:</strong>\s*Noor zegt Openingstijden, Erik zegt Contactgegevens", talk
    )
    assert "zijn jullie er zo" in listed
    assert "heeft gelijk" not in listed
    assert agreed(message) is None
    assert list(agreed_corrections()) == []


def test_who_say_the_same_agree_whatever_the_engine_said(erik: Client, noor: Client) -> None:
    message = asked("zijn jullie open", **HOURS)

    erik.post(correct(message), {"oordeel": "right"})
    says(noor, message, "ask_opening_hours", toelichting="ja")

    assert agreed(message) == word(message, "Noor")
    assert [each.message for each in agreed_corrections()] == [message]
    assert "overal over eens" in erik.get("/staf/verbeteren/oneens/").content.decode()


def test_the_same_kind_with_other_words_pointed_out_is_no_agreement(
    erik: Client, noor: Client
) -> None:
    message = asked("vrijdag graag")

    says(erik, message, "make_appointment")
    says(noor, message, "make_appointment", gegeven=["time:0:7"])

    assert agreed(message) is None
    talk = erik.get(address(message.conversation)).content.decode()
    assert "andere woorden aangewezen" in talk


def test_an_owner_chooses_until_the_chosen_word_changes(
    erik: Client, noor: Client, owner: Client
) -> None:
    message = asked("zijn jullie er zo")
    says(noor, message, "ask_opening_hours")
    says(erik, message, "ask_contact")

    assert "Noor heeft gelijk" in owner.get("/staf/verbeteren/oneens/").content.decode()
    owner.post(f"/staf/verbeteren/oneens/{word(message, 'Noor').pk}/")
    chosen = agreed(Message.objects.get(pk=message.pk))
    shown = erik.get(address(message.conversation)).content.decode()
    says(noor, message, "ask_location")

    assert chosen is not None
    assert chosen.name == "Noor"
    assert "Femke besliste: Noor heeft gelijk." in shown
    assert AuditEntry.objects.filter(action="correction.decided", name="femke").count() == 1
    assert agreed(Message.objects.get(pk=message.pk)) is None


def test_who_may_not_overrule_does_not_choose(erik: Client, noor: Client) -> None:
    message = asked("zijn jullie er zo")
    says(noor, message, "ask_opening_hours")

    refused = erik.post(f"/staf/verbeteren/oneens/{word(message, 'Noor').pk}/")

    assert refused.status_code == 403


def test_a_reader_sees_corrections_but_makes_none(erik: Client, logs_in: LogsIn) -> None:
    reader = logs_in("Lies", may_answer=False)
    message = asked("bel 06 12 34 56 78")
    says(erik, message, "ask_contact", toelichting="nummer 06 12 34 56 78")

    page = reader.get(address(message.conversation)).content.decode()

    for path in (correct(message), correct(message, "verbeteringen/terugnemen/")):
        assert reader.post(path, {"oordeel": "nonsense"}).status_code == 403
    assert reader.get(correct(message)).status_code == 403
    assert "Erik zegt Contactgegevens <q>nummer [telefoonnummer]</q>" in page
    assert "Verbeter</a>" not in page
    assert word(message).verdict == Verdict.CORRECTED


def test_who_may_not_see_personal_data_corrects_without_seeing_it(logs_in: LogsIn) -> None:
    lies = logs_in("Lies", may_answer=False)
    permission = Permission.objects.get(codename="correct")
    User.objects.get(username="lies").user_permissions.add(permission)
    entities = [{"entity": "name", "start": 5, "end": 16, "value": "Yoran Qadir"}]
    message = asked("naam yoran qadir", intent="inform", confidence=0.8, entities=entities)

    page = lies.get(correct(message)).content.decode()
    codes = re.findall(r'name="gegeven" value="([^"]+)"', page)
    says(lies, message, "complaint", gegeven=codes)

    assert "naam [naam]" in page
    assert "qadir" not in page.lower()
    assert word(message, "Lies").entities == entities


def test_corrections_go_with_the_conversation(erik: Client) -> None:
    message = asked("hm")
    says(erik, message, "ask_price")

    Conversation.objects.all().delete()

    assert not Correction.objects.exists()


def test_only_what_a_customer_said_can_be_corrected(erik: Client) -> None:
    message = asked("hm", **UNSURE)
    path = correct(message).replace(f"/{message.number}/", f"/{message.number + 1}/")

    assert erik.get(path).status_code == 404
    assert erik.post(path, {"oordeel": "nonsense"}).status_code == 404
