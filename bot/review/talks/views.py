"""The list of conversations, and one of them. Each page works without HTMX too."""

import hashlib
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from bot.chat.models import Conversation
from bot.review.access import by_htmx, for_staff, user_of
from bot.review.privacy.reads import SEARCH, note_looking, note_reading
from bot.review.rights import ANSWER
from bot.review.talks import saved
from bot.review.talks.digests import refresh_stale
from bot.review.talks.inbox import Inbox, number_waiting, site_pages
from bot.review.talks.manners import manners_of
from bot.review.talks.marking import colleagues
from bot.review.talks.page import context_of, find, last_seen, mask_for, whole_page
from bot.review.talks.reading import Window, read, read_window
from bot.review.talks.wish import Wish

_ON_ONE_PAGE = 25
# So many digests are made anew in about half a second; what is left is for the next look.
_DIGESTS_AT_ONCE = 300
# HTMX stops asking when it hears this.
_STOP_POLLING = 286


@for_staff
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    refresh_stale(_DIGESTS_AT_ONCE)
    wish = Wish.of(request.GET)
    if wish.search:
        note_looking(user_of(request), SEARCH)
    found = Inbox(wish, user_of(request))
    paginator = Paginator(found.keys(), _ON_ONE_PAGE)
    # Counted already, with the filters.
    paginator.count = found.total
    page = paginator.get_page(request.GET.get("pagina"))
    context = {
        "wish": wish,
        "total": found.total,
        "hands": list(found.hands()),
        "marks": list(found.marks()),
        "assigned": list(found.assigned()),
        "labels": list(found.labels()),
        "page": page,
        "rows": found.rows(list(page.object_list)),
        "waiting": number_waiting(),
        "here": f"{wish.address}&pagina={page.number}",
    }
    # A list that stays as it was is left alone: somebody may be reading or selecting in it.
    shown = render_to_string("review/inbox_list.html", context, request)
    seen = hashlib.sha256(shown.encode()).hexdigest()[:16]
    context["seen"] = seen
    if not by_htmx(request):
        whole = {
            "periods": list(found.periods()),
            "site_pages": site_pages(),
            "colleagues": colleagues(),
            "saved": saved.filters_of(user_of(request), wish),
            "may_share": user_of(request).has_perm(ANSWER),
        }
        return render(request, "review/inbox.html", context | whole)
    if request.GET.get("gezien") == seen:
        return HttpResponse(status=204)
    return render(request, "review/inbox_list.html", context)


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
    reading = read(found, last_seen(request), mask_for(request, found))
    if not reading.messages and reading.mark == request.GET.get("stand"):
        return HttpResponse(status=204)
    return render(request, "review/news.html", context_of(request, reading))


@for_staff
@require_safe
def earlier(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was said before the part that is shown."""
    found = find(public_id)
    note_reading(user_of(request), found)
    if not by_htmx(request):
        return whole_page(request, found)
    reading = read_window(found, Window.of(found, request.GET), mask_for(request, found))
    context = context_of(request, reading) | {"wish": Wish.of(request.GET)}
    return render(request, "review/talks/earlier.html", context)


@for_staff
@require_safe
def manners(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    note_reading(user_of(request), found)
    context = {"conversation": found, "manners": manners_of(found, mask_for(request, found))}
    part = "review/talks/manners.html" if by_htmx(request) else "review/talks/manners_page.html"
    return render(request, part, context)


@for_staff
@require_safe
def next_to_review(request: HttpRequest, public_id: UUID) -> HttpResponse:
    refresh_stale(_DIGESTS_AT_ONCE)
    wish = Wish.of(request.GET)
    following = Inbox(wish, user_of(request)).next_to_review(find(public_id))
    if following is None:
        messages.info(request, "Alles in deze lijst is nagelezen.")
        return redirect(f"{reverse('review:inbox')}{wish.suffix}")
    return redirect(
        f"{reverse('review:conversation', args=[following.public_id])}{wish.suffix}#onderaan"
    )
