"""Who may come in, and who may answer."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, said, state_of, talk

STEPS = ["antwoord/", "overnemen/", "teruggeven/", "afsluiten/", "typt/"]


@pytest.mark.django_db
@pytest.mark.parametrize("step", [None, "", "nieuw/", *STEPS])
def test_who_is_not_logged_in_sees_a_login_page(step: str | None) -> None:
    path = "/staf/" if step is None else address(talk("hallo"), step)

    response = Client().post(path) if step in STEPS else Client().get(path)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/staf/inloggen/?next=/staf/")


@pytest.mark.django_db
def test_an_account_that_is_not_of_the_staff_stays_outside() -> None:
    User.objects.create_user("klant", password="bril-en-oor-9")
    client = Client()

    refused = client.post("/staf/inloggen/", {"username": "klant", "password": "bril-en-oor-9"})
    client.force_login(User.objects.get(username="klant"))
    inbox = client.get("/staf/")

    assert "horen niet bij elkaar" in refused.content.decode()
    assert inbox.headers["Location"].startswith("/staf/inloggen/")


def test_staff_log_in_and_go_on_where_they_were_going(logs_in: LogsIn) -> None:
    logs_in("Erik")
    conversation = talk("hallo")

    response = Client().post(
        "/staf/inloggen/",
        {"username": "erik", "password": "bril-en-oor-9", "next": address(conversation)},
    )

    assert response.headers["Location"] == address(conversation)


@pytest.mark.parametrize("step", STEPS)
def test_a_reader_reads_but_cannot_step_in(logs_in: LogsIn, step: str) -> None:
    noor = logs_in("Noor", may_answer=False)
    conversation = talk("mag ik iemand spreken?")

    refused = noor.post(address(conversation, step), {"text": "Hoi"})
    page = noor.get(address(conversation)).content.decode()

    assert refused.status_code == 403
    assert "Dat mag je niet" in refused.content.decode()
    assert state_of(conversation) == "bot"
    assert len(said(conversation)) == 1
    assert "mag ik iemand spreken?" in page
    assert "<textarea" not in page
    assert "Neem over" not in page


@pytest.mark.parametrize("step", STEPS)
def test_a_link_does_not_step_in(erik: Client, step: str) -> None:
    assert erik.get(address(talk("hallo"), step)).status_code == 405


def test_no_page_allows_scripts_or_styles_of_its_own(erik: Client) -> None:
    conversation = talk("hallo")

    for path in ("/staf/", "/staf/inloggen/", address(conversation)):
        response = erik.get(path)
        page = response.content.decode()

        policy = response.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "script-src 'self'; style-src 'self'" in policy
        assert "<style" not in page
        assert " style=" not in page
        assert "no-store" in response.headers["Cache-Control"] or path == "/staf/inloggen/"


def test_a_page_that_looks_by_itself_after_a_logout_goes_to_the_login_page(erik: Client) -> None:
    conversation = talk("hallo")
    erik.post("/staf/uitloggen/")

    response = erik.get(address(conversation, "nieuw/"), headers={"HX-Request": "true"})

    assert response.status_code == 204
    assert response.headers["HX-Refresh"] == "true"


def test_the_shop_s_facts_are_still_there(admin_client: Client) -> None:
    assert admin_client.get("/staf/winkel/").status_code == 200
