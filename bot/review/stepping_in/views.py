"""What staff do in a conversation. With HTMX only what changed moves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from bot.chat.models import Conversation
from bot.review.access import for_who_may, user_of
from bot.review.rights import ANSWER
from bot.review.stepping_in import presence, steps
from bot.review.stepping_in.contact import email_of
from bot.review.stepping_in.forms import AnswerForm
from bot.review.stepping_in.steps import Answer, HeldBySomebodyElse, SaidOtherwise
from bot.review.talks.page import done, find, moved

_SAID_OTHERWISE = (
    "Een eerdere versie hiervan is al bij de klant, kijk hierboven. Stuur dit alleen als het er"
    " nog bij moet."
)


@for_who_may(ANSWER)
@require_POST
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return moved(request, found, form=form)
    user = user_of(request)
    try:
        steps.answer(found, user, _given(found, form), _is_sure(request))
    except HeldBySomebodyElse as held:
        return moved(request, found, form=form, asks_before_answering=held.holder)
    except SaidOtherwise:
        again = AnswerForm.again(form.cleaned_data["text"], _SAID_OTHERWISE)
        return moved(request, found, form=again)
    presence.has_answered(user, found)
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
    try:
        steps.hand_back(found, user_of(request), _is_sure(request))
    except HeldBySomebodyElse as held:
        return moved(request, found, asks_before_handing_back=held.holder)
    return done(request, found)


@for_who_may(ANSWER)
@require_POST
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    try:
        steps.close(found, user_of(request), _is_sure(request))
    except HeldBySomebodyElse as held:
        return moved(request, found, asks_before_closing=held.holder)
    return done(request, found)


@for_who_may(ANSWER)
@require_POST
def typing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found, user = find(public_id), user_of(request)
    presence.is_here(user, found, types=True)
    steps.type_to(found, user)
    return HttpResponse(status=204)


def _given(conversation: Conversation, form: AnswerForm) -> Answer:
    # The address comes from the conversation, never from the form.
    mail_to = email_of(conversation) if form.cleaned_data["mailt"] else ""
    return Answer(form.cleaned_data["text"], form.cleaned_data["client_id"], mail_to)


def _is_sure(request: HttpRequest) -> bool:
    return request.POST.get("zeker") == "ja"
