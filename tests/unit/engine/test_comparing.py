"""When a new model is worse than the one that is live."""

from typing import Any

import pytest

from bot.engine.trial.comparing import FALLBACK, Findings, Heard, Slip, compare


def heard(*understood: str, wanted: str = "ask_price") -> list[Heard]:
    return [
        Heard(f"bericht {number}", wanted, intent, "ask_price", 0.8, lesson=number)
        for number, intent in enumerate(understood)
    ]


PRICE, OTHER = "ask_price", "ask_repair"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ([PRICE, PRICE], [PRICE, PRICE], []),
        ([PRICE, OTHER], [PRICE, PRICE], []),
        ([PRICE, OTHER], [PRICE, FALLBACK], []),
        ([PRICE, PRICE], [PRICE, FALLBACK], ["fewer_right"]),
        ([PRICE, FALLBACK], [PRICE, OTHER], ["more_wrong"]),
        ([PRICE, PRICE], [PRICE, OTHER], ["fewer_right", "more_wrong"]),
        ([PRICE, FALLBACK, FALLBACK], [PRICE, PRICE, OTHER], ["more_wrong"]),
    ],
)
def test_fewer_right_or_more_wrong_is_worse(old: list[str], new: list[str], why: list[str]) -> None:
    report = compare(Findings(heard(*old)), Findings(heard(*new)))

    assert report["why"] == why
    assert report["worse"] is bool(why)


def test_a_lesson_counts_as_much_as_a_message_of_the_fixed_set() -> None:
    old = Findings(heard(PRICE), heard(FALLBACK))
    new = Findings(heard(FALLBACK), heard(PRICE))

    report = compare(old, new)

    assert not report["worse"]
    assert [change["gain"] for change in report["messages"]["changed"]] == [-1]


def test_what_is_still_missed_is_told_by_number_and_not_by_text() -> None:
    report = compare(Findings([], heard(OTHER)), Findings([], heard(OTHER)))

    assert report["lessons"]["missed"] == {0: {"outcome": "wrong", "intent": OTHER}}
    assert "bericht 0" not in str(report)


def test_what_got_worse_stands_first() -> None:
    report = compare(
        Findings(heard(OTHER, PRICE, OTHER)), Findings(heard(PRICE, FALLBACK, "complaint"))
    )

    gains = [change["gain"] for change in report["messages"]["changed"]]
    assert gains == [-1, 0, 2]


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        ([], [Slip(1, "greet", "thank", "intent")], True),
        ([Slip(1, "greet", "thank", "intent")], [Slip(1, "greet", "deny", "intent")], False),
        ([Slip(1, "greet", "thank", "intent")], [], False),
        ([Slip(1, "greet", "thank", "intent")], [Slip(2, "greet", "thank", "intent")], True),
    ],
)
def test_a_conversation_breaks_at_a_step_that_went_well_before(
    old: list[Slip], new: list[Slip], broken: bool
) -> None:
    report: dict[str, Any] = compare(Findings(slips={7: old}), Findings(slips={7: new}))

    assert (7 in report["conversations"]["broken"]) is broken
    assert report["worse"] is broken
