"""The console's pages. Each works without HTMX too; with it, only what changed moves."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from uuid import UUID

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bot.chat.models import Conversation
from bot.review import stepping_in
from bot.review.forms import AnswerForm
from bot.review.inbox import Wish, conversations, filters, number_waiting, periods
from bot.review.reading import Reading, read
from bot.review.stepping_in import MAY_ANSWER, HeldBySomebodyElse

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

_ON_ONE_PAGE = 25
# HTMX stops asking when it hears this.
_STOP_POLLING = 286


def for_staff(view: View[P]) -> View[P]:
    guarded = staff_member_required(view, login_url="review:login")

    @wraps(view)
    def seen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if _by_htmx(request) and not (request.user.is_active and request.user.is_staff):
            # Else the login page would end up in the middle of this one.
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})
        return guarded(request, *args, **kwargs)

    return never_cache(seen)


def for_who_may_answer(view: View[P]) -> View[P]:
    permitted = require_POST(permission_required(MAY_ANSWER, raise_exception=True)(view))

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return permitted(request, *args, **kwargs)
        except Conversation.DoesNotExist as erased:
            raise Http404 from erased

    return for_staff(guarded)


@for_staff
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    wish = Wish.of(request.GET)
    page = Paginator(conversations(wish), _ON_ONE_PAGE).get_page(request.GET.get("pagina"))
    context: dict[str, Any] = {
        "wish": wish,
        "filters": list(filters(wish)),
        "periods": list(periods(wish)),
        "page": page,
        "waiting": number_waiting(),
        "here": f"{wish.address}&pagina={page.number}",
    }
    # A list that stays as it was is left alone: somebody may be reading or selecting in it.
    seen = hashlib.sha256(render_to_string("review/inbox_list.html", context).encode()).hexdigest()[
        :16
    ]
    context["seen"] = seen
    if _by_htmx(request):
        if request.GET.get("gezien") == seen:
            return HttpResponse(status=204)
        return render(request, "review/inbox_list.html", context)
    return render(request, "review/inbox.html", context)


@for_staff
@require_safe
def conversation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _page(request, _find(public_id))


@for_staff
@require_safe
def news(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was said or changed since the page last looked."""
    found = Conversation.objects.filter(public_id=public_id).first()
    if found is None:
        return render(request, "review/erased.html", status=_STOP_POLLING)
    reading = read(found, _after(request))
    if not reading.messages and reading.mark == request.GET.get("stand"):
        return HttpResponse(status=204)
    return render(request, "review/news.html", _context(request, reading))


@for_who_may_answer
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = _find(public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _moved(request, found, form=form)
    try:
        stepping_in.answer(found, _user(request), form.cleaned_data["text"], _is_sure(request))
    except HeldBySomebodyElse as held:
        return _moved(request, found, form=form, asks_before_answering=held.holder)
    return _done(request, found, form=AnswerForm())


@for_who_may_answer
def take_over(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = _find(public_id)
    try:
        stepping_in.take_over(found, _user(request), _is_sure(request))
    except HeldBySomebodyElse as held:
        return _moved(request, found, asks_before_taking=held.holder)
    return _done(request, found)


@for_who_may_answer
def hand_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = _find(public_id)
    stepping_in.hand_back(found, _user(request))
    return _done(request, found)


@for_who_may_answer
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = _find(public_id)
    stepping_in.close(found, _user(request))
    return _done(request, found)


@for_who_may_answer
def typing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    stepping_in.type_to(_find(public_id), _user(request))
    return HttpResponse(status=204)


def _done(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if _by_htmx(request):
        return _moved(request, found, **more)
    return redirect("review:conversation", found.public_id)


def _moved(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if not _by_htmx(request):
        return _page(request, found, **more)
    context = _context(request, read(found, _after(request))) | more
    return render(request, "review/news.html", context)


def _page(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    context = {"form": AnswerForm()} | _context(request, read(found, 0)) | more
    return render(request, "review/conversation.html", context)


def _context(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    holder = reading.holder
    return {
        "reading": reading,
        "conversation": reading.conversation,
        "may_answer": _user(request).has_perm(MAY_ANSWER),
        "is_mine": holder is not None and holder.user_id == request.user.pk,
    }


def _find(public_id: UUID) -> Conversation:
    return get_object_or_404(Conversation.objects.select_related("previous"), public_id=public_id)


def _after(request: HttpRequest) -> int:
    last = (request.POST or request.GET).get("na", "")
    return int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def _is_sure(request: HttpRequest) -> bool:
    return request.POST.get("zeker") == "ja"


def _by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
