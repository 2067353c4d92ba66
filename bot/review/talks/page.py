"""A conversation's page, and the parts of it that move."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from bot.chat.models import Conversation
from bot.review.access import by_htmx, user_of
from bot.review.rights import ANSWER
from bot.review.stepping_in.beside import beside, offered_form
from bot.review.talks.reading import Reading, read


def done(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if by_htmx(request):
        return moved(request, found, **more)
    return redirect("review:conversation", found.public_id)


def moved(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if not by_htmx(request):
        return whole_page(request, found, **more)
    context = context_of(request, read(found, last_seen(request))) | more
    return render(request, "review/news.html", context)


def whole_page(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    context = {"form": offered_form(request)} | context_of(request, read(found, 0)) | more
    return render(request, "review/conversation.html", context)


def context_of(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    holder = reading.holder
    return beside(reading.conversation, user_of(request)) | {
        "reading": reading,
        "conversation": reading.conversation,
        "may_answer": user_of(request).has_perm(ANSWER),
        "is_mine": holder is not None and holder.user_id == request.user.pk,
    }


def find(public_id: UUID) -> Conversation:
    return get_object_or_404(Conversation.objects.select_related("previous"), public_id=public_id)


def last_seen(request: HttpRequest) -> int:
    last = (request.POST or request.GET).get("na", "")
    return int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0
