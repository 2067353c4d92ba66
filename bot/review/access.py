"""Who comes in where: every view of the console stands behind one of these three."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from bot.chat.models import Conversation
from bot.chat.pool import in_pool

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Line = Callable[Concatenate[HttpRequest, User, P], Awaitable[HttpResponseBase]]


def for_staff(view: View[P]) -> View[P]:
    guarded = staff_member_required(view, login_url="review:login")

    @wraps(view)
    def seen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if by_htmx(request) and not (request.user.is_active and request.user.is_staff):
            # Else the login page would end up in the middle of this one.
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})
        try:
            return guarded(request, *args, **kwargs)
        except Conversation.DoesNotExist as erased:
            raise Http404 from erased

    return never_cache(seen)


def for_who_may(right: str) -> Callable[[View[P]], View[P]]:
    """Let in who has this right, of `bot.review.rights`; the others hear that it is not theirs."""

    def guard(view: View[P]) -> View[P]:
        return for_staff(permission_required(right, raise_exception=True)(view))

    return guard


def for_listening_staff(
    view: Line[P],
) -> Callable[Concatenate[HttpRequest, P], Coroutine[Any, Any, HttpResponseBase]]:
    """Guard a line that stays open: async, and without a login page, which it could not show."""

    @wraps(view)
    async def heard(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        user = await request.auser()
        if not (isinstance(user, User) and user.is_active and user.is_staff):
            return HttpResponse(status=401)
        return await view(request, user, *args, **kwargs)

    return never_cache(heard)


def still_in(request: HttpRequest, user: User) -> Callable[[], Awaitable[bool]]:
    """Return what tells whether who began to listen has not logged out or lost the account."""
    store, key = type(request.session), request.session.session_key

    def is_in() -> bool:
        logged_in = store(key).get(SESSION_KEY) == str(user.pk)
        return logged_in and User.objects.filter(pk=user.pk, is_active=True, is_staff=True).exists()

    return in_pool(is_in)


def user_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
