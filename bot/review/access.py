"""Who comes in where: every view of the console stands behind one of these two."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from bot.chat.models import Conversation

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


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


def user_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
