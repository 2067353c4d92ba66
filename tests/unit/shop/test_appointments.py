import re
from datetime import UTC, datetime

import pytest

from bot.shop import appointments
from bot.shop.appointments import (
    EndsAfterClosing,
    InThePast,
    OffGrid,
    ShopClosed,
    SlotTaken,
    TooFarAhead,
    UnknownAppointment,
    book,
    cancel,
    check_slot,
    find_by_number,
    find_by_person,
    move,
    of_conversation,
)
from bot.shop.models import Appointment, TakenQuarter
from bot.shop.numbers import ALPHABET
from tests.unit.shop.factories import at, booked


@pytest.mark.parametrize(
    ("start", "refusal"),
    [
        ("2026-11-23T12:00", InThePast),
        ("2026-11-24T10:00", InThePast),
        ("2027-01-24T12:00", TooFarAhead),
        ("2026-11-27T14:10", OffGrid),
        ("2026-11-27T09:15", ShopClosed),
        ("2026-11-30T12:00", ShopClosed),
        ("2026-11-27T20:00", ShopClosed),
        ("2026-11-27T19:45", EndsAfterClosing),
    ],
)
def test_a_start_is_refused_for_its_own_reason(eye_test, start, refusal):
    with pytest.raises(refusal) as refused:
        check_slot(eye_test, at(start))

    assert refused.type is refusal


@pytest.mark.parametrize("start", ["2026-11-24T10:15", "2026-11-27T19:30", "2027-01-23T12:00"])
def test_a_start_within_hours_and_horizon_is_fine(eye_test, start):
    check_slot(eye_test, at(start))


def test_a_closed_shop_says_why(eye_test):
    with pytest.raises(ShopClosed) as refused:
        check_slot(eye_test, at("2026-12-25T12:00"))

    assert refused.value.opening.reason == "eerste kerstdag"


def test_a_time_without_a_zone_is_local(eye_test):
    appointment = book(eye_test, datetime.fromisoformat("2026-11-27T14:30"), "Jan", "0612345678")

    assert appointment.start == at("2026-11-27T14:30")


def test_a_time_in_utc_is_the_same_moment(eye_test):
    appointment = book(eye_test, datetime(2026, 11, 27, 13, 30, tzinfo=UTC), "Jan", "0612345678")

    assert f"{appointment.start:%H:%M}" == "14:30"


def test_a_stored_appointment_tells_the_time_of_the_shop(eye_test):
    booked(eye_test, "2026-11-27T14:30")

    stored = Appointment.objects.get()

    assert f"{stored.start:%H:%M}-{stored.end:%H:%M}" == "14:30-15:00"


@pytest.mark.parametrize("start", ["2026-11-27T11:30", "2026-11-27T12:00", "2026-11-27T12:15"])
def test_two_services_do_not_overlap(eye_test, hearing_test, start):
    booked(eye_test, "2026-11-27T12:00")

    with pytest.raises(SlotTaken):
        booked(hearing_test, start)

    assert Appointment.objects.count() == 1


def test_two_appointments_may_follow_each_other(eye_test, hearing_test):
    booked(eye_test, "2026-11-27T12:00")

    booked(hearing_test, "2026-11-27T12:30")
    booked(hearing_test, "2026-11-27T11:15")

    assert TakenQuarter.objects.count() == 2 + 3 + 3


def test_a_booking_that_loses_the_race_leaves_nothing(eye_test, monkeypatch):
    booked(eye_test, "2026-11-27T12:00")
    monkeypatch.setattr(appointments, "check_slot", lambda *_, **__: None)

    with pytest.raises(SlotTaken):
        booked(eye_test, "2026-11-27T12:15")

    assert Appointment.objects.count() == 1
    assert TakenQuarter.objects.count() == 2


def test_numbers_are_six_characters_that_nobody_confuses(eye_test):
    number = booked(eye_test, "2026-11-27T12:00").number

    assert re.fullmatch(rf"AF-[{ALPHABET}]{{6}}", number)
    assert not set("0O1IL") & set(ALPHABET)


def test_a_phone_number_is_kept_in_one_form(eye_test):
    assert booked(eye_test, "2026-11-27T12:00", phone="06 12 34 56 78").phone == "+31612345678"


