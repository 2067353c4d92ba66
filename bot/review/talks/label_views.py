"""Making, changing and removing the labels that conversations can get."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from bot.review import audit
from bot.review.access import for_who_may, user_of
from bot.review.models import Colour, Label
from bot.review.rights import ANSWER
from bot.review.talks.forms import LabelForm


@for_who_may(ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def labels(request: HttpRequest) -> HttpResponse:
    form = LabelForm(request.POST or None, initial={"colour": Colour.GREEN})
    if request.method == "POST" and form.is_valid():
        made = form.save()
        audit.note(user_of(request), "label.made", made.name, colour=made.colour)
        return redirect("review:labels")
    return _page(request, form)


@for_who_may(ANSWER)
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    label = get_object_or_404(Label, pk=pk)
    was = label.name
    form = LabelForm(request.POST, instance=label)
    if not form.is_valid():
        return _page(request, LabelForm(initial={"colour": Colour.GREEN}), wrong=form)
    form.save()
    audit.note(user_of(request), "label.changed", label.name, was=was, colour=label.colour)
    return redirect("review:labels")


@for_who_may(ANSWER)
@require_POST
@transaction.atomic
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    label = get_object_or_404(Label, pk=pk)
    audit.note(user_of(request), "label.removed", label.name, on=label.labellings.count())
    label.delete()
    return redirect("review:labels")


def _page(request: HttpRequest, form: LabelForm, wrong: LabelForm | None = None) -> HttpResponse:
    context = {"form": form, "wrong": wrong, "labels": Label.objects.all(), "colours": Colour}
    return render(request, "review/talks/labels.html", context)
