"""How often somebody may try to log in.

Counted per address and per account. Others can't lock an account for its owner: a browser on which
its owner logged in before has a count of its own, whatever happens elsewhere.
"""

import secrets
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from bot.chat.limits import address_of, count, for_address, forget

_COOKIE = "buur_bekend"
_SALT = "bot.review.known-browser"
_KEPT_SECONDS = 180 * 24 * 3600
_AT_MOST_ACCOUNTS = 10


class TooOften(Exception):
    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    @property
    def wait(self) -> str:
        """Say how long, as people do."""
        if self.seconds < 90:
            return "een minuut"
        return f"{-(-self.seconds // 60)} minuten"


def spend_try(request: HttpRequest, username: str) -> None:
    """Count a try; raise when there were too many."""
    address = address_of(request)
    _spend("login.address", address, for_address(address, settings.LOGIN_ADDRESS_LIMIT))
    if browser := _known_browser(request, username):
        _spend("login.browser", browser, settings.LOGIN_KNOWN_BROWSER_LIMIT)
    else:
        _spend("login.account", _account(username), settings.LOGIN_ACCOUNT_LIMIT)


def spend_code(user: User) -> None:
    _spend("login.code", str(user.pk), settings.LOGIN_CODE_LIMIT)


def forgive(request: HttpRequest, user: User) -> None:
    """Forget the tries before one that was right."""
    if browser := _known_browser(request, user.get_username()):
        forget("login.browser", browser, settings.LOGIN_KNOWN_BROWSER_LIMIT)
    forget("login.account", _account(user.get_username()), settings.LOGIN_ACCOUNT_LIMIT)
    forget("login.code", str(user.pk), settings.LOGIN_CODE_LIMIT)


def remember_browser(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    known = _read(request)
    accounts = [_account(user.get_username()), *known.get("accounts", [])]
    content = {
        "browser": known.get("browser") or secrets.token_urlsafe(12),
        "accounts": list(dict.fromkeys(accounts))[:_AT_MOST_ACCOUNTS],
    }
    response.set_cookie(
        _COOKIE,
        signing.dumps(content, salt=_SALT),
        max_age=_KEPT_SECONDS,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _spend(what: str, whose: str, limit: tuple[int, int]) -> None:
    wait = count(what, whose, limit)
    if wait is not None:
        raise TooOften(wait)


def _known_browser(request: HttpRequest, username: str) -> str:
    known, account = _read(request), _account(username)
    return f"{known['browser']}:{account}" if account in known.get("accounts", []) else ""


def _read(request: HttpRequest) -> dict[str, list[str] | str]:
    try:
        content = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_KEPT_SECONDS)
    except signing.BadSignature:
        return {}
    return content if isinstance(content, dict) else {}


def _account(username: str) -> str:
    """Return the name's mark: names of accounts that don't exist are counted as well."""
    return sha256(username.strip().casefold().encode()).hexdigest()[:16]
