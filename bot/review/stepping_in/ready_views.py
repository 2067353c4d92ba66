"""Ready answers: everyone of the staff sees them, who keeps the shop's things changes them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot.review import audit
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.models import ReadyAnswer
from bot.review.rights import ANSWER, KEEP_SHOP
from bot.review.stepping_in.filling import Unfillable, filled, placeholders
from bot.review.stepping_in.forms import ReadyAnswerForm
from bot.review.stepping_in.starters import load_starters
from bot.review.stepping_in.steps import shown_name
from bot.tone import check


@for_staff
@require_safe
def ready_answers(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    context = {
        "answers": [(answer, _proof(answer.text, request)) for answer in ReadyAnswer.objects.all()],
        "may_keep_shop": user.has_perm(KEEP_SHOP),
    }
    return render(request, "review/stepping_in/ready_answers.html", context)


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def ready_answer(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    answer = get_object_or_404(ReadyAnswer, pk=pk) if pk else None
    form = ReadyAnswerForm(request.POST or None, instance=answer)
    if request.method == "POST" and form.is_valid():
        form.save()
        deed = "ready_answer.changed" if pk else "ready_answer.added"
        audit.note(user_of(request), deed, form.instance.title, fields=form.changed_data)
        return redirect("review:ready_answers")
    context = {
        "form": form,
        "answer": answer,
        "placeholders": placeholders(shown_name(user_of(request))),
        **_proof(str(form["text"].value() or ""), request),
    }
    return render(request, "review/stepping_in/ready_answer.html", context)


@for_who_may(KEEP_SHOP)
@require_POST
def proof(request: HttpRequest) -> HttpResponse:
    """Show how a text reads with the facts in it, and what the tone check finds."""
    context = _proof(request.POST.get("text", ""), request)
    return render(request, "review/stepping_in/proof.html", context)


@for_who_may(KEEP_SHOP)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    answer = get_object_or_404(ReadyAnswer, pk=pk)
    answer.delete()
    audit.note(user_of(request), "ready_answer.removed", answer.title)
    return redirect("review:ready_answers")


@for_who_may(KEEP_SHOP)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    load_starters()
    audit.note(user_of(request), "ready_answer.added", "de voorbeelden")
    return redirect("review:ready_answers")


@for_who_may(ANSWER)
@require_safe
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out an answer as it is said this very moment."""
    answer = get_object_or_404(ReadyAnswer, pk=pk)
    try:
        words, status = filled(answer.text, shown_name(user_of(request))), 200
    except Unfillable as wrong:
        words, status = str(wrong), 409
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=status)


def _proof(words: str, request: HttpRequest) -> dict[str, Any]:
    words = words.replace("\r\n", "\n").strip()
    try:
        whole = filled(words, shown_name(user_of(request)))
    except Unfillable as wrong:
        return {"wrong": str(wrong), "whole": words, "findings": []}
    return {"wrong": "", "whole": whole, "findings": check(whole)}
