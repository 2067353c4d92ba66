"""What staff note on a conversation. With HTMX only the part that shows it moves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from bot.review.access import for_who_may, user_of
from bot.review.models import Label, Note
from bot.review.rights import ANSWER
from bot.review.talks import marking
from bot.review.talks.forms import NoteForm
from bot.review.talks.page import find, last_seen, marks, number_of


@for_who_may(ANSWER)
@require_POST
def review(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    # What the page shows by now; without scripts, what it showed when it came.
    read_up_to = last_seen(request) or number_of(request.POST.get("tot", ""))
    marking.review(found, user_of(request), 0 if request.POST.get("weer") else read_up_to)
    return marks(request, found)


@for_who_may(ANSWER)
@require_POST
def label(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    found = find(public_id)
    chosen = get_object_or_404(Label, pk=pk)
    marking.label(found, user_of(request), chosen, is_on="aan" in request.POST)
    return marks(request, found, open_part="labels")


@for_who_may(ANSWER)
@require_POST
def assign(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    whom = request.POST.get("wie", "")
    colleague = next((each for each in marking.colleagues() if str(each.pk) == whom), None)
    marking.assign(found, user_of(request), colleague)
    # What was read before it changed.
    return marks(request, find(public_id), open_part="assign")


@for_who_may(ANSWER)
@require_POST
def note(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = find(public_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        marking.add_note(found, user_of(request), form.cleaned_data["note"])
        form = NoteForm()
    return marks(request, found, open_part="notes", note_form=form)


@for_who_may(ANSWER)
@require_POST
def remove_note(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    found = find(public_id)
    own = get_object_or_404(Note, conversation=found, pk=pk, user=user_of(request))
    marking.remove_note(own, user_of(request))
    return marks(request, found, open_part="notes")
