"""How long things stay, and one customer's data: shown, handed over, erased."""

import json
from typing import Any

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from bot import clock
from bot.review.access import for_who_may, user_of
from bot.review.audit import note
from bot.review.models import ConsoleRules
from bot.review.privacy import erasing, retention
from bot.review.privacy.exporting import as_document
from bot.review.privacy.forms import RetentionForm
from bot.review.privacy.searching import MOST, SHORTEST, find
from bot.review.privacy.selection import Selection
from bot.review.rights import MANAGE
from bot.shop.models import Shop

_SHOWN_OF_TONIGHT = 25


@for_who_may(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def privacy(request: HttpRequest) -> HttpResponse:
    """Show the terms and what goes tonight; keep other terms."""
    house, rules = Shop.current().rules, ConsoleRules.current()
    before = {
        "kept_days": house.kept_days,
        "after_kept_days": house.after_kept_days,
        "appointment_days": rules.appointment_days,
        "log_months": rules.log_months,
    }
    form = RetentionForm(request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        filled = form.cleaned_data
        house.kept_days, house.after_kept_days = filled["kept_days"], filled["after_kept_days"]
        house.save(update_fields=["kept_days", "after_kept_days"])
        rules.appointment_days, rules.log_months = filled["appointment_days"], filled["log_months"]
        rules.save(update_fields=["appointment_days", "log_months"])
        if form.changed_data:
            changes = {name: filled[name] for name in form.changed_data}
            note(user_of(request), "retention.changed", **changes)
        messages.success(request, "Bewaard. De chatbot vertelt het klanten voortaan zo.")
        return redirect("review:privacy")
    return render(request, "review/privacy/privacy.html", {"form": form, **_tonight()})


@for_who_may(MANAGE)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def customer(request: HttpRequest) -> HttpResponse:
    """Look for one customer. What is looked for is posted, so that no address or log keeps it."""
    query = request.POST.get("zoek", "").strip()
    context: dict[str, Any] = {"query": query, "shortest": SHORTEST, "most": MOST}
    if request.method == "POST":
        context["too_short"] = len(query) < SHORTEST
        context["found"] = find(query)
        note(user_of(request), "customer.searched")
    return render(request, "review/privacy/customer.html", context)


@for_who_may(MANAGE)
@require_POST
def show(request: HttpRequest) -> HttpResponse:
    selection = Selection.of(request.POST)
    if not selection:
        return _nothing_ticked(request)
    note(user_of(request), "customer.shown", **selection.counts)
    context = {"document": as_document(selection)}
    return render(request, "review/privacy/document.html", context)


@for_who_may(MANAGE)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    selection = Selection.of(request.POST)
    if not selection:
        return _nothing_ticked(request)
    note(user_of(request), "customer.exported", **selection.counts)
    document = as_document(selection)
    day = clock.now().date()
    if request.POST.get("vorm") == "pagina":
        content: str = render_to_string("review/privacy/document_file.html", {"document": document})
        kind, ending = "text/html; charset=utf-8", "html"
    else:
        content = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        kind, ending = "application/json", "json"
    name = f"klantgegevens-{day}.{ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=disposition)


@for_who_may(MANAGE)
@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Ask once more, and then erase."""
    selection = Selection.of(request.POST)
    if not selection:
        return _nothing_ticked(request)
    if request.POST.get("zeker") != "ja":
        to_come = [each for each in selection.appointments if each.start > clock.now()]
        context = {"selection": selection, "to_come": to_come}
        return render(request, "review/privacy/erase.html", context)
    erasing.erase(selection, user_of(request))
    messages.success(request, "Gewist. Het logboek onthoudt dat het gebeurd is, en niet van wie.")
    return redirect("review:customer")


def _nothing_ticked(request: HttpRequest) -> HttpResponse:
    messages.error(request, "Er was niets aangevinkt. Zoek opnieuw en vink aan wat je bedoelt.")
    return redirect("review:customer")


def _tonight() -> dict[str, Any]:
    night = retention.next_night()
    old = retention.old_at(night)
    return {
        "night": night,
        "conversations": old.conversations[:_SHOWN_OF_TONIGHT],
        "counts": {
            "conversations": old.conversations.count(),
            "messages": old.messages.count(),
            "appointments": old.appointments.count(),
            "log": old.log.count(),
        },
        "rules": Shop.current().rules,
    }
