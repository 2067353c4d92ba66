"""A conversation's page, and the parts of it that move."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from bot.chat.models import Conversation
from bot.review.access import by_htmx, user_of
from bot.review.masking import Masker
from bot.review.models import Label
from bot.review.rights import ANSWER, SEE_PERSONAL_DATA
from bot.review.stepping_in.beside import beside, offered_form
from bot.review.talks import marking
from bot.review.talks.reading import Reading, Window, read, read_window
from bot.review.talks.wish import Wish


def done(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if by_htmx(request):
        return moved(request, found, **more)
    return redirect("review:conversation", found.public_id)


def moved(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    if not by_htmx(request):
        return whole_page(request, found, **more)
    reading = read(found, last_seen(request), mask_for(request, found))
    return render(request, "review/news.html", context_of(request, reading) | more)


def whole_page(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    mask = mask_for(request, found)
    reading = read_window(found, Window.of(found, request.GET), mask)
    context = {
        "form": offered_form(request),
        "is_long": found.last_number > len(reading.messages),
        **context_of(request, reading),
        **marks_of(request, found, mask),
        **more,
    }
    return render(request, "review/conversation.html", context)


def marks(request: HttpRequest, found: Conversation, **more: Any) -> HttpResponse:
    """Show what staff noted on it, after one of them changed that."""
    if by_htmx(request):
        context = marks_of(request, found, mask_for(request, found)) | more
        return render(request, "review/talks/marks.html", context)
    if (form := more.get("note_form")) and form.errors:
        return whole_page(request, found, **more)
    page = reverse("review:conversation", args=[found.public_id])
    return redirect(f"{page}{Wish.of(request.GET).suffix}#merken")


def context_of(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    holder = reading.holder
    return beside(reading.conversation, user_of(request)) | {
        "reading": reading,
        "conversation": reading.conversation,
        "may_answer": user_of(request).has_perm(ANSWER),
        "is_mine": holder is not None and holder.user_id == request.user.pk,
    }


def marks_of(request: HttpRequest, found: Conversation, mask: Masker | None) -> dict[str, Any]:
    notes = list(found.notes.all())
    for note in notes if mask else ():
        assert mask
        note.text = mask.text(note.text)
    assignment = getattr(found, "assignment", None)
    chosen = set(found.labellings.values_list("label", flat=True))
    labels = list(Label.objects.all())
    return {
        "conversation": found,
        "may_answer": user_of(request).has_perm(ANSWER),
        "wish": Wish.of(request.GET),
        "review": getattr(found, "review", None),
        "is_reviewed": marking.is_reviewed(found),
        "labels_on": [label for label in labels if label.pk in chosen],
        "labels": [(label, label.pk in chosen) for label in labels],
        "notes": notes,
        "assignment": assignment,
        "colleagues": marking.colleagues(),
    }


def mask_for(request: HttpRequest, found: Conversation) -> Masker | None:
    return None if user_of(request).has_perm(SEE_PERSONAL_DATA) else Masker.of(found)


def find(public_id: UUID) -> Conversation:
    return get_object_or_404(Conversation.objects.select_related("previous"), public_id=public_id)


def last_seen(request: HttpRequest) -> int:
    return number_of((request.POST or request.GET).get("na", ""))


def number_of(written: str) -> int:
    """Return the number of a message that is written, or nothing when it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
