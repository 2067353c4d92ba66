"""Going through the doubtful messages, a group in seconds. Each step works without HTMX too."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bot.chat.models import Message, Sender
from bot.review.access import by_htmx, for_staff, for_who_may, user_of
from bot.review.correcting import marking, saying
from bot.review.correcting import queue as line
from bot.review.correcting.agreement import disagreements
from bot.review.correcting.doubts import doubts, skipped
from bot.review.correcting.kinds import intent_kinds, search
from bot.review.correcting.queue import AT_MOST_IN_A_GROUP
from bot.review.correcting.saying import LONGEST_REMARK, NothingUnderstood, Word
from bot.review.models import Correction, Verdict
from bot.review.privacy.reads import note_reading
from bot.review.rights import CORRECT
from bot.review.understanding import title_of

_UNDO = "correcting_done"
_UNDO_AT_MOST = 30
_READERS_SEE = 25
_AROUND = 4


@for_staff
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    if not user.has_perm(CORRECT):
        context = {"doubts": doubts(user.pk).found[:_READERS_SEE], "torn": len(disagreements())}
        return render(request, "review/correcting/queue_reading.html", context)
    return _next(request, first=_numbers(request.GET.getlist("eerst")))


@for_who_may(CORRECT)
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Say the same of every chosen message of a group."""
    user, chosen = user_of(request), _chosen(request)
    if not chosen:
        return _next(request, "Kies minstens één bericht.", _numbers(request.POST.getlist("alle")))
    try:
        words = [(message, _word(request, message)) for message in chosen]
    except NothingUnderstood:
        return _next(request, "Kies wat de klant bedoelt.", {each.pk for each in chosen})
    for message, word in words:
        saying.say(message, user, word)
    _remember(request, "said", chosen)
    return _go_on(request, _told(words))


@for_who_may(CORRECT)
@require_POST
def skip(request: HttpRequest) -> HttpResponse:
    left = list(_asked().filter(pk__in=_numbers(request.POST.getlist("alle"))))
    line.skip(left, user_of(request))
    _remember(request, "skipped", left)
    return _go_on(request, "Overgeslagen.")


@for_who_may(CORRECT)
@require_POST
def skipped_back(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    line.unskip(list(skipped(user.pk).values_list("message", flat=True)), user)
    return _go_on(request, "Wat je oversloeg staat er weer.")


@for_who_may(CORRECT)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the last step of this person in this session."""
    done: list[dict[str, Any]] = request.session.get(_UNDO, [])
    if not done:
        return _go_on(request, "Er is niets om ongedaan te maken.")
    last = done.pop()
    request.session[_UNDO] = done
    user = user_of(request)
    if last["what"] == "skipped":
        line.unskip(last["messages"], user)
    else:
        for message in _asked().filter(pk__in=last["messages"]):
            saying.take_back(message, user)
    return _go_on(request, "Ongedaan gemaakt.", last["messages"])


def _word(request: HttpRequest, message: Message) -> Word:
    verdict = request.POST.get("oordeel", "")
    if verdict == Verdict.NONSENSE:
        return Word(Verdict.NONSENSE)
    if verdict == Verdict.NEW_KIND:
        remark = request.POST.get("toelichting", "").replace("\0", "").strip()
        return Word(Verdict.NEW_KIND, remark=remark[:LONGEST_REMARK])
    if verdict == Verdict.RIGHT:
        return saying.was_right(message)
    intent = request.POST.get("soort", "")
    if intent not in intent_kinds():
        raise NothingUnderstood
    return saying.meaning(message, intent, marking.understood(message))


def _told(words: list[tuple[Message, Word]]) -> str:
    number = "1 bericht" if len(words) == 1 else f"{len(words)} berichten"
    word = words[0][1]
    if word.verdict == Verdict.NONSENSE:
        return f"{number}: onzin."
    if word.verdict == Verdict.NEW_KIND:
        return f"{number}: nieuw soort vraag."
    if len({each.intent for _, each in words}) > 1:
        return f"{number}: was goed."
    return f"{number}: {title_of(word.intent)}"


def _go_on(request: HttpRequest, told: str, first: list[int] | None = None) -> HttpResponse:
    if by_htmx(request):
        return _next(request, told, set(first or ()))
    messages.success(request, told)
    address = reverse("review:doubts")
    wanted = "&".join(f"eerst={pk}" for pk in first or ())
    return redirect(f"{address}?{wanted}" if wanted else address)


def _next(request: HttpRequest, told: str = "", first: set[int] | None = None) -> HttpResponse:
    user = user_of(request)
    found = doubts(user.pk)
    group = line.next_group(found.found, first or ())
    if group:
        note_reading(user, group.first.conversation)
    query = request.GET.get("zoek", "").strip()
    context = {
        "group": group,
        "around": _around(group.first) if group else [],
        "progress": line.progress(user, found),
        "skipped": skipped(user.pk).count(),
        "torn": len(disagreements()),
        "told": told,
        "can_undo": bool(request.session.get(_UNDO)),
        "kinds": search(query),
        "query": query,
        "as_buttons": True,
        "moves": by_htmx(request),
    }
    page = "queue_group.html" if by_htmx(request) else "queue.html"
    return render(request, f"review/correcting/{page}", context)


def _around(message: Message) -> list[Message]:
    return list(
        Message.objects.filter(
            conversation=message.conversation_id,
            number__range=(message.number - _AROUND, message.number + _AROUND),
        ).order_by("number")
    )


def _chosen(request: HttpRequest) -> list[Message]:
    """Return the chosen messages, less those that this person spoke of meanwhile."""
    spoken = Correction.objects.filter(user=user_of(request)).values("message")
    chosen = _numbers(request.POST.getlist("bericht"))
    return list(_asked().filter(pk__in=chosen).exclude(pk__in=spoken))


def _asked() -> QuerySet[Message]:
    return Message.objects.filter(sender=Sender.CUSTOMER).select_related("conversation")


def _numbers(values: list[str]) -> set[int]:
    """Return the numbers among what a form or an address holds, as many as a group can have."""
    sound = [value for value in values if value.isascii() and value.isdigit() and len(value) < 19]
    return {int(value) for value in sound[:AT_MOST_IN_A_GROUP]}


def _remember(request: HttpRequest, what: str, messages: list[Message]) -> None:
    done: list[dict[str, Any]] = request.session.get(_UNDO, [])
    step = {"what": what, "messages": [message.pk for message in messages]}
    request.session[_UNDO] = [*done, step][-_UNDO_AT_MOST:]
