"""What staff do in a conversation. With HTMX only what changed moves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from bot.review.access import for_who_may, user_of
from bot.review.rights import ANSWER
from bot.review.stepping_in import steps
from bot.review.stepping_in.forms import AnswerForm
from bot.review.stepping_in.steps import HeldBySomebodyElse
from bot.review.talks.page import done, find, moved


@for_who_may(ANSWER)
@require_POST
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return moved(request, found, form=form)
    try:
        steps.answer(found, user_of(request), form.cleaned_data["text"], _is_sure(request))
    except HeldBySomebodyElse as held:
        return moved(request, found, form=form, asks_before_answering=held.holder)
    return done(request, found, form=AnswerForm())


@for_who_may(ANSWER)
@require_POST
def take_over(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    try:
        steps.take_over(found, user_of(request), _is_sure(request))
    except HeldBySomebodyElse as held:
        return moved(request, found, asks_before_taking=held.holder)
    return done(request, found)


@for_who_may(ANSWER)
@require_POST
def hand_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    steps.hand_back(found, user_of(request))
    return done(request, found)


@for_who_may(ANSWER)
@require_POST
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    steps.close(found, user_of(request))
    return done(request, found)


@for_who_may(ANSWER)
@require_POST
def typing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    steps.type_to(find(public_id), user_of(request))
    return HttpResponse(status=204)


def _is_sure(request: HttpRequest) -> bool:
    return request.POST.get("zeker") == "ja"
