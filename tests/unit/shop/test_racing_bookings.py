from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from bot.shop.appointments import SlotTaken, book, move
from bot.shop.models import Appointment, TakenQuarter
from tests.unit.shop.factories import at, booked

pytestmark = pytest.mark.django_db(transaction=True)


def in_parallel(*tasks):
    """Run each task in a thread with a database connection of its own, all from one moment."""
    start_line = Barrier(len(tasks))

    def run(task):
        try:
            start_line.wait(timeout=5)
            task()
        except SlotTaken:
            return "taken"
        finally:
            connections.close_all()
        return "booked"

    with ThreadPoolExecutor(len(tasks)) as pool:
        return sorted(pool.map(run, tasks))


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_customers_who_want_the_same_time_one_gets_it(eye_test, attempt):
    # In memory, SQLite's connections would share one lock.
    assert "mode=memory" not in str(connection.settings_dict["NAME"])

    outcomes = in_parallel(
        lambda: book(eye_test, at("2026-11-27T12:00"), "Jan", "0612345678"),
        lambda: book(eye_test, at("2026-11-27T12:00"), "Anna", "0687654321"),
    )

    assert outcomes == ["booked", "taken"]
    assert Appointment.objects.count() == 1
    assert TakenQuarter.objects.count() == 2


def test_of_many_overlapping_bookings_one_gets_through(eye_test, hearing_test):
    outcomes = in_parallel(
        *(
            lambda service=service, start=start: book(service, at(start), "Jan", "0612345678")
            for service, start in [
                (eye_test, "2026-11-27T12:15"),
                (hearing_test, "2026-11-27T12:00"),
                (hearing_test, "2026-11-27T11:45"),
                (eye_test, "2026-11-27T12:15"),
            ]
        )
    )

    assert outcomes == ["booked", "taken", "taken", "taken"]


def test_a_move_and_a_booking_do_not_share_a_time(eye_test):
    appointment = booked(eye_test, "2026-11-28T10:00")

    outcomes = in_parallel(
        lambda: move(appointment, at("2026-11-27T12:00")),
        lambda: book(eye_test, at("2026-11-27T12:15"), "Anna", "0687654321"),
    )

    assert outcomes == ["booked", "taken"]