def test_moving_frees_the_old_time_and_takes_the_new(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00")

    move(appointment, at("2026-11-28T10:00"))

    check_slot(eye_test, at("2026-11-27T12:00"))
    with pytest.raises(SlotTaken):
        check_slot(eye_test, at("2026-11-28T10:00"))


def test_moving_by_a_quarter_does_not_collide_with_itself(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00")

    moved = move(appointment, at("2026-11-27T12:15"))

    assert (moved.start, moved.end) == (at("2026-11-27T12:15"), at("2026-11-27T12:45"))


def test_a_move_that_is_refused_leaves_the_appointment(eye_test):
    booked(eye_test, "2026-11-27T15:00")
    appointment = booked(eye_test, "2026-11-27T12:00")

    with pytest.raises(SlotTaken):
        move(appointment, at("2026-11-27T15:15"))

    appointment.refresh_from_db()
    assert appointment.start == at("2026-11-27T12:00")
    assert appointment.quarters.count() == 2


def test_a_cancelled_appointment_cannot_be_moved(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00")
    cancel(appointment)

    with pytest.raises(UnknownAppointment):
        move(appointment, at("2026-11-28T10:00"))


def test_a_cancelled_appointment_is_not_found(eye_test):
    appointment = booked(eye_test, "2026-11-27T12:00", conversation="c1")

    cancel(appointment)

    assert of_conversation("c1") == []
    with pytest.raises(UnknownAppointment):
        find_by_number(appointment.number)
    with pytest.raises(UnknownAppointment):
        find_by_person("Jan de Vries", "0612345678")


def test_an_appointment_that_has_been_is_not_found(eye_test, monkeypatch):
    appointment = booked(eye_test, "2026-11-27T12:00")
    monkeypatch.setenv("BOT_NOW", "2026-11-27T12:00")

    with pytest.raises(UnknownAppointment):
        find_by_number(appointment.number)


@pytest.mark.parametrize(
    "typed", ["AF-7K3QX9", "af-7k3qx9", "af 7k3 qx9", "AF7K3QX9", "7k3qx9", "mijn nr is af-7k3qx9."]
)
def test_a_number_is_found_however_it_is_typed(eye_test, typed):
    appointment = booked(eye_test, "2026-11-27T12:00")
    Appointment.objects.update(number="AF-7K3QX9")

    assert find_by_number(typed) == appointment


@pytest.mark.parametrize(
    "typed", ["", "AF-", "AF-7K3QX", "AF-7K3QX99", "zeg hem maar af", "af 100234"]
)
def test_what_is_no_number_finds_nothing(eye_test, typed):
    booked(eye_test, "2026-11-27T12:00")
    Appointment.objects.update(number="AF-7K3QX9")

    with pytest.raises(UnknownAppointment):
        find_by_number(typed)


@pytest.mark.parametrize(
    ("name", "phone"),
    [
        ("Jan de Vries", "+31612345678"),
        ("jan de vries", "06-12345678"),
        ("de Vries", "0031 6 12345678"),
        ("Ján", "0612345678"),
    ],
)
def test_a_person_is_found_by_name_and_phone(eye_test, name, phone):
    appointment = booked(eye_test, "2026-11-27T12:00", name="Jan de Vries")

    assert find_by_person(name, phone) == appointment


@pytest.mark.parametrize(
    ("name", "phone"),
    [
        ("Piet de Vries", "0612345678"),
        ("de", "0612345678"),
        ("", "0612345678"),
        ("Jan de Vries", "0612345679"),
        ("Jan de Vries", ""),
    ],
)
def test_name_or_phone_alone_finds_nobody(eye_test, name, phone):
    booked(eye_test, "2026-11-27T12:00", name="Jan de Vries")

    with pytest.raises(UnknownAppointment):
        find_by_person(name, phone)


def test_a_conversation_finds_its_own_appointment(eye_test):
    booked(eye_test, "2026-11-27T12:00", conversation="other")
    own = booked(eye_test, "2026-11-27T13:00", conversation="c1")

    assert of_conversation("c1") == [own]


def test_no_conversation_finds_no_appointment(eye_test):
    booked(eye_test, "2026-11-27T12:00")

    assert of_conversation("") == []
