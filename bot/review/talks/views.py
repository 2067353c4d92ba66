"""The list of conversations, and one of them. Each page works without HTMX too."""

import hashlib
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from bot.chat.models import Conversation
from bot.review.access import by_htmx, for_staff, user_of
from bot.review.privacy.reads import note_reading
from bot.review.talks.inbox import Wish, conversations, filters, number_waiting, periods
from bot.review.talks.page import context_of, find, last_seen, whole_page
from bot.review.talks.reading import read

_ON_ONE_PAGE = 25
# HTMX stops asking when it hears this.
_STOP_POLLING = 286


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
    if by_htmx(request):
        if request.GET.get("gezien") == seen:
            return HttpResponse(status=204)
        return render(request, "review/inbox_list.html", context)
    return render(request, "review/inbox.html", context)


@for_staff
@require_safe
def conversation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    note_reading(user_of(request), found)
    return whole_page(request, found)


@for_staff
@require_safe
def news(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was said or changed since the page last looked."""
    found = Conversation.objects.filter(public_id=public_id).first()
    if found is None:
        return render(request, "review/erased.html", status=_STOP_POLLING)
    reading = read(found, last_seen(request))
    if not reading.messages and reading.mark == request.GET.get("stand"):
        return HttpResponse(status=204)
    return render(request, "review/news.html", context_of(request, reading))
