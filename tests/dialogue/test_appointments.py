"""Appointments as people talk of them: two at once, one called off, one looked up bit by bit.

The clock stands at Tuesday 24 November 2026, 10:00.
"""

from tests.dialogue.conftest import Customer


def test_of_two_appointments_the_second_follows_on_the_same_day(customer: Customer) -> None:
    customer.say("ik wil een oogmeting en een hoortest, allebei op vrijdag 8 januari")
    customer.say("10 uur")
    customer.say("Mies Dekker, 06 22334455")
    booked = customer.say("ja")
    asked = customer.say("half 12")
    also = customer.say("ja")

    assert "oogmeting" in booked
    assert "hoortest" in booked
    assert "11:30" in asked
    assert "8 januari" in asked
    assert "hoortest" in also
    assert "af-" in also


def test_a_second_one_wished_halfway_waits_for_the_first(customer: Customer) -> None:
    customer.say("oogmeting woensdag 6 januari om 10 uur")
    noted = customer.say("ook een afspraak voor mijn man, hoortest, aansluitend")
    summed_up = customer.say("Jan Vos 06 12399999")

    assert "hoortest" in noted
    assert "oogmeting" in summed_up
    assert "hoortest" not in summed_up


def test_a_service_is_enough_to_call_its_appointment_off(customer: Customer) -> None:
    customer.say("oogmeting dinsdag 5 januari 12:00 Tess Bakker 0633445566")
    customer.say("ja")

    asked = customer.say("zeg de oogmeting maar af")
    done = customer.say("ja")

    assert "5 januari" in asked
    assert "5 januari" in done
    assert "geen afspraak" not in done
    assert "af-" not in customer.say("wanneer is mijn afspraak?")


def test_moving_instead_of_cancelling(customer: Customer) -> None:
    customer.say("oogmeting dinsdag 12 januari 12:00 Tess Bakker 0633445566")
    customer.say("ja")
    customer.say("ik wil mijn afspraak afzeggen")
    customer.say("nee liever verzetten")

    asked = customer.say("woensdag 13 januari 10 uur")

    assert "12 januari" in asked
    assert "13 januari" in asked


def test_after_all(customer: Customer) -> None:
    customer.say("ik wil een oogmeting")
    customer.say("laat maar")

    again = customer.say("toch wel")

    assert "oogmeting" in again
    assert customer.last[-1]["buttons"]


def test_an_appointment_is_looked_up_bit_by_bit(
    customer: Customer, other_customer: Customer
) -> None:
    other_customer.say("hoortest woensdag 20 januari 11:00 Petra Smit 06 12312312")
    other_customer.say("ja")

    customer.say("ik wil weten wanneer mijn afspraak is")
    lost = customer.say("weet het nummer niet")
    halfway = customer.say("op naam van Petra Smit")
    found = customer.say("0612312312")

    assert "naam" in lost
    assert "telefoonnummer" in halfway
    assert "20 januari" in found


def test_from_an_hour_on_is_a_choice_and_no_moment(customer: Customer) -> None:
    customer.say("kan ik een oogmeting na vijven vrijdag 15 januari")
    offered = [button["title"].rpartition(" ")[2] for button in customer.last[-1]["buttons"]]

    customer.say("de tweede")
    summed_up = customer.say("Ans Smit 0612345321")

    assert all("17:00" <= time <= "20:00" for time in offered)
    assert offered[1] in summed_up


def test_what_is_wrong_tells_what_the_appointment_is_for(customer: Customer) -> None:
    asked = customer.say("ik wil een afspraak maken voor mijn moeder, zij hoort slecht")

    assert "hoortest" in asked


def test_a_day_without_an_appointment_is_a_wish_to_come(customer: Customer) -> None:
    customer.say("ik hoor steeds slechter")

    asked = customer.say("kan dat volgende week?")

    assert "hoortest" in asked
    assert "af" not in asked.split()


def test_who_asks_in_vain_twice_can_have_a_person(customer: Customer) -> None:
    customer.say("ik wil een oogmeting")
    first = customer.say("zondag om 12 uur")
    second = customer.say("nee, zondag om 12 uur")
    customer.choose("Praat met een medewerker")

    assert "medewerker" not in first
    assert "medewerker" in second
    assert customer.state == "waiting"


def test_a_moment_that_is_free_counts_as_a_new_beginning(customer: Customer) -> None:
    customer.say("ik wil een oogmeting")
    customer.say("zondag om 12 uur")
    customer.say("woensdag 20 januari om 10 uur")

    again = customer.say("toch liever zondag om 12 uur")

    assert "medewerker" not in again
