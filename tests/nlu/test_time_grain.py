"""How fine a time is, whether the day was said, and where it stands in the message."""

from datetime import datetime

import pytest

from bot.clock import ZONE
from bot.engine.entities.time import find_times

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "grain", "said_day"),
    [
        ("half drie", "clock", False),
        ("'s middags", "part", False),
        ("vrijdag", "day", True),
        ("vrijdagmiddag", "part", True),
        ("vrijdag om half drie", "moment", True),
        ("over een uur", "moment", True),
        ("tussen 10 en 11 uur", "part", False),
    ],
)
def test_a_time_tells_how_fine_it_is(said: str, grain: str, said_day: bool) -> None:
    [found] = find_times(said, NOW)

    assert (found.grain, found.said_day) == (grain, said_day)


def test_two_days_in_a_message_are_found_where_they_stand() -> None:
    said = "Kan ik donderdg, of anders vrijdag de 27e?"

    found = find_times(said, NOW)

    assert [said[one.start : one.end] for one in found] == ["donderdg", "vrijdag de 27e"]


def test_a_time_that_has_passed_today_is_tomorrows() -> None:
    [found] = find_times("om 11 uur", NOW.replace(hour=11))

    assert found.value == "2026-11-25T11:00"


def test_an_hour_from_now_is_an_hour_when_the_clock_goes_back() -> None:
    before = datetime(2026, 10, 25, 2, 30, tzinfo=ZONE)

    [found] = find_times("over 2 uur", before)

    assert found.value == "2026-10-25T03:30"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("vrijdag", "2027-01-01"),
        ("morgen om 3", "2026-12-31T15:00"),
        ("overmorgen", "2027-01-01"),
        ("volgende week dinsdag", "2027-01-05"),
        ("de 5e", "2027-01-05"),
        ("4 januari", "2027-01-04"),
        ("oudejaarsdag", "2026-12-31"),
    ],
)
def test_the_year_turns(said: str, value: str) -> None:
    [found] = find_times(said, datetime(2026, 12, 30, 10, tzinfo=ZONE))

    assert found.value == value


def test_kings_day_moves_from_a_sunday_to_the_saturday_before() -> None:
    [found] = find_times("koningsdag", datetime(2031, 1, 2, 10, tzinfo=ZONE))

    assert found.value == "2031-04-26"


def test_the_31st_skips_a_month_that_has_none() -> None:
    [found] = find_times("de 31e", datetime(2026, 11, 24, 10, tzinfo=ZONE))

    assert found.value == "2026-12-31"
