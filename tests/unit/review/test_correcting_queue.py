"""Going through the doubtful messages."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from bot.chat.models import Feedback, Message
from bot.review.correcting.alike import grouped, trigrams
from bot.review.models import AuditEntry, Correction, Skip, Verdict
from tests.unit.review.conftest import LogsIn
from tests.unit.review.doubting import UNSURE, FakeEngine, asked
from tests.unit.review.talks import talk

QUEUE = "/staf/verbeteren/"
HTMX = {"HX-Request": "true"}
SURE: dict[str, Any] = {"intent": "ask_price", "confidence": 0.95}


def see(client: Client, query: str = "") -> str:
    return html.unescape(client.get(f"{QUEUE}{query}").content.decode())


def shown(page: str) -> list[str]:
    """The messages that one is asked about."""
    alike = re.findall(r'name="bericht" value="\d+" checked> ([^<]+)</label>', page)
    return alike or re.findall(r'<h2 class="quoted"[^>]*>([^<]+)</h2>', page)


def why(page: str) -> list[str]:
    marks = re.search(r'<p class="why">(.*?)</p>', page, re.DOTALL)
    return re.findall(r'"mark">([^<]+)', marks[1]) if marks else []


def say(client: Client, *messages: Message, **data: str) -> str:
    chosen = [message.pk for message in messages]
    response = client.post(f"{QUEUE}zeg/", {"bericht": chosen, "alle": chosen} | data, headers=HTMX)
    return html.unescape(response.content.decode())


def dislike(message: Message) -> None:
    Feedback.objects.create(message=message.answers.get(), helpful=False)


def test_what_was_surely_understood_is_not_asked_about(erik: Client) -> None:
    asked("wat kost een bril", **SURE)
    asked("hallo", intent="greet", confidence=0.99)

    assert "De wachtrij is leeg" in see(erik)


@pytest.mark.parametrize(
    ("understood", "reason"),
    [
        (UNSURE, "niet zeker genoeg"),
        ({"intent": "ask_price", "confidence": 0.74}, "net zeker genoeg"),
    ],
)
def test_low_confidence_is_a_doubt(erik: Client, understood: dict[str, Any], reason: str) -> None:
    asked("iets met lenzen", **understood)

    page = see(erik)

    assert shown(page) == ["iets met lenzen"]
    assert why(page) == [reason]


def test_an_answer_that_did_not_help_is_a_doubt_however_sure_the_bot_was(erik: Client) -> None:
    dislike(asked("wat kost een bril", **SURE))

    assert why(see(erik)) == ["duim omlaag"]


def test_asking_again_in_other_words_is_a_doubt_about_the_first(erik: Client) -> None:
    conversation = talk()
    asked("kan ik mijn lenzen bij jullie ophalen", conversation, **SURE)
    asked("ik bedoel: kan ik mijn lenzen bij jullie komen ophalen", conversation, **SURE)
    asked("ok dank je", conversation, intent="thank", confidence=0.99)

    page = see(erik)

    assert shown(page) == ["kan ik mijn lenzen bij jullie ophalen"]
    assert why(page) == ["klant vroeg het opnieuw"]


def test_what_is_like_a_disagreement_is_a_doubt_more(erik: Client, logs_in: LogsIn) -> None:
    torn = asked("hebben jullie er verstand van")
    say(erik, torn, soort="ask_price")
    say(logs_in("Noor"), torn, soort="ask_advice")
    asked("hebben jullie er ook verstand van")

    assert why(see(erik)) == [
        "niet zeker genoeg",
        "lijkt op waar jullie het over oneens zijn",
    ]


def test_what_teaches_most_comes_first(erik: Client, engine: FakeEngine) -> None:
    engine.rankings["lenzen in de koelkast"] = [("ask_care_tips", 0.65), ("ask_price", 0.05)]
    engine.rankings["iets voor mijn neus"] = [("ask_repair", 0.3), ("ask_adjustment", 0.29)]
    narrow = asked("iets voor mijn neus")
    clear = asked("lenzen in de koelkast")
    disliked = asked("waar is dat dan")
    dislike(disliked)

    order = []
    for _ in range(3):
        order += shown(see(erik))
        say(erik, Message.objects.get(text=order[-1]), oordeel="nonsense")

    assert order == [disliked.text, narrow.text, clear.text]


def test_like_ones_come_together_and_are_done_at_once(erik: Client) -> None:
    texts = [f"kan ik bij jullie terecht met {what} uit een potje" for what in ("lens", "lenzen")]
    alike = [asked(text) for text in texts]
    other = asked("hoe heet de hond")

    page = see(erik)
    after = say(erik, *alike, soort="ask_care_tips")

    assert sorted(shown(page)) == sorted(texts)
    assert "2 berichten die op elkaar lijken" in page
    kept = Correction.objects.filter(message__in=alike)
    assert [(each.verdict, each.intent) for each in kept] == [("corrected", "ask_care_tips")] * 2
    assert "2 berichten: Onderhoudstips" in after
    assert shown(after) == [other.text]
    assert AuditEntry.objects.filter(action="correction.made").count() == 2


def test_what_is_taken_out_of_a_group_stays_in_the_queue(erik: Client) -> None:
    one, two = asked("doen jullie ook aan hoorbatterijen"), asked("doen jullie ook hoorbatterijen")

    after = say(erik, one, soort="ask_product_availability")

    assert shown(after) == [two.text]
    assert say(erik, oordeel="nonsense").count("Kies minstens één bericht.") == 1


def test_the_best_three_guesses_are_buttons_with_keys(erik: Client) -> None:
    asked("iets met lenzen")

    page = see(erik)

    buttons = re.findall(r'name="soort" value="(\w+)" data-key="(\d)"', page)
    assert buttons == [("ask_price", "1"), ("ask_discount", "2"), ("ask_gift", "3")]
    assert 'data-key="0"' not in page


def test_what_was_understood_can_be_called_right(erik: Client) -> None:
    message = asked("iets met lenzen", intent="ask_price", confidence=0.75)

    page = see(erik)
    say(erik, message, oordeel="right")

    assert "Was goed: Prijs" in page
    assert Correction.objects.get().verdict == Verdict.RIGHT
    assert re.findall(r'name="soort" value="(\w+)" data-key', page) == ["ask_discount", "ask_gift"]


@pytest.mark.parametrize("data", [{"oordeel": "right"}, {"soort": "zeppelin"}, {}])
def test_what_cannot_be_said_is_refused_in_words(erik: Client, data: dict[str, str]) -> None:
    message = asked("iets met lenzen")

    assert "Kies wat de klant bedoelt." in say(erik, message, **data)
    assert not Correction.objects.exists()


def test_a_new_kind_keeps_its_remark(erik: Client) -> None:
    say(erik, asked("mag de hond mee"), oordeel="new_kind", toelichting="huisdieren")

    kept = Correction.objects.get()
    assert (kept.verdict, kept.intent, kept.remark) == ("new_kind", "", "huisdieren")


def test_the_last_steps_are_undone_one_by_one(erik: Client) -> None:
    one, two = asked("mag de hond mee"), asked("iets met lenzen")
    say(erik, one, oordeel="nonsense")
    erik.post(f"{QUEUE}overslaan/", {"alle": [two.pk]})
    assert "De wachtrij is leeg" in see(erik)

    back = erik.post(f"{QUEUE}ongedaan/", follow=True).content.decode()
    assert shown(back) == [two.text]
    again = erik.post(f"{QUEUE}ongedaan/", headers=HTMX).content.decode()
    nothing = erik.post(f"{QUEUE}ongedaan/", headers=HTMX).content.decode()

    assert shown(again) == [one.text]
    assert "Er is niets om ongedaan te maken." in nothing
    assert not Correction.objects.exists()
    assert not Skip.objects.exists()
    assert AuditEntry.objects.filter(action="correction.taken_back").count() == 1


def test_undoing_leaves_a_colleague_s_word_alone(erik: Client, logs_in: LogsIn) -> None:
    message = asked("mag de hond mee")
    noor = logs_in("Noor")
    say(erik, message, oordeel="nonsense")
    say(noor, message, oordeel="nonsense")

    erik.post(f"{QUEUE}ongedaan/")

    assert Correction.objects.get().name == "Noor"


def test_what_one_skips_stays_for_others_and_can_be_had_back(erik: Client, logs_in: LogsIn) -> None:
    message = asked("mag de hond mee")

    erik.post(f"{QUEUE}overslaan/", {"alle": [message.pk]})
    gone = see(erik)
    elsewhere = see(logs_in("Noor"))
    erik.post(f"{QUEUE}overgeslagen/")

    assert "Je sloeg 1 over." in gone
    assert shown(gone) == []
    assert shown(elsewhere) == shown(see(erik)) == [message.text]


def test_progress_tells_what_is_done_and_left(erik: Client) -> None:
    messages = [asked(text) for text in ("mag de hond mee", "iets met lenzen", "en dan")]
    dislike(asked("wat kost een bril", **SURE))

    say(erik, messages[0], oordeel="nonsense")
    page = see(erik)

    assert "Vandaag 1 gedaan" in page
    assert "nog <strong>3</strong>" in page


def test_what_was_said_around_it_is_at_hand(erik: Client) -> None:
    conversation = talk()
    asked("wat kost een bril", conversation, **SURE)
    asked("en die andere", conversation)

    page = see(erik)

    assert "Antwoord op: wat kost een bril" in page
    assert f"/staf/gesprek/{conversation.public_id}/#m" in page


def test_a_choice_and_what_is_not_understood_yet_are_left_alone(erik: Client) -> None:
    chosen = asked("Openingstijden")
    Message.objects.filter(pk=chosen.pk).update(choice="/ask_opening_hours")
    talk("net gezegd")

    assert "De wachtrij is leeg" in see(erik)


def test_a_reader_looks_and_sees_no_personal_data(logs_in: LogsIn) -> None:
    reader = logs_in("Lies", may_answer=False)
    message = asked("bel 06 12 34 56 78")

    page = see(reader)

    assert "bel [telefoonnummer]" in page
    assert "<button" not in page.partition("<main")[2]
    for step in ("zeg/", "overslaan/", "overgeslagen/", "ongedaan/"):
        response = reader.post(f"{QUEUE}{step}", {"alle": [message.pk], "bericht": [message.pk]})
        assert response.status_code == 403
    assert not Correction.objects.exists()


@pytest.mark.parametrize("step", ["zeg/", "overslaan/", "overgeslagen/", "ongedaan/"])
def test_a_link_changes_nothing(erik: Client, step: str) -> None:
    assert erik.get(f"{QUEUE}{step}").status_code == 405


def test_odd_numbers_are_borne(erik: Client) -> None:
    odd = {"bericht": ["x", "-1", "9" * 30], "alle": ["", "²"], "oordeel": "nonsense"}

    assert erik.post(f"{QUEUE}zeg/", odd).status_code == 200
    assert erik.get(f"{QUEUE}?eerst=x&eerst={'9' * 30}").status_code == 200


def test_the_engine_is_asked_once_for_a_text(erik: Client, engine: FakeEngine) -> None:
    asked("iets met lenzen")

    see(erik)
    see(erik)

    assert engine.asked == ["iets met lenzen"]


def test_without_the_engine_the_queue_goes_on(erik: Client, engine: FakeEngine) -> None:
    engine.is_away = True
    message = asked("iets met lenzen")

    page = see(erik)
    say(erik, message, soort="ask_care_tips")

    assert "kan nu niet raden" in page
    assert Correction.objects.get().intent == "ask_care_tips"


def test_the_same_question_in_other_figures_and_accents_is_alike() -> None:
    texts = [
        "Waar is bestelling 100234?",
        "waar is bestelling 993311",
        "hoe laat open",
        "Hoe láát open?",
    ]

    assert grouped([trigrams(text) for text in texts]) == [[0, 1], [2, 3]]
