"""Sessions that end: when nobody works in them, when they are old, when somebody says so.

A page that looks by itself every few seconds is nobody at work.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from bot.review.access import by_htmx
from bot.review.accounts import second_step
from bot.review.models import Account, ConsoleRules

CONSOLE = "/staf/"
BEGAN, SEEN = "session_began", "session_seen"
_WRITTEN_AT_MOST_EVERY_SECONDS = 60


class StaffSessions:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(CONSOLE) or not request.user.is_authenticated:
            return self.get_response(request)
        if _has_ended(request):
            logout(request)
        else:
            if _somebody_works(request):
                _mark_seen(request)
            if _lacks_second_step(request):
                return self._only_to_second_step(request)
        return self.get_response(request)

    def _only_to_second_step(self, request: HttpRequest) -> HttpResponse:
        """Let somebody who must use a code do nothing else before that is set up."""
        setup = reverse("review:second_step")
        if request.path_info in {setup, reverse("review:logout")}:
            return self.get_response(request)
        if by_htmx(request):
            return HttpResponse(status=204, headers={"HX-Redirect": setup})
        return redirect(setup)


def begin(request: HttpRequest) -> None:
    request.session[BEGAN] = request.session[SEEN] = time.time()


def end_all(user: User) -> None:
    """End every session that somebody has, on whatever machine."""
    Account.objects.update_or_create(user=user, defaults={"sessions_from": timezone.now()})


def connect() -> None:
    user_logged_in.connect(_on_login, dispatch_uid="staff-sessions")


def _on_login(sender: object, request: HttpRequest, **_: Any) -> None:
    begin(request)


def _has_ended(request: HttpRequest) -> bool:
    began, seen = request.session.get(BEGAN), request.session.get(SEEN)
    now = time.time()
    if began is None or seen is None:
        return True
    if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
        return True
    account = Account.objects.filter(user=request.user.pk).first()
    ends_before = account.sessions_from if account else None
    return ends_before is not None and began < ends_before.timestamp()


def _somebody_works(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"}:
        return True
    return not by_htmx(request) and request.headers.get("Sec-Fetch-Mode") in {None, "navigate"}


def _mark_seen(request: HttpRequest) -> None:
    now = time.time()
    if now - request.session[SEEN] > _WRITTEN_AT_MOST_EVERY_SECONDS:
        request.session[SEEN] = now


def _lacks_second_step(request: HttpRequest) -> bool:
    if request.session.get(second_step.PASSED) or not request.user.is_staff:
        return False
    return ConsoleRules.current().second_step_required and not second_step.is_on(request.user)
