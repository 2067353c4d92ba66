"""What the bot says: by subject, to search, to reword beside the tone check, to put back."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bot import clock
from bot.braces import needed_facts, possible_facts
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.models import AuditEntry
from bot.review.rights import KEEP_SHOP
from bot.review.shopkeeping.changes import write_down
from bot.review.shopkeeping.freshness import (
    SEEN,
    changed_before_it_went,
    changed_meanwhile,
    mark_of,
)
from bot.review.shopkeeping.page import shop_page
from bot.review.shopkeeping.responses.domain import Response
from bot.review.shopkeeping.responses.domain import responses as domain_responses
from bot.review.shopkeeping.responses.facts import as_read, fact
from bot.review.shopkeeping.responses.said import Variant, own_texts, own_texts_of, variants
from bot.review.shopkeeping.responses.wording import judge, tidy
from bot.shop.models import ResponseText

_ACTIONS = ("response.changed", "response.restored")
_MOST_VARIANTS = 8
_SHOWN = 60
_HISTORY = 20
_TEXT = "tekst"


@for_staff
@require_safe
def responses(request: HttpRequest) -> HttpResponse:
    known, own = domain_responses(), own_texts()
    search = request.GET.get("zoek", "").strip()[:100]
    group, only_own = request.GET.get("groep", ""), request.GET.get("eigen") == "ja"
    found = [
        (response, said)
        for response in known.values()
        if not group or response.group == group
        if not only_own or response.name in own
        for said in [variants(response, own.get(response.name, {}))]
        if _matches(search, response, said)
    ]
    is_asked = bool(search or group or only_own)
    return shop_page(
        request,
        "responses.html",
        "responses",
        {
            "found": found[:_SHOWN] if search and not group else found,
            "number": len(found),
            "is_asked": is_asked,
            "search": search,
            "group": group,
            "only_own": only_own,
            "groups": _groups(),
            "own_number": sum(name in known for name in own),
            "left_out": _left_out(own),
            "gone": sorted(name for name in own if name not in known),
        },
    )


@for_staff
@require_safe
def response(request: HttpRequest, name: str) -> HttpResponse:
    return _page(request, _find(name))


@for_who_may(KEEP_SHOP)
@require_POST
def look(request: HttpRequest, name: str, place: int) -> HttpResponse:
    """What is wrong with a text while it is being written."""
    text = request.POST.get(_TEXT, "")
    return render(
        request,
        "review/shopkeeping/judgement.html",
        {**_looked_at(_find(name), text), "place": place, "may_change": True},
    )


@for_who_may(KEEP_SHOP)
@require_POST
def change(request: HttpRequest, name: str, place: int) -> HttpResponse:
    found, text = _find(name), tidy(request.POST.get(_TEXT, ""))
    if place > _next_place(found) or place >= _MOST_VARIANTS:
        raise Http404
    judgement = judge(found, text)
    is_sure = request.POST.get("toch") == "ja"
    if judgement.is_refused or (judgement.findings and not is_sure):
        return _page(request, found, place, text)
    with transaction.atomic():
        own = ResponseText.objects.select_for_update().filter(response=name, place=place).first()
        original = found.texts[place] if place < len(found.texts) else ""
        before = own.text if own else original
        if _mark(own) != request.POST.get(SEEN):
            problem = changed_meanwhile(_ACTIONS, _subject(name, place))
            return _page(request, found, place, text, problem)
        if text == original and original:
            _restore(request, own, found, place)
        elif text != before or own:
            ResponseText.objects.update_or_create(
                response=name,
                place=place,
                defaults={"text": text, "original": original, "changed": clock.now()},
            )
            _write(request, "response.changed", name, place, before, text)
    messages.success(request, "Bewaard. De chatbot zegt het vanaf het volgende bericht zo.")
    return _back(name, place)


@for_who_may(KEEP_SHOP)
@require_POST
def restore(request: HttpRequest, name: str, place: int) -> HttpResponse:
    """Back to the text of domain.yml, or gone when it was one more."""
    own = ResponseText.objects.filter(response=name, place=place).first()
    found = domain_responses().get(name)
    if found and _mark(own) != request.POST.get(SEEN):
        messages.warning(request, changed_before_it_went(_ACTIONS, _subject(name, place)))
        return _back(name, place)
    if own:
        _restore(request, own, found, place)
        is_there = found is not None and place < len(found.texts)
        messages.success(
            request, "De oorspronkelijke tekst geldt weer." if is_there else "Deze tekst is weg."
        )
    if found is None:
        return HttpResponseRedirect(reverse("review:responses"))
    return _back(name, place)


def _restore(
    request: HttpRequest, own: ResponseText | None, found: Response | None, place: int
) -> None:
    if own is None:
        return
    name, before = own.response, own.text
    own.delete()
    original = found.texts[place] if found and place < len(found.texts) else ""
    _write(request, "response.restored", name, place, before, original)


def _page(
    request: HttpRequest,
    found: Response,
    tried_place: int | None = None,
    tried: str = "",
    problem: str = "",
) -> HttpResponse:
    own = own_texts_of(found.name)
    said = variants(found, own)
    drafts = [
        _draft(found, each, own, tried if each.place == tried_place else None) for each in said
    ]
    more = None
    if len(said) < _MOST_VARIANTS and not found.is_title:
        place = _next_place(found)
        more = {
            "variant": None,
            "place": place,
            "text": tried if tried_place == place else "",
            "mark": _mark(None),
            "history": [],
            "is_tried": tried_place == place,
            **(_looked_at(found, tried) if tried_place == place else {}),
        }
    possible, needed = possible_facts(found.texts), needed_facts(found.texts)
    context = {
        "response": found,
        "drafts": drafts,
        "more": more,
        "problem": problem,
        "tried_place": tried_place,
        "facts": [(fact(name), name in needed) for name in sorted(possible)],
    }
    return shop_page(request, "response.html", "responses", context)


def _draft(
    found: Response, variant: Variant, own: dict[int, ResponseText], tried: str | None
) -> dict[str, Any]:
    text = variant.text if tried is None else tried
    return {
        "variant": variant,
        "place": variant.place,
        "text": text,
        "mark": _mark(own.get(variant.place)),
        "history": _history(found.name, variant.place),
        "is_tried": tried is not None,
        **_looked_at(found, text),
    }


def _looked_at(found: Response, text: str) -> dict[str, Any]:
    return {"judgement": judge(found, text), "reads": as_read(tidy(text))}


def _history(name: str, place: int) -> list[AuditEntry]:
    entries = AuditEntry.objects.filter(action__in=_ACTIONS, subject=_subject(name, place))
    return list(entries[:_HISTORY])


def _write(
    request: HttpRequest, action: str, name: str, place: int, before: str, after: str
) -> None:
    write_down(user_of(request), action, _subject(name, place), {"tekst": before}, {"tekst": after})


def _subject(name: str, place: int) -> str:
    return f"{name} {place + 1}"


def _mark(own: ResponseText | None) -> str:
    return mark_of([own]) if own else "origineel"


def _next_place(found: Response) -> int:
    return max([len(found.texts), *(place + 1 for place in own_texts_of(found.name))])


def _find(name: str) -> Response:
    try:
        return domain_responses()[name]
    except KeyError as unknown:
        raise Http404 from unknown


def _matches(search: str, response: Response, said: list[Variant]) -> bool:
    if not search:
        return True
    titles = [title for row in response.buttons for title in row]
    whole = "\n".join([response.name, *(each.text for each in said), *titles]).lower()
    return all(word in whole for word in search.lower().split())


def _groups() -> list[tuple[str, int]]:
    counted: dict[str, int] = {}
    for each in domain_responses().values():
        counted[each.group] = counted.get(each.group, 0) + 1
    return list(counted.items())


def _left_out(own: dict[str, dict[int, ResponseText]]) -> list[tuple[Response, Variant]]:
    known = domain_responses()
    return [
        (known[name], variant)
        for name, places in own.items()
        if name in known
        for variant in variants(known[name], places)
        if variant.is_left_out
    ]


def _back(name: str, place: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('review:response', args=[name])}#tekst-{place + 1}")
