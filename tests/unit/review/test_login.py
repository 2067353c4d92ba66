"""Coming in, and how often one may try."""

import re
import time
from typing import Any

import pytest
from django.conf import settings as dj_settings
from django.contrib.auth.models import User
from django.test import Client

from bot.chat import limits
from bot.review.accounts import second_step, sessions
from bot.review.models import AuditEntry, ConsoleRules
from bot.review.rights import OWNERS
from tests.unit.review.accounts import (
    PASSWORD,
    code_of,
    logged_in,
    logs_in_with_password,
    somebody,
)


@pytest.fixture
def noor(logs_in) -> User:
    return somebody("Noor", OWNERS)


def is_in(client: Client) -> bool:
    return client.get("/staf/").status_code == 200


def page_of(response: Any) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def test_the_login_page_says_the_same_whoever_does_not_get_in(noor: User) -> None:
    User.objects.create_user("klant", password=PASSWORD)
    somebody("Weg", is_active=False)

    pages = {
        page_of(logs_in_with_password(Client(), name, password)).replace(name, "NAME")
        for name, password in [
            ("noor", "verkeerd"),
            ("niemand", "verkeerd"),
            ("klant", PASSWORD),
            ("weg", PASSWORD),
        ]
    }

    assert len(pages) == 1
    assert "Deze inlognaam en dit wachtwoord horen niet bij elkaar." in pages.pop()


def test_after_too_many_tries_one_waits_and_hears_how_long(noor: User, settings: Any) -> None:
    settings.LOGIN_ACCOUNT_LIMIT = (3, 900)
    client = Client()
    for _ in range(3):
        logs_in_with_password(client, "noor", "verkeerd")

    refused = logs_in_with_password(client, "noor")

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert "te veel pogingen. Probeer het over 15 minuten nog eens" in refused.content.decode()
    assert not is_in(client)


def test_names_that_nobody_has_are_counted_as_well(noor: User, settings: Any) -> None:
    settings.LOGIN_ACCOUNT_LIMIT = (3, 900)

    tries = [logs_in_with_password(Client(), "niemand", "x").status_code for _ in range(4)]

    assert tries == [200, 200, 200, 429]


def test_others_cannot_lock_somebody_out_of_their_own_browser(noor: User, settings: Any) -> None:
    settings.LOGIN_ACCOUNT_LIMIT = (3, 900)
    own = Client()
    logs_in_with_password(own, "noor")
    own.post("/staf/uitloggen/")
    for _ in range(4):
        logs_in_with_password(Client(), "noor", "verkeerd")

    elsewhere = logs_in_with_password(Client(), "noor")
    here = logs_in_with_password(own, "NOOR ".strip().lower())

    assert elsewhere.status_code == 429
    assert here.status_code == 302
    assert is_in(own)


def test_a_known_browser_may_not_try_without_end(noor: User, settings: Any) -> None:
    settings.LOGIN_KNOWN_BROWSER_LIMIT = (3, 900)
    own = Client()
    logs_in_with_password(own, "noor")
    own.post("/staf/uitloggen/")

    tries = [logs_in_with_password(own, "noor", "verkeerd").status_code for _ in range(4)]

    assert tries == [200, 200, 200, 429]


def test_one_address_may_not_try_one_name_after_another(noor: User, settings: Any) -> None:
    settings.LOGIN_ADDRESS_LIMIT = (3, 900)
    settings.CHAT_LOOPBACK_FACTOR = 1

    tries = [logs_in_with_password(Client(), f"naam{n}", "x").status_code for n in range(4)]

    assert tries == [200, 200, 200, 429]


def test_the_tries_before_the_right_one_are_forgotten(noor: User, settings: Any) -> None:
    settings.LOGIN_ACCOUNT_LIMIT = (3, 900)
    for _ in range(2):
        for _ in range(2):
            logs_in_with_password(Client(), "noor", "verkeerd")
        right = logs_in_with_password(Client(), "noor")

    assert right.status_code == 302


def test_the_back_office_has_no_login_of_its_own(noor: User) -> None:
    client = Client()

    asked = client.get("/staf/winkel/login/?next=/staf/winkel/shop/order/")
    client.post("/staf/winkel/login/", {"username": "noor", "password": PASSWORD})

    assert asked.headers["Location"] == "/staf/inloggen/?next=/staf/winkel/shop/order/"
    assert not is_in(client)


def test_logging_in_gives_the_session_another_key(noor: User) -> None:
    client = Client()
    client.get("/staf/inloggen/")
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies[dj_settings.SESSION_COOKIE_NAME] = session.session_key or ""

    logs_in_with_password(client, "noor")

    assert client.session.session_key != session.session_key


def test_the_cookies_go_to_the_console_only_and_no_script_reads_the_session(noor: User) -> None:
    response = logs_in_with_password(Client(), "noor")

    for name in ("sessionid", "buur_bekend"):
        cookie = response.cookies[name]
        assert (cookie["path"], cookie["samesite"]) == ("/staf/", "Lax")
        assert cookie["httponly"]
    assert not Client().get("/").cookies


def test_a_session_ends_when_nobody_works_in_it(noor: User, monkeypatch: Any) -> None:
    client = logged_in(noor)
    begun = time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: begun + 7 * 3600)
    # A page that looks by itself is nobody at work.
    client.get("/staf/", headers={"HX-Request": "true"})
    client.get("/staf/", headers={"Sec-Fetch-Mode": "cors"})
    monkeypatch.setattr(sessions.time, "time", lambda: begun + 8 * 3600 + 60)

    assert not is_in(client)


