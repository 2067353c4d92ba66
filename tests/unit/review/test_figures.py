"""What the figures say, beside what was counted by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from bot.chat import record
from bot.chat.models import Feedback, Message
from bot.review.models import DayFigures
from tests.unit.review.conftest import LogsIn
from tests.unit.review.figures_data import Customer, erase, row, table

Comes = Callable[[str], Customer]


@pytest.fixture
def comes(db: None, monkeypatch: pytest.MonkeyPatch) -> Comes:
    return lambda moment: Customer(monkeypatch, moment)


def test_a_shop_without_conversations_is_told_so_kindly(erik: Client) -> None:
    page = erik.get("/staf/cijfers/")

    assert "Hier valt nog niets te tellen" in page.content.decode()


def test_conversations_count_on_their_first_day_and_messages_on_their_own(
    erik: Client, comes: Comes
) -> None:
    sanne = comes("2026-11-23T23:58")
    sanne.says("ask_price")
    sanne.later(minutes=5).says("ask_parking")
    comes("2026-11-24T09:00")
    comes("2026-11-24T09:10").says("ask_price")

    # When; conversations, the week before, messages, without a person.
    assert row(erik, "gesprekken", "23-11-2026") == ["1", "0", "1", "1"]
    assert row(erik, "gesprekken", "24-11-2026") == ["1", "0", "2", "1"]
    assert row(erik, "gesprekken", "Totaal") == ["2", "0", "3", "2"]
    assert "telt niet mee; dat was 1 keer" in erik.get("/staf/cijfers/").content.decode()


def test_questions_stand_under_their_dutch_names_and_their_words_nowhere(
    erik: Client, comes: Comes
) -> None:
    sanne = comes("2026-11-24T09:00")
    for intent in ("ask_price", "ask_price", "ask_opening_hours", "thank"):
        sanne.says(intent)

    page = erik.get("/staf/cijfers/").content.decode()

    assert table(erik, "vragen")[0] == ["Prijs", "vraag", "2", "66,7", "0"]
    assert row(erik, "vragen", "Openingstijden") == ["vraag", "1", "33,3", "0"]
    assert row(erik, "vragen", "Bedankt") == ["in het gesprek", "1", "", "0"]
    assert "3 vragen. Het vaakst: Prijs, 2 keer." in page
    assert "geheim" not in page


def test_understood_asked_back_and_not_understood(erik: Client, comes: Comes) -> None:
    sanne = comes("2026-11-24T09:00")
    sanne.says("ask_price")
    sanne.says("ask_parking")
    sanne.says("nlu_fallback", confidence=0.4, offers=True)
    sanne.says("nlu_fallback", confidence=0.4)
    # A button for a person says nothing about understanding.
    record.customer_says(sanne.conversation, "Praat met een medewerker", choice=record.PERSON)

    assert row(erik, "begrepen", "Totaal") == ["2", "1", "1", "50,0"]


def test_how_long_customers_waited_for_a_person(erik: Client, comes: Comes) -> None:
    for minutes in (1, 2, 3, 4, 30):
        waits = comes("2026-11-23T10:00")
        waits.says("talk_to_human", hands_over=True)
        waits.later(minutes=minutes).is_answered_by_a_person()
        waits.later(minutes=1).is_answered_by_a_person()
    comes("2026-11-23T11:00").says("talk_to_human", hands_over=True)
    returns = comes("2026-11-23T12:00")
    returns.says("talk_to_human", hands_over=True)
    returns.later(minutes=1).goes_on_with_the_bot()
    comes("2026-11-23T13:00").says("inform", "action_leave_message")
    unasked = comes("2026-11-23T14:00")
    unasked.says("complaint")
    unasked.later(minutes=1).is_answered_by_a_person()

    # Handed over, answered, went on, unanswered, median, p90, messages left, stepped in.
    expected = ["7", "5", "1", "1", "3,0", "30,0", "1", "1"]
    assert row(erik, "medewerker", "23-11-2026") == expected
    # Nobody came off without a person: of nine conversations none.
    assert row(erik, "gesprekken", "23-11-2026")[3] == "0"


def test_a_wait_that_is_over_the_next_day_counts_where_it_began(erik: Client, comes: Comes) -> None:
    evening = comes("2026-11-23T20:00")
    evening.says("talk_to_human", hands_over=True)
    before = row(erik, "medewerker", "23-11-2026")

    evening.at("2026-11-24T09:00").is_answered_by_a_person()

    assert before[:4] == ["1", "0", "0", "1"]
    assert row(erik, "medewerker", "23-11-2026")[:5] == ["1", "1", "0", "0", "780,0"]


def test_thumbs_count_on_the_day_they_were_given_and_follow_a_change_of_mind(
    erik: Client, comes: Comes
) -> None:
    sanne = comes("2026-11-23T10:00")
    first, second = sanne.says("ask_price"), sanne.says("ask_parking")
    sanne.thumbs(first, True)
    sanne.at("2026-11-24T09:00").thumbs(second, True)
    before = row(erik, "duimen", "24-11-2026")

    sanne.thumbs(second, False)

    assert before == ["1", "0"]
    assert row(erik, "duimen", "23-11-2026") == ["1", "0"]
    assert row(erik, "duimen", "24-11-2026") == ["0", "1"]


def test_only_appointments_that_came_off_count(erik: Client, comes: Comes) -> None:
    sanne = comes("2026-11-24T09:00")
    sanne.says("affirm", "action_book", shows_card=True)
    # The moment was taken meanwhile.
    sanne.says("affirm", "action_book", "action_ask_time", offers=True)
    sanne.says("affirm", "action_move", shows_card=True)
    sanne.says("affirm", "action_cancel_appointment")
    sanne.says("deny", "action_cancel_appointment")
    sanne.says("check_appointment", "action_check_appointment", shows_card=True)

    assert row(erik, "afspraken", "Totaal") == ["1", "1", "1"]


@pytest.mark.parametrize(
    ("after", "ending"),
    [
        ([], "Zei niets meer"),
        (["deny"], "Zei niets meer"),
        (["thank"], "Bedankte of nam afscheid"),
        (["negotiate_price", "goodbye"], "Bedankte of nam afscheid"),
        (["negotiate_price"], "Bleef aandringen of mopperde"),
        (["insult"], "Bleef aandringen of mopperde"),
        (["thank", "ask_opening_hours"], "Bleef en vroeg verder"),
    ],
)
def test_how_a_question_for_discount_ended(
    erik: Client, comes: Comes, after: list[str], ending: str
) -> None:
    sanne = comes("2026-11-24T09:00")
    sanne.says("ask_discount")
    for intent in after:
        sanne.says(intent)

    ended = {line[0]: line[1] for line in table(erik, "korting") if line[1] != "0"}

    assert ended == {ending: "1", "Totaal": "1"}


def test_a_thumb_or_a_person_tells_more_of_a_discount_than_what_was_said(
    erik: Client, comes: Comes
) -> None:
    judged = comes("2026-11-24T09:00")
    answer = judged.says("ask_discount")
    judged.says("ask_parking")
    judged.thumbs(answer, False)
    handed = comes("2026-11-24T09:10")
    handed.says("ask_discount")
    handed.says("talk_to_human", hands_over=True)

    assert row(erik, "korting", "Duim omlaag")[0] == "1"
    assert row(erik, "korting", "Naar een medewerker")[0] == "1"
    assert row(erik, "korting", "Bleef en vroeg verder")[0] == "0"


def test_a_wait_over_the_night_when_the_clock_goes_back_is_an_hour_longer(
    erik: Client, comes: Comes
) -> None:
    saturday = comes("2026-10-24T23:00")
    saturday.says("talk_to_human", hands_over=True)
    saturday.at("2026-10-25T09:00").is_answered_by_a_person()
    comes("2026-11-24T10:00")

    waited = row(erik, "medewerker", "24-10-2026", period="week", day="2026-10-25")[4]
    assert waited == "660,0"


def test_busy_hours_are_those_of_the_shops_clock(erik: Client, comes: Comes) -> None:
    # The night of 25 October 2026 has its hour from two to three twice; UTC midnight is neither.
    comes("2026-10-24T23:30").says("ask_price")
    comes("2026-10-25T00:30").says("ask_price")
    comes("2026-10-25T02:30+02:00").says("ask_price")
    comes("2026-10-25T02:30+01:00").says("ask_price")
    comes("2026-10-26T00:15").says("ask_price")
    comes("2026-11-24T10:00")

    last_week = {"period": "week", "day": "2026-10-25"}
    assert row(erik, "gesprekken", "24-10-2026", **last_week)[0] == "1"
    assert row(erik, "gesprekken", "25-10-2026", **last_week)[0] == "3"
    assert row(erik, "drukte", "zondag", **last_week)[:3] == ["1", "0", "2"]
    assert row(erik, "gesprekken", "26-10-2026", day="2026-10-26")[0] == "1"


def test_time_saved_is_what_was_answered_without_a_person_times_the_minutes(
    erik: Client, comes: Comes
) -> None:
    alone = comes("2026-11-24T09:00")
    for intent in ("ask_price", "ask_price", "ask_parking", "thank"):
        alone.says(intent)
    with_a_person = comes("2026-11-24T09:10")
    with_a_person.says("ask_price")
    with_a_person.says("talk_to_human", hands_over=True)

    page = erik.get("/staf/cijfers/").content.decode()

    # Twice the same kind in one conversation is one answer; minutes are of the defaults.
    assert row(erik, "tijd", "Prijzen en korting")[:2] == ["1", "2,0"]
    assert row(erik, "tijd", "Over de winkel: open, adres, betalen")[:2] == ["1", "2,0"]
    assert row(erik, "tijd", "Totaal")[0] == "2"
    assert "Ongeveer 4 min." in page
    assert "Dit is een schatting, geen meting." in page


def test_figures_stay_when_conversations_are_erased(erik: Client, comes: Comes) -> None:
    keys = ("gesprekken", "vragen", "medewerker", "duimen", "korting", "drukte", "tijd")
    old, recent = comes("2026-10-05T10:00"), comes("2026-11-23T10:00")
    for customer in (old, recent):
        customer.thumbs(customer.says("ask_discount"), True)
        customer.says("talk_to_human", hands_over=True)
        customer.later(minutes=3).is_answered_by_a_person()
    stays = comes("2026-11-24T09:00")
    stays.says("ask_price")
    before = [table(erik, key, "jaar") for key in keys]

    erase(old.conversation)
    erase(recent.conversation)

    assert [table(erik, key, "jaar") for key in keys] == before
    # What comes after is counted on top of it.
    stays.says("ask_parking")
    assert row(erik, "gesprekken", "Totaal", period="jaar")[:3] == ["3", "0", "6"]


def test_what_is_erased_before_anybody_ever_looked_counts_too(erik: Client, comes: Comes) -> None:
    long_ago = comes("2026-02-03T10:00")
    long_ago.says("ask_price")
    comes("2026-11-24T09:00").says("ask_price")

    erase(long_ago.conversation)

    assert row(erik, "gesprekken", "2026-02", period="jaar")[0] == "1"
    assert row(erik, "gesprekken", "Totaal", period="jaar")[0] == "2"


def test_a_day_of_long_ago_stands_for_good(erik: Client, comes: Comes) -> None:
    old = comes("2026-11-10T10:00")
    old.says("ask_price")
    comes("2026-11-24T10:00")
    before = table(erik, "vragen", "maand")

    # Made anonymous without a word to anybody, such as by hand in the database.
    Message.objects.filter(conversation=old.conversation).update(intent="")
    comes("2026-11-24T10:05").says("ask_parking")

    assert before[0][:3] == ["Prijs", "vraag", "1"]
    assert row(erik, "vragen", "Prijs", period="maand")[:2] == ["vraag", "1"]


def test_what_is_kept_of_a_day_is_numbers(erik: Client, comes: Comes) -> None:
    sanne = comes("2026-11-24T09:00")
    sanne.thumbs(sanne.says("ask_price"), True)
    erik.get("/staf/cijfers/")

    (day,) = DayFigures.objects.all()

    assert Feedback.objects.exists()
    assert all(isinstance(times, int) for keys in day.counted.values() for times in keys.values())
    assert day.counted["kinds"] == {"ask_price": 1}


def test_the_period_stands_in_the_address_and_beside_the_one_before(
    erik: Client, comes: Comes
) -> None:
    for moment in ("2026-11-16T10:00", "2026-11-17T10:00", "2026-11-18T10:00"):
        comes(moment).says("ask_price")
    comes("2026-11-23T10:00").says("ask_price")
    comes("2026-11-24T10:00")

    running = erik.get("/staf/cijfers/", {"periode": "week"}).content.decode()
    whole = erik.get("/staf/cijfers/", {"periode": "week", "dag": "2026-11-18"}).content.decode()

    assert "Ernaast: de eerste 2 dagen van de week ervoor." in running
    assert "50% minder (was 2)" in running
    assert 'href="?periode=week&amp;dag=2026-11-16" rel="prev"' in running
    assert "Week 47: 16 tot en met 22 november 2026" in whole
    assert 'rel="next"' in whole
    assert 'rel="next"' not in running


@pytest.mark.parametrize(
    "address",
    [
        "periode=eeuw&dag=gisteren",
        "periode=jaar&dag=0001-01-01",
        "periode=week&dag=9999-12-31",
        "periode=maand&dag=2026-02-30",
        "periode=&dag=%00",
        "periode=dag&dag=2026-03-29",
    ],
)
def test_any_address_gives_a_page(erik: Client, comes: Comes, address: str) -> None:
    comes("2026-11-24T09:00").says("ask_price")

    assert erik.get(f"/staf/cijfers/?{address}").status_code == 200
    assert erik.get(f"/staf/cijfers/drukte.csv?{address}").status_code == 200


def test_large_numbers_are_written_in_dutch(erik: Client, comes: Comes) -> None:
    comes("2026-11-24T09:00").says("ask_price")
    erik.get("/staf/cijfers/")
    DayFigures.objects.update(erased={"started": {"9": 1233}, "alone": {"": 154}})

    page = erik.get("/staf/cijfers/").content.decode()

    assert "1.234 gesprekken met 1 bericht van" in page
    # 155 of 1,234.
    assert "<strong>12,6%</strong>" in page


def test_a_table_is_taken_along_as_excel_in_dutch_opens_it(erik: Client, comes: Comes) -> None:
    comes("2026-11-24T09:00").says("=cmd|' /C calc'!A0")

    response = erik.get("/staf/cijfers/vragen.csv?periode=dag")

    assert response.content.startswith(b"\xef\xbb\xbfSoort;Vraag of antwoord;Aantal;")
    assert b"\r\n'=cmd|" in response.content
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="buur-vragen-2026-11-24-tot-en-met-2026-11-24.csv"'
    )
    assert erik.get("/staf/cijfers/bestaatniet.csv").status_code == 404


def test_each_picture_says_in_words_what_it_shows(erik: Client, comes: Comes) -> None:
    comes("2026-11-24T09:00").says("ask_price")

    page = erik.get("/staf/cijfers/").content.decode()

    assert '<title id="gesprekken-titel">Gesprekken</title>' in page
    assert "Gesprekken: 1. Het meest: dinsdag 24 november 2026, 1." in page
    assert " style=" not in page


def test_a_reader_looks_but_does_not_set_the_minutes(logs_in: LogsIn, comes: Comes) -> None:
    reader = logs_in("Noor", may_answer=False)
    comes("2026-11-24T09:00").says("ask_price")

    page = reader.get("/staf/cijfers/")

    assert page.status_code == 200
    assert "Minuten per soort aanpassen" not in page.content.decode()
    assert reader.get("/staf/cijfers/tijd.csv").status_code == 200
    assert reader.get("/staf/cijfers/minuten/").status_code == 403
    assert reader.post("/staf/cijfers/minuten/", {"price": "9"}).status_code == 403
    assert Client().get("/staf/cijfers/").status_code == 302
    assert Client().get("/staf/cijfers/tijd.csv").status_code == 302
