"""Who may do what in the shop, and who decides that."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from bot.review.accounts import people, second_step
from bot.review.models import AuditEntry
from bot.review.rights import OWNERS, READERS, STAFF
from tests.unit.review.accounts import code_of, logged_in, logs_in_with_password, somebody
from tests.unit.review.talks import address, talk

NEW_PASSWORD = "vier-losse-woorden-hier"


@pytest.fixture
def olga(logs_in) -> Client:
    return logged_in(somebody("Olga", OWNERS))


def filled(name: str, role: str, **more: str) -> dict[str, str]:
    return {"first_name": name, "username": name.lower(), "email": "", "role": role, **more}


def link_in(response: Any) -> str:
    found = re.search(r'value="http://testserver(/staf/welkom/[^"]+)"', response.content.decode())
    assert found
    return found[1]


def chooses_password(client: Client, link: str) -> Any:
    form = client.get(link, follow=True).redirect_chain[-1][0]
    return client.post(form, {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})


def test_who_is_invited_chooses_a_password_by_a_link_that_works_once(olga: Client) -> None:
    link = link_in(olga.post("/staf/accounts/nieuw/", filled("Sam", STAFF)))
    sam = Client()

    chooses_password(sam, link)
    again = Client().get(link, follow=True).content.decode()
    logs_in_with_password(sam, "sam", NEW_PASSWORD)

    assert "Deze link werkt niet meer" in again
    assert sam.get("/staf/").status_code == 200
    assert sam.get("/staf/accounts/").status_code == 403
    assert people.role_of(User.objects.get(username="sam")) == STAFF


def test_a_link_is_worth_nothing_when_the_account_is_switched_off(olga: Client) -> None:
    link = link_in(olga.post("/staf/accounts/nieuw/", filled("Sam", STAFF)))
    olga.post(f"/staf/accounts/{User.objects.get(username='sam').pk}/uit/")

    assert "Deze link werkt niet meer" in Client().get(link, follow=True).content.decode()


def test_a_new_link_lets_somebody_choose_another_password_and_ends_old_sessions(
    olga: Client,
) -> None:
    sam = somebody("Sam")
    elsewhere = logged_in(sam)

    chooses_password(Client(), link_in(olga.post(f"/staf/accounts/{sam.pk}/link/")))

    assert elsewhere.get("/staf/").status_code == 302
    assert logs_in_with_password(Client(), "sam", NEW_PASSWORD).status_code == 302


def test_a_weak_password_is_refused(olga: Client) -> None:
    link = link_in(olga.post("/staf/accounts/nieuw/", filled("Sam", STAFF)))
    sam = Client()
    form = sam.get(link, follow=True).redirect_chain[-1][0]

    refused = sam.post(form, {"new_password1": "kort", "new_password2": "kort"})

    assert "errorlist" in refused.content.decode()
    assert not User.objects.get(username="sam").has_usable_password()


def test_another_role_counts_at_once(olga: Client) -> None:
    sam = somebody("Sam")
    his, conversation = logged_in(sam), talk("hallo")

    olga.post(f"/staf/accounts/{sam.pk}/", filled("Sam", READERS))
    as_reader = his.post(address(conversation, "antwoord/"), {"text": "Hoi"}).status_code
    olga.post(f"/staf/accounts/{sam.pk}/", filled("Sam", OWNERS))

    assert as_reader == 403
    assert his.get("/staf/accounts/").status_code == 200
    assert (
        AuditEntry.objects.get(
            action="account.role_changed", subject="sam", details__role=READERS
        ).name
        == "olga"
    )


def test_switching_off_ends_what_somebody_was_doing_for_good(olga: Client) -> None:
    sam = somebody("Sam")
    his = logged_in(sam)
    assert his.get("/staf/").status_code == 200

    olga.post(f"/staf/accounts/{sam.pk}/uit/")
    off = his.get("/staf/").status_code
    olga.post(f"/staf/accounts/{sam.pk}/aan/")

    assert off == 302
    assert his.get("/staf/").status_code == 302
    assert logs_in_with_password(Client(), "sam").status_code == 302


@pytest.mark.parametrize("deed", ["uit/", ""])
def test_the_last_owner_stays_owner(olga: Client, deed: str) -> None:
    owner = User.objects.get(username="olga")
    somebody("Weg", OWNERS, is_active=False)

    told = olga.post(f"/staf/accounts/{owner.pk}/{deed}", filled("Olga", STAFF), follow=True)

    assert "Dit is de laatste eigenaar" in told.content.decode()
    owner.refresh_from_db()
    assert owner.is_active
    assert people.role_of(owner) == OWNERS


def test_a_superuser_counts_as_an_owner_and_can_become_something_else(olga: Client) -> None:
    first = User.objects.create_superuser("first", password="x", first_name="First")

    page = olga.get("/staf/accounts/").content.decode()
    olga.post(f"/staf/accounts/{first.pk}/", filled("First", READERS))

    assert page.count("<span>Eigenaars</span>") == 2
    first.refresh_from_db()
    assert not first.is_superuser
    assert logged_in(first).get("/staf/accounts/").status_code == 403


def test_a_name_that_somebody_has_is_refused_whatever_its_capitals(olga: Client) -> None:
    somebody("Sam")

    refused = olga.post("/staf/accounts/nieuw/", filled("Anders", STAFF, username="SAM"))

    assert "Deze inlognaam is al van iemand." in refused.content.decode()
    assert User.objects.count() == 2


def test_who_lost_the_phone_gets_in_when_an_owner_switches_the_code_off(olga: Client) -> None:
    sam = somebody("Sam")
    second_step.confirm(sam, code_of(second_step.begin(sam)))
    asked = logs_in_with_password(Client(), "sam").headers["Location"]

    olga.post(f"/staf/accounts/{sam.pk}/tweede-stap-uit/")

    assert asked == "/staf/inloggen/code/"
    assert logs_in_with_password(Client(), "sam").headers["Location"] == "/staf/"


def test_an_account_is_removed_only_when_it_is_off_and_its_name_stays_in_the_log(
    olga: Client,
) -> None:
    sam = somebody("Sam")
    logs_in_with_password(Client(), "sam")

    olga.post(f"/staf/accounts/{sam.pk}/weg/")
    still = User.objects.filter(pk=sam.pk).exists()
    olga.post(f"/staf/accounts/{sam.pk}/uit/")
    olga.post(f"/staf/accounts/{sam.pk}/weg/")

    assert still
    assert not User.objects.filter(pk=sam.pk).exists()
    assert AuditEntry.objects.get(action="account.logged_in").name == "sam"


def test_somebody_changes_the_name_that_customers_see(logs_in) -> None:
    sam = somebody("Sam")
    his, conversation = logged_in(sam), talk("hallo")

    his.post("/staf/accounts/ik/", {"first_name": "Samuel", "email": ""})
    his.post(address(conversation, "antwoord/"), {"text": "Hoi"})

    assert conversation.messages.last().name == "Samuel"  # type: ignore[union-attr]


def test_a_page_of_ones_own_says_what_one_may(logs_in) -> None:
    page = logged_in(somebody("Sam", READERS)).get("/staf/accounts/ik/").content.decode()

    assert "Je rol is <strong>Lezers</strong>: meelezen" in page
    assert "/staf/logboek/" not in page