def test_a_session_goes_on_while_somebody_works_but_never_for_weeks(
    noor: User, monkeypatch: Any
) -> None:
    client = logged_in(noor)
    begun = time.time()
    hours = range(6, 7 * 24, 6)
    for hour in hours:
        monkeypatch.setattr(sessions.time, "time", lambda hour=hour: begun + hour * 3600)
        assert is_in(client)

    monkeypatch.setattr(sessions.time, "time", lambda: begun + 7 * 24 * 3600 + 60)

    assert not is_in(client)


def test_logging_out_elsewhere_leaves_only_this_one(noor: User) -> None:
    here, elsewhere = logged_in(noor), logged_in(noor)

    here.post("/staf/accounts/ik/elders-uitloggen/")

    assert is_in(here)
    assert not is_in(elsewhere)


def test_another_password_ends_the_other_sessions(noor: User) -> None:
    here, elsewhere = logged_in(noor), logged_in(noor)
    new = "vier-losse-woorden-hier"

    wrong = here.post(
        "/staf/accounts/ik/wachtwoord/",
        {"old_password": "verkeerd", "new_password1": new, "new_password2": new},
    )
    here.post(
        "/staf/accounts/ik/wachtwoord/",
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
    )

    assert "Dat is niet het wachtwoord dat je nu hebt." in wrong.content.decode()
    assert is_in(here)
    assert not is_in(elsewhere)
    assert logs_in_with_password(Client(), "noor", new).status_code == 302


@pytest.fixture
def with_code(noor: User) -> tuple[User, Any, list[str]]:
    device = second_step.begin(noor)
    codes = second_step.confirm(noor, code_of(device))
    assert codes
    device.refresh_from_db()
    limits.limiter_on.cache_clear()
    return noor, device, codes


def test_a_password_alone_is_not_enough_with_a_code(with_code: Any) -> None:
    _, device, _ = with_code
    client = Client()

    halfway = logs_in_with_password(client, "noor")
    was_in = is_in(client)
    wrong = client.post("/staf/inloggen/code/", {"code": "000000"})
    right = client.post("/staf/inloggen/code/", {"code": code_of(device, later=1)})

    assert halfway.headers["Location"] == "/staf/inloggen/code/"
    assert not was_in
    assert "Deze code klopt niet" in wrong.content.decode()
    assert right.headers["Location"] == "/staf/"
    assert is_in(client)


def test_a_code_works_once(with_code: Any) -> None:
    _, device, _ = with_code
    code = code_of(device, later=1)
    first, second = Client(), Client()
    for client in (first, second):
        logs_in_with_password(client, "noor")
        client.post("/staf/inloggen/code/", {"code": code})

    assert is_in(first)
    assert not is_in(second)


def test_a_recovery_code_works_once_too(with_code: Any) -> None:
    _, _, codes = with_code
    first, second = Client(), Client()
    for client in (first, second):
        logs_in_with_password(client, "noor")
        client.post("/staf/inloggen/code/", {"code": codes[3].upper()})

    assert is_in(first)
    assert not is_in(second)
    assert "nog 9 herstelcodes" in first.get("/staf/accounts/ik/").content.decode()


def test_codes_cannot_be_guessed_without_end(with_code: Any, settings: Any) -> None:
    _, device, _ = with_code
    settings.LOGIN_CODE_LIMIT = (3, 900)
    client = Client()
    logs_in_with_password(client, "noor")

    tries = [client.post("/staf/inloggen/code/", {"code": "000000"}).status_code for _ in range(4)]
    right = client.post("/staf/inloggen/code/", {"code": code_of(device, later=1)})

    assert tries == [200, 200, 200, 429]
    assert right.status_code == 429


def test_without_the_password_there_is_no_page_for_a_code(with_code: Any) -> None:
    _, device, _ = with_code

    response = Client().post("/staf/inloggen/code/", {"code": code_of(device, later=1)})

    assert response.headers["Location"] == "/staf/inloggen/"


def test_who_must_use_a_code_can_do_nothing_before_it_is_set_up(noor: User) -> None:
    ConsoleRules.current()
    ConsoleRules.objects.update(second_step_required=True)
    client = logged_in(noor)

    sent = client.get("/staf/")
    polls = client.get("/staf/", headers={"HX-Request": "true"})
    page = client.get(sent.headers["Location"]).content.decode()
    device = second_step.begin(noor)
    done = client.post(sent.headers["Location"], {"code": code_of(device)}).content.decode()

    assert sent.headers["Location"] == "/staf/accounts/ik/tweede-stap/"
    assert polls.headers["HX-Redirect"] == "/staf/accounts/ik/tweede-stap/"
    assert "<svg" in page
    assert " style=" not in page
    assert len(re.findall(r"<code>[a-z0-9]{5}-[a-z0-9]{5}</code>", done)) == 10
    assert is_in(client)


def test_what_somebody_does_with_logins_is_in_the_log_without_a_secret(with_code: Any) -> None:
    _, device, codes = with_code
    client = Client()
    logs_in_with_password(client, "noor")
    client.post("/staf/inloggen/code/", {"code": code_of(device, later=1)})

    entries = list(AuditEntry.objects.values_list("name", "action", "details"))

    assert ("noor", "account.logged_in", {}) in entries
    assert not [each for each in entries if codes[0] in str(each) or PASSWORD in str(each)]
