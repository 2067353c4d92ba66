"""Where a message falls apart into questions, and where it is one with a story around it."""

import pytest

from bot.engine.nlu.questions import questions

# What a piece is about, by the first of these words in it; enough to try the cutting.
WORDS = {
    "open": "ask_opening_hours",
    "kost": "ask_price",
    "parkeren": "ask_parking",
    "afspraak": "make_appointment",
    "stuk": "ask_repair",
    "flitsen": "medical_urgency",
    "bedankt": "thank",
}


def _asked(text: str) -> list[str]:
    def understand(start: int, end: int) -> tuple[str, float]:
        piece = text[start:end].lower()
        found = [word for word in WORDS if word in piece]
        first = min(found, key=piece.index) if found else ""
        return WORDS.get(first, "small_talk"), 0.9 if found else 0.1

    return [one.intent for one in questions(text, understand(0, len(text))[0], understand)]


@pytest.mark.parametrize(
    "text",
    [
        "Hoi, zijn jullie zaterdag open en wat kost een oogmeting?",
        "zijn jullie morgen open? wat kost een bril",
        "Tot hoe laat zijn jullie open. En hoeveel kost een hoortest?",
        "2 vragen: zijn jullie open / wat kost een bril",
        "zijn jullie zaterdag open wat kost een bril",
        "ik vroeg me af wanneer jullie open zijn en of jullie weten wat een bril kost",
    ],
)
def test_two_questions_come_in_their_order(text: str) -> None:
    assert _asked(text) == ["ask_opening_hours", "ask_price"]


def test_a_wish_that_begins_a_form_comes_last() -> None:
    text = "Ik wil graag een afspraak maken. Waar kan ik parkeren?"

    assert _asked(text) == ["ask_parking", "make_appointment"]


@pytest.mark.parametrize(
    "text",
    [
        "zijn jullie zaterdag en zondag open?",
        "wat kost een bril en wat kost een lens?",
        "wat kost een bril",
        "hoi, zijn jullie open?",
    ],
)
def test_one_question_is_not_cut(text: str) -> None:
    assert len(_asked(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "mijn bril is stuk, o ja en wat kost een lens",
        "Mijn bril is stuk. Los daarvan: de kost van een lens.",
        "mijn bril is stuk verder nog de kost van een lens",
    ],
)
def test_what_a_customer_turns_to_is_a_question_of_its_own(text: str) -> None:
    assert _asked(text) == ["ask_repair", "ask_price"]


def test_manners_do_not_hide_a_question() -> None:
    assert _asked("Bedankt voor je hulp. Wat kost een bril?") == ["ask_price"]


def test_a_story_is_no_question() -> None:
    text = "Mijn bril is stuk en ik moet op reis. Zijn jullie vandaag nog open?"

    assert "ask_repair" not in _asked(text)


def test_an_emergency_is_never_mixed_with_something_else() -> None:
    assert _asked("Ik zie flitsen! En zijn jullie nog open?") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("kost het jullie nog iets als ik kom parkeren?", []),
        ("wat kost een bril. nog iets: zijn jullie open", ["ask_price", "ask_opening_hours"]),
        ("wat kost een bril en nog iets, zijn jullie open", ["ask_price", "ask_opening_hours"]),
    ],
)
def test_nog_iets_turns_only_where_a_sentence_begins(text: str, asked: list[str]) -> None:
    assert _asked(text) == asked
