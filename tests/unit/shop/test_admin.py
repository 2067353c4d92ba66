import pytest
from django.urls import reverse, reverse_lazy

from bot.shop.models import Appointment, AppointmentState, Shop
from tests.unit.shop.factories import at, booked

ADD = reverse_lazy("admin:shop_appointment_add")


def form(service, day, clock):
    return {
        "service": service.pk,
        "start_0": day,
        "start_1": clock,
        "name": "Anna Bos",
        "phone": "0687654321",
        "email": "",
    }


@pytest.mark.parametrize(
    "model",
    [
        *("shop", "openinginterval", "openingexception", "service"),
        *("product", "order", "appointment", "staffmessage"),
    ],
)
def test_every_list_and_form_opens_in_dutch(eye_test, admin_client, model):
    booked(eye_test, "2026-11-27T12:00")

    page = admin_client.get(reverse(f"admin:shop_{model}_changelist"))
    search = admin_client.get(reverse(f"admin:shop_{model}_changelist"), {"q": "a"})

    assert page.status_code == search.status_code == 200
    assert "Winkel" in page.content.decode()


def test_staff_book_an_appointment(eye_test, admin_client):
    admin_client.post(ADD, form(eye_test, "2026-11-27", "12:00"))

    appointment = Appointment.objects.get()
    assert appointment.start == at("2026-11-27T12:00")
    assert appointment.number.startswith("AF-")
    assert appointment.quarters.count() == 2


def test_staff_cannot_book_over_an_appointment(eye_test, admin_client):
    booked(eye_test, "2026-11-27T12:00")

    page = admin_client.post(ADD, form(eye_test, "2026-11-27", "12:15"))

    assert "Op dit moment komt er al iemand anders." in page.content.decode()
    assert Appointment.objects.count() == 1


def test_staff_who_lose_the_race_are_told(eye_test, admin_client, monkeypatch):
    booked(eye_test, "2026-11-27T12:00")
    monkeypatch.setattr("bot.shop.appointments.check_slot", lambda *_, **__: None)

    page = admin_client.post(ADD, form(eye_test, "2026-11-27", "12:15"), follow=True)

    assert "Op dit moment komt er al iemand anders." in page.content.decode()
    assert Appointment.objects.count() == 1


def test_staff_move_an_appointment(eye_test, admin_client):
    appointment = booked(eye_test, "2026-11-27T12:00")

    admin_client.post(
        reverse("admin:shop_appointment_change", args=[appointment.pk]),
        form(eye_test, "2026-11-27", "12:15"),
    )

    appointment.refresh_from_db()
    assert (appointment.start, appointment.end) == (at("2026-11-27T12:15"), at("2026-11-27T12:45"))
    assert appointment.name == "Anna Bos"
    assert appointment.quarters.count() == 2


def test_staff_correct_a_name_without_moving(eye_test, admin_client, monkeypatch):
    appointment = booked(eye_test, "2026-11-27T12:00")
    monkeypatch.setenv("BOT_NOW", "2026-11-27T12:10")

    admin_client.post(
        reverse("admin:shop_appointment_change", args=[appointment.pk]),
        form(eye_test, "2026-11-27", "12:00"),
    )

    appointment.refresh_from_db()
    assert (appointment.name, appointment.start) == ("Anna Bos", at("2026-11-27T12:00"))


def test_staff_cancel_appointments(eye_test, admin_client):
    appointment = booked(eye_test, "2026-11-27T12:00")

    admin_client.post(
        reverse("admin:shop_appointment_changelist"),
        {"action": "cancel", "_selected_action": [appointment.pk]},
    )

    appointment.refresh_from_db()
    assert appointment.state == AppointmentState.CANCELLED
    assert appointment.quarters.count() == 0


def test_lists_of_texts_are_edited_one_on_a_line(shop, admin_client):
    page = admin_client.get(reverse("admin:shop_shop_change", args=[shop.pk])).content.decode()

    assert "Noor\nSam</textarea>" in page


def test_the_shop_can_be_saved_as_it_stands(shop, admin_client):
    url = reverse("admin:shop_shop_change", args=[shop.pk])
    page = admin_client.get(url)
    rules = page.context["inline_admin_formsets"][0].formset
    forms = [page.context["adminform"].form, rules.management_form, *rules.forms]
    # What a browser would send back: each field as it is shown, an unticked box not at all.
    data = {
        bound.html_name: bound.value()
        for each in forms
        for bound in each
        if bound.value() is not None and bound.value() is not False
    }

    response = admin_client.post(url, {**data, "colleagues": "Noor\n\nBo"})

    assert response.status_code == 302
    assert Shop.current().colleagues == ["Noor", "Bo"]
    assert Shop.current().rules.payment == shop.rules.payment


def test_there_is_one_shop_and_it_stays(shop, admin_client):
    assert admin_client.get(reverse("admin:shop_shop_add")).status_code == 403
    assert admin_client.get(reverse("admin:shop_shop_delete", args=[shop.pk])).status_code == 403
