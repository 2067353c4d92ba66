"""Slips of the finger are mended to words that customers use; other words are left alone."""

import pickle

import pytest

from bot.engine.nlu.spelling import Spelling

DUTCH = {
    "bied",
    "brug",
    *[
        "mijn",
        "bril",
        "is",
        "kapot",
        "de",
        "winkel",
        "open",
        "ik",
        "wil",
        "een",
        "kopen",
        "van",
        "dochter",
        "naar",
        "kan",
        "die",
        "glazen",
    ],
}
MESSAGES = [
    "mijn bril is kapot",
    "is de winkel open, ik wil een bril kopen",
    "de bril van mijn dochter is kapot, ik wil naar de winkel",
    "kapot, kan de winkel open",
    "ik wil die varilux glazen",
]


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling.learned_from(MESSAGES, DUTCH)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mijn brli is kapto", "mijn bril is kapot"),
        ("is de winkl open", "is de winkel open"),
        ("de wimkel, de winnkel", "de winkel, de winkel"),
    ],
)
def test_one_slip_in_a_word_is_mended(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "bied de brug",  # words of Dutch, though one slip from others
        "xqzpkl",
        "brl",  # too short to tell
        "06 12345679, 7961 AB",
    ],
)
def test_what_is_a_word_or_no_word_at_all_is_left(spelling: Spelling, typed: str) -> None:
    assert spelling.mended(typed) == typed


def test_a_word_that_customers_use_often_is_no_slip() -> None:
    assert (
        Spelling.learned_from(["een brilletje graag", "een prilletje graag"] * 5, DUTCH).mended(
            "prilletje"
        )
        == "prilletje"
    )


def test_it_is_the_same_after_it_was_kept(spelling: Spelling) -> None:
    again = pickle.loads(pickle.dumps(spelling))

    assert again.mended("mijn brli") == "mijn bril"
