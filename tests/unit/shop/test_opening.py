from datetime import UTC, date, datetime, time

import pytest

from bot.shop.models import OpeningException, OpeningInterval, Shop
from bot.shop.opening import (
    Interval,
    NeverOpen,
    is_open_at,
    next_opening,
    opening_on,
    opening_week,
    period_named_in,
    regular_week,
)
from tests.unit.shop.factories import at

pytestmark = pytest.mark.usefixtures("shop")


def test_an_ordinary_day_has_the_weekly_hours():
    opening = opening_on(date(2026, 11, 27))

    assert opening.intervals == (Interval(time(9, 30), time(20, 0)),)
    assert opening.reason is None


def test_monday_is_closed_without_a_reason():
    opening = opening_on(date(2026, 11, 30))

    assert not opening.is_open
    assert opening.reason is None


def test_an_exception_wins_over_the_weekly_hours():
    opening = opening_on(date(2026, 12, 5))

    assert opening.intervals == (Interval(time(9, 30), time(14, 0)),)
    assert opening.reason == "Sinterklaas"


@pytest.mark.parametrize("day", [22, 24, 27])
def test_every_day_of_a_holiday_week_is_closed(day):
    opening = opening_on(date(2027, 2, day))

    assert not opening.is_open
    assert opening.reason == "voorjaarsvakantie"


@pytest.mark.parametrize(
    "text", ["zijn jullie in de voorjaarsvakantie open?", "gaan jullie dicht in de vakantie"]
)
def test_a_period_is_found_by_its_reason(text):
    period = period_named_in(text, date(2026, 11, 24))

    assert period is not None
    assert (period.first.day, period.last.day) == (date(2027, 2, 22), date(2027, 2, 27))
    assert not period.first.is_open


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("en in de voorjaarsvakantie?", date(2027, 3, 1)),
        ("wanneer zijn jullie open", date(2026, 11, 24)),
    ],
)
def test_a_period_that_is_over_or_not_named_is_not_found(text, today):
    assert period_named_in(text, today) is None


def test_the_days_around_a_holiday_week_are_as_usual():
    assert opening_on(date(2027, 2, 20)).is_open
    assert opening_on(date(2027, 3, 2)).is_open


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "nieuwjaarsdag"),
        (date(2026, 4, 6), "tweede paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2026, 12, 25), "eerste kerstdag"),
        (date(2026, 12, 26), "tweede kerstdag"),
        (date(2027, 1, 1), "nieuwjaarsdag"),
        (date(2027, 3, 29), "tweede paasdag"),
        (date(2027, 4, 27), "Koningsdag"),
        (date(2027, 5, 6), "Hemelvaartsdag"),
        (date(2027, 5, 17), "tweede pinksterdag"),
        (date(2027, 12, 25), "eerste kerstdag"),
    ],
)
def test_a_public_holiday_is_closed_and_named_as_people_say_it(day, name):
    opening = opening_on(day)

    assert not opening.is_open
    assert opening.reason == name


@pytest.mark.parametrize("day", [date(2026, 5, 5), date(2027, 5, 5)])
def test_liberation_day_is_an_ordinary_day(day):
    assert opening_on(day).is_open


def test_an_exception_wins_over_a_public_holiday():
    exception = OpeningException.objects.create(
        first_day=date(2026, 12, 26), last_day=date(2026, 12, 26), reason="kerstshow"
    )
    exception.intervals.create(opens=time(12), closes=time(17))

    opening = opening_on(date(2026, 12, 26))

    assert opening.intervals == (Interval(time(12), time(17)),)
    assert opening.reason == "kerstshow"


def test_a_shop_that_keeps_no_holidays_is_open_on_them():
    Shop.objects.update(closed_on_public_holidays=False)

    assert opening_on(date(2026, 12, 25)).is_open


def test_a_week_holds_each_day_once():
    week = opening_week(date(2026, 12, 21))

    assert [opening.day.day for opening in week] == [21, 22, 23, 24, 25, 26, 27]
    assert [opening.is_open for opening in week] == [False, True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("moment", "open_then"),
    [
        ("2026-11-24T09:29", False),
        ("2026-11-24T09:30", True),
        ("2026-11-24T17:29", True),
        ("2026-11-24T17:30", False),
        ("2026-11-30T12:00", False),
        ("2026-12-25T12:00", False),
    ],
)
def test_open_from_opening_until_closing(moment, open_then):
    assert is_open_at(at(moment)) is open_then


def test_a_moment_in_utc_is_read_on_the_clock_of_the_shop():
    assert is_open_at(datetime(2026, 11, 24, 8, 45, tzinfo=UTC))
    assert not is_open_at(datetime(2026, 11, 24, 16, 45, tzinfo=UTC))


@pytest.mark.parametrize(
    ("moment", "day", "opens"),
    [
        ("2026-11-24T08:00", date(2026, 11, 24), time(9, 30)),
        ("2026-11-24T09:30", date(2026, 11, 25), time(9, 30)),
        ("2026-11-28T18:00", date(2026, 12, 1), time(9, 30)),
        ("2026-12-24T16:00", date(2026, 12, 29), time(9, 30)),
        ("2027-02-20T18:00", date(2027, 3, 2), time(9, 30)),
    ],
)
def test_the_next_opening_skips_closed_days(moment, day, opens):
    opening, interval = next_opening(at(moment))

    assert (opening.day, interval.opens) == (day, opens)


def test_the_next_opening_can_be_after_a_break_on_the_same_day():
    OpeningInterval.objects.create(weekday=1, opens=time(19), closes=time(21))

    opening, interval = next_opening(at("2026-11-24T10:00"))

    assert (opening.day, interval.opens) == (date(2026, 11, 24), time(19))


def test_a_shop_without_hours_never_opens():
    OpeningInterval.objects.all().delete()
    OpeningException.objects.all().delete()

    with pytest.raises(NeverOpen):
        next_opening(at("2026-11-24T10:00"))


def test_the_regular_week_begins_on_monday():
    week = regular_week()

    assert [regular.weekday.label for regular in week][:2] == ["maandag", "dinsdag"]
    assert [regular.is_open for regular in week] == [False, True, True, True, True, True, False]
