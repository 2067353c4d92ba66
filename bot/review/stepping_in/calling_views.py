"""Who calls for a person, in the bell of every page and as a list; and the live lines."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot.chat.models import Conversation, Sender
from bot.chat.pool import in_pool
from bot.review import audit
from bot.review.access import (
    by_htmx,
    for_listening_staff,
    for_staff,
    for_who_may,
    still_in,
    user_of,
)
from bot.review.masking import Clear, Eyes, Masker, eyes_of, may_see
from bot.review.privacy.reads import CALLS, note_looking
from bot.review.rights import ANSWER, KEEP_SHOP
from bot.review.stepping_in import mail, presence, stream
from bot.review.stepping_in.beside import Note, shown_note
from bot.review.stepping_in.calls import Call, bell_now, older_calls, open_calls
from bot.review.stepping_in.contact import email_of
from bot.review.stepping_in.forms import WaitingRulesForm
from bot.review.stepping_in.summary import subjects_of
from bot.review.talks.page import find, last_seen
from bot.shop.models import StaffMessage, WaitingRules


@dataclass(frozen=True)
class Listed:
    call: Call
    about: str
    last_words: str
    can_mail: bool
    note: Note | None


@for_staff
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    note_looking(user, CALLS)
    context = {
        "calls": [_listed(call, user) for call in open_calls()],
        "older": older_calls(),
        "may_answer": user.has_perm(ANSWER),
        "may_keep_shop": user.has_perm(KEEP_SHOP),
    }
    return render(request, "review/stepping_in/calls.html", context)


@for_staff
@require_safe
def bell(request: HttpRequest) -> HttpResponse:
    """Tell how many call; a page that asks says that its person is there."""
    presence.is_here(user_of(request))
    ringing = bell_now()
    if by_htmx(request) and request.GET.get("roept", "") == ringing["keys"]:
        return HttpResponse(status=204)
    return render(request, "review/stepping_in/bell.html", ringing)


@for_who_may(ANSWER)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a message that was left as dealt with, by phone or at the counter."""
    note = get_object_or_404(StaffMessage, pk=pk)
    note.handled = True
    note.save(update_fields=["handled"])
    audit.note(user_of(request), "message.settled", note.conversation)
    return redirect("review:calls")


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def waiting_rules(request: HttpRequest) -> HttpResponse:
    form = WaitingRulesForm(request.POST or None, instance=WaitingRules.current())
    if request.method == "POST" and form.is_valid():
        changed = form.changed_data
        form.save()
        if changed:
            audit.note(user_of(request), "waiting_rules.changed", fields=changed)
        return redirect("review:calls")
    context = {"form": form, "mail_is_set_up": mail.is_set_up()}
    return render(request, "review/stepping_in/waiting_rules.html", context)


@for_staff
@require_safe
def colleagues(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Tell who else is in a conversation, and note that this person is."""
    found, user = find(public_id), user_of(request)
    presence.is_here(user, found)
    there = presence.colleagues_in(found, user)
    mark = "|".join(each.doing for each in there)
    if by_htmx(request) and request.GET.get("erbij") == mark:
        return HttpResponse(status=204)
    context = {"conversation": found, "people_beside": there, "mark": mark}
    return render(request, "review/stepping_in/colleagues.html", context)


@for_listening_staff
@require_safe
async def listen_to_calls(request: HttpRequest, user: User) -> HttpResponseBase:
    return _line(user, stream.of_calls(user, still_in(request, user)))


@for_listening_staff
@require_safe
async def listen_to_conversation(
    request: HttpRequest, user: User, public_id: UUID
) -> HttpResponseBase:
    found: Conversation = await in_pool(find)(public_id)
    last = request.headers.get("Last-Event-ID", "")
    after = (
        int(last) if last.isascii() and last.isdigit() and len(last) < 10 else last_seen(request)
    )
    return _line(user, stream.of_conversation(found, user, after, still_in(request, user)))


def _line(user: User, events: AsyncIterator[str]) -> HttpResponseBase:
    if not stream.has_room(user):
        return HttpResponse(status=429, headers={"Retry-After": "20"})
    return StreamingHttpResponse(
        stream.counted(user, events),
        content_type="text/event-stream; charset=utf-8",
        headers={"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"},
    )


def _listed(call: Call, user: User) -> Listed:
    conversation, note = call.conversation, call.note
    eyes = _eyes_of(user, call)
    return Listed(
        call,
        ", ".join(subjects_of(conversation)) if conversation else "",
        _last_words(conversation, eyes) if conversation else "",
        bool(conversation and email_of(conversation)),
        shown_note(note, eyes) if note else None,
    )


def _eyes_of(user: User, call: Call) -> Eyes:
    if call.conversation:
        return eyes_of(user, call.conversation)
    return Clear() if may_see(user) else Masker([(call.note.text, ())] if call.note else [])


def _last_words(conversation: Conversation, eyes: Eyes) -> str:
    last = conversation.messages.filter(sender=Sender.CUSTOMER).order_by("number").last()
    return eyes.text(last.text, last.entities) if last else ""
