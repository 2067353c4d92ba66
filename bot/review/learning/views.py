"""Learning as staff do it: look, teach, compare, go live, go back."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bot.lessons import UNTAUGHT
from bot.review import audit
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.learning import asking, page
from bot.review.learning.conversations import NothingToTest, as_rasa, mark_good
from bot.review.learning.examples import as_rasa as examples_as_rasa
from bot.review.learning.examples import distinct, news, take_in, taught
from bot.review.models import GoodConversation, TrainingExample
from bot.review.rights import OVERRULE, TEACH
from bot.review.talks.page import find, whole_page
from bot.review.understanding import title_of

# The word for the model without lessons, where a name stands in an address or a form.
_UNTAUGHT = "buur"
_SHOWN = 300


@for_staff
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    return _page(request)


@for_staff
@require_safe
def standing(request: HttpRequest) -> HttpResponse:
    """How far it is; the page asks this every few seconds, and is renewed when something ended."""
    asking.record_outcome()
    now = page.progress(asking.lessons())
    if now.mark != request.GET.get("gezien"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "review/learning/standing.html", {"progress": now} | _rights(request))


@for_who_may(TEACH)
@require_POST
def learn(request: HttpRequest) -> HttpResponse:
    found = news()
    shown = {int(each) for each in request.POST.getlist("gezien") if each.isdecimal()}
    chosen = [int(each) for each in request.POST.getlist("leer") if each.isdecimal()]
    # What came in since the page was made has not been seen by anybody.
    seen = [each for each in found.candidates if each.correction.pk in shown]
    try:
        if not asking.lessons().is_supervised():
            raise asking.NotNow("Leren kan alleen als Buur met make run draait. Dat is nu niet zo.")
        take_in(type(found)(seen, [], found.withdrawn, 0), chosen, user_of(request))
        asking.ask_to_learn(user_of(request))
    except asking.NotNow as reason:
        return _page(request, problem=str(reason), status=409)
    return redirect("review:learning")


@for_who_may(TEACH)
@require_POST
def cancel(request: HttpRequest) -> HttpResponse:
    asking.call_off(user_of(request))
    return redirect("review:learning")


@for_who_may(TEACH)
@require_POST
def go_live(request: HttpRequest) -> HttpResponse:
    """Put a model live; one that did worse only on an owner's word, given twice."""
    model = request.POST.get("model", "")
    name = UNTAUGHT if model == _UNTAUGHT else model
    lesson = asking.lessons().lesson(name)
    may_overrule = user_of(request).has_perm(OVERRULE)
    if lesson and asking.needs_overruling(lesson) and may_overrule and "zeker" not in request.POST:
        return _page(request, asks_before=lesson)
    try:
        asking.ask_to_switch(name, user_of(request), may_overrule)
    except asking.NeedsOverruling:
        raise PermissionDenied from None
    except asking.NotNow as reason:
        return _page(request, problem=str(reason), status=409)
    return redirect("review:learning")


@for_who_may(TEACH)
@require_POST
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a sentence out from the next time on, or take it in again."""
    example = get_object_or_404(TrainingExample, pk=pk)
    example.left_out = not example.left_out
    example.save(update_fields=["left_out"])
    action = "example.left_out" if example.left_out else "example.taken_in"
    audit.note(user_of(request), action, str(example.pk), intent=example.intent)
    return redirect("review:learning")


@for_staff
@require_safe
def examples_file(request: HttpRequest) -> HttpResponse:
    return _file("geleerd.yml", examples_as_rasa(taught(), with_entities=True))


@for_staff
@require_safe
def conversations_file(request: HttpRequest) -> HttpResponse:
    return _file("test_goede_gesprekken.yml", as_rasa(GoodConversation.objects.order_by("pk")))


@for_who_may(TEACH)
@require_POST
def good(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Make a conversation a test, or stop it being one."""
    conversation = find(public_id)
    known = GoodConversation.objects.filter(conversation=conversation)
    if "niet" in request.POST:
        known.delete()
        audit.note(user_of(request), "conversation.not_good", str(public_id))
    else:
        try:
            mark_good(conversation, user_of(request))
        except NothingToTest:
            return whole_page(request, conversation, nothing_to_test=True)
        audit.note(user_of(request), "conversation.good", str(public_id))
    return redirect("review:conversation", public_id)


def _page(request: HttpRequest, problem: str = "", status: int = 200, **more: Any) -> HttpResponse:
    asking.record_outcome()
    lessons = asking.lessons()
    now = page.progress(lessons)
    tried = next((lesson for lesson in lessons.all() if lesson.trial), None)
    found = news()
    context: dict[str, Any] = {
        "problem": problem,
        "progress": now,
        "is_supervised": lessons.is_supervised(),
        "news": found,
        "candidates": [
            (each, title_of(each.before) if each.before else "", title_of(each.correction.intent))
            for each in found.candidates
        ],
        "has_more_than_live": _has_more_than_live(),
        "comparison": page.comparison(tried) if tried else None,
        "live": lessons.standing().live,
        "models": page.models(lessons),
        "previous": page.previous(lessons),
        "taught": [(each, title_of(each.intent)) for each in taught()[:_SHOWN]],
        "number_taught": taught().count(),
        "left_out": [
            (each, title_of(each.intent))
            for each in TrainingExample.objects.filter(left_out=True)[:_SHOWN]
        ],
        "good": GoodConversation.objects.select_related("conversation")[:_SHOWN],
        "untaught": _UNTAUGHT,
    }
    return render(
        request, "review/learning/page.html", context | _rights(request) | more, status=status
    )


def _has_more_than_live() -> bool:
    """Whether the sentences are others than those that the live model learned."""
    lessons = asking.lessons()
    live = lessons.lesson(lessons.standing().live)
    return {each.pk for each in distinct(taught())} != set(live.example_ids if live else ())


def _rights(request: HttpRequest) -> dict[str, bool]:
    user = user_of(request)
    return {"may_teach": user.has_perm(TEACH), "may_overrule": user.has_perm(OVERRULE)}


def _file(name: str, text: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
