from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.shop.appointments import cancel
from bot.shop.models import OpeningException, OpeningInterval, Shop
from bot.shop.slots import free_slots, nearest_free_slots
from tests.unit.shop.factories import at, booked, clocks

FRIDAY = date(2026, 11, 27)


def test_a_free_day_runs_from_opening_to_the_last_that_ends_at_closing(eye_test):
    slots = free_slots(eye_test, FRIDAY)

    assert clocks(slots)[:3] == ["09:30", "09:45", "10:00"]
    assert clocks(slots)[-1] == "19:30"


def test_a_longer_service_stops_earlier(hearing_test):
    assert clocks(free_slots(hearing_test, FRIDAY))[-1] == "19:15"


def test_slots_know_the_zone_of_the_shop(eye_test):
    first = free_slots(eye_test, FRIDAY)[0]

    assert first.isoformat() == "2026-11-27T09:30:00+01:00"


def test_today_offers_only_what_is_still_to_come(eye_test):
    assert clocks(free_slots(eye_test, date(2026, 11, 24)))[0] == "10:15"


def test_a_day_that_has_passed_offers_nothing(eye_test):
    assert free_slots(eye_test, date(2026, 11, 21)) == []


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2026, 12, 25)])
def test_a_closed_day_offers_nothing(eye_test, day):
    assert free_slots(eye_test, day) == []


def test_an_early_closing_shortens_the_day(eye_test):
    assert clocks(free_slots(eye_test, date(2026, 12, 5)))[-1] == "13:30"


def test_the_last_day_of_the_horizon_counts_and_the_next_does_not(eye_test):
    Shop.objects.update(horizon_days=3)

    assert free_slots(eye_test, FRIDAY)
    assert free_slots(eye_test, FRIDAY + timedelta(days=1)) == []


def test_an_appointment_takes_every_start_that_would_overlap(eye_test, hearing_test):
    booked(eye_test, "2026-11-27T12:00")

    starts = clocks(free_slots(hearing_test, FRIDAY))

    assert {"11:30", "11:45", "12:00", "12:15"}.isdisjoint(starts)
    assert {"11:15", "12:30"} <= set(starts)


def test_a_service_that_ends_within_a_quarter_takes_that_quarter_whole(eye_test, adjustment):
    eye_test.minutes = 20
    eye_test.save()
    booked(eye_test, "2026-11-27T12:00")

    starts = clocks(free_slots(adjustment, FRIDAY))

    assert "12:15" not in starts
    assert "12:30" in starts


def test_a_cancelled_appointment_is_free_again(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00")

    cancel(appointment)

    assert "12:00" in clocks(free_slots(eye_test, FRIDAY))


def test_a_moving_appointment_does_not_stand_in_its_own_way(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00")

    assert "12:15" not in clocks(free_slots(eye_test, FRIDAY))
    assert "12:15" in clocks(free_slots(eye_test, FRIDAY, moving=appointment))


def test_starts_stay_on_the_quarter_when_the_shop_opens_off_it(eye_test):
    OpeningInterval.objects.filter(weekday=4).update(opens=time(9, 40))

    assert clocks(free_slots(eye_test, FRIDAY))[0] == "09:45"


def test_an_appointment_does_not_run_through_the_break(eye_test):
    OpeningInterval.objects.filter(weekday=4).update(opens=time(9), closes=time(10))
    OpeningInterval.objects.create(weekday=4, opens=time(11), closes=time(12))

    assert clocks(free_slots(eye_test, FRIDAY)) == [
        *("09:00", "09:15", "09:30"),
        *("11:00", "11:15", "11:30"),
    ]


def test_the_nearest_slots_surround_the_moment(eye_test):
    slots = nearest_free_slots(eye_test, at("2026-11-27T14:30"))

    assert clocks(slots) == ["14:15", "14:30", "14:45"]


def test_the_nearest_slots_step_around_an_appointment(eye_test):
    booked(eye_test, "2026-11-27T14:30")

    slots = nearest_free_slots(eye_test, at("2026-11-27T14:30"), count=2)

    assert clocks(slots) == ["14:00", "15:00"]


def test_the_nearest_slots_to_a_closed_day_are_on_the_days_around_it(eye_test):
    slots = nearest_free_slots(eye_test, at("2026-11-30T08:00"), count=2)

    assert [slot.date().day for slot in slots] == [1, 1]


def test_the_nearest_slots_to_the_past_are_the_first_to_come(eye_test):
    slots = nearest_free_slots(eye_test, at("2026-11-20T12:00"), count=1)

    assert slots == [at("2026-11-24T10:15")]


@pytest.mark.parametrize(
    ("now", "day", "first", "last", "hours"),
    [
        # 02:00 becomes 03:00: four hours on the clock are three.
        ("2027-03-20T10:00", date(2027, 3, 28), "01:00", "04:45", 3),
        # 03:00 becomes 02:00: four hours on the clock are five.
        ("2026-10-20T10:00", date(2026, 10, 25), "01:00", "04:45", 5),
    ],
)
def test_a_night_on_which_the_clock_changes_has_its_true_length(
    adjustment, monkeypatch, now, day, first, last, hours
):
    monkeypatch.setenv("BOT_NOW", now)
    night = OpeningException.objects.create(first_day=day, last_day=day)
    night.intervals.create(opens=time(1), closes=time(5))

    slots = free_slots(adjustment, day)

    moments = {slot.astimezone(UTC) for slot in slots}
    assert len(moments) == len(slots) == hours * 4
    assert (clocks(slots)[0], clocks(slots)[-1]) == (first, last)


@pytest.mark.parametrize(
    ("now", "day", "offset"),
    [
        ("2027-03-20T10:00", date(2027, 3, 27), 1),
        ("2027-03-20T10:00", date(2027, 3, 30), 2),
        ("2026-10-20T10:00", date(2026, 10, 24), 2),
        ("2026-10-20T10:00", date(2026, 10, 27), 1),
    ],
)
def test_the_shop_opens_at_the_same_clock_time_before_and_after_the_switch(
    eye_test, monkeypatch, now, day, offset
):
    monkeypatch.setenv("BOT_NOW", now)

    first = free_slots(eye_test, day)[0]

    opens = datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC) - timedelta(hours=offset)
    assert first.astimezone(UTC) == opens
