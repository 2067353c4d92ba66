"""When the shop is open: the week, and days on which it differs."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import holidays
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from bot import clock
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.rights import KEEP_SHOP
from bot.review.shopkeeping.agenda.days import booked_from_now, outside_hours
from bot.review.shopkeeping.agenda.views import asked_day
from bot.review.shopkeeping.changes import write_down
from bot.review.shopkeeping.freshness import (
    SEEN,
    changed_before_it_went,
    changed_meanwhile,
    mark_of,
)
from bot.review.shopkeeping.hours.forms import ExceptionForm, WeekForm
from bot.review.shopkeeping.hours.says import says_of_exception, says_of_week
from bot.review.shopkeeping.page import may_change, shop_page
from bot.shop.models import OpeningException, OpeningInterval, Shop
from bot.shop.opening import Interval, opening_on, opening_week, regular_week
from bot.shop.wording import full_day_words, hours_words

_AHEAD = 366
_EXCEPTION = ("exception.added", "exception.changed", "exception.removed")


# What the times of a day begin from when it has none.
_USUAL = Interval(time(9), time(17))
_LATE_EVENING, _LATE = "koopavond", time(21)


class _TriedOn(Exception):
    """Nothing went wrong: what was tried on is taken off again."""


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _save_week(request)
    return _hours_page(request, WeekForm())


@for_who_may(KEEP_SHOP)
@require_POST
def try_week(request: HttpRequest) -> HttpResponse:
    """What the bot would say of these hours."""
    form = WeekForm(request.POST)
    says = _tried_on(form.save, says_of_week) if form.is_valid() else []
    return render(request, "review/shopkeeping/says.html", {"says": says, "form": form})


@for_who_may(KEEP_SHOP)
@require_POST
def holidays_closed(request: HttpRequest) -> HttpResponse:
    shop = Shop.current()
    before, after = shop.closed_on_public_holidays, request.POST.get("dicht") == "ja"
    if before != after:
        shop.closed_on_public_holidays = after
        shop.save(update_fields=["closed_on_public_holidays"])
        words = {True: "dicht", False: "gewone tijden"}
        write_down(
            user_of(request),
            "holidays.changed",
            before={"feestdagen": words[before]},
            after={"feestdagen": words[after]},
        )
    messages.success(
        request,
        "Op feestdagen is de winkel dicht." if after else "Op feestdagen gelden gewone tijden.",
    )
    return redirect("review:hours")


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def exception(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    if request.method == "POST":
        return _save_exception(request, pk)
    found = get_object_or_404(OpeningException, pk=pk) if pk else OpeningException()
    return _exception_page(request, ExceptionForm(instance=found, initial=_wished(request, pk)))


@for_who_may(KEEP_SHOP)
@require_POST
def try_exception(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    found = (pk and OpeningException.objects.filter(pk=pk).first()) or OpeningException()
    form = ExceptionForm(request.POST, instance=found)
    says = _tried_on(form.save, lambda: says_of_exception(form.instance)) if form.is_valid() else []
    return render(request, "review/shopkeeping/says.html", {"says": says, "form": form})


@for_who_may(KEEP_SHOP)
@require_POST
def remove_exception(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(OpeningException, pk=pk)
    if _exception_mark(found) != request.POST.get(SEEN):
        messages.warning(request, changed_before_it_went(_EXCEPTION, str(found)))
        return redirect("review:exception", pk)
    before = _facts_of(found)
    found.delete()
    write_down(user_of(request), "exception.removed", str(found), before)
    messages.success(request, f"Weg: {found}. De gewone tijden gelden weer.")
    _warn_of_appointments(request)
    return redirect("review:hours")


def _save_week(request: HttpRequest) -> HttpResponse:
    if not may_change(request):
        return render(request, "403.html", status=403)
    form = WeekForm(request.POST)
    with transaction.atomic():
        if not form.is_valid():
            return _hours_page(request, form)
        if _week_mark(locked=True) != request.POST.get(SEEN):
            return _hours_page(request, form, changed_meanwhile(["hours.changed"], ""))
        before = _week_facts()
        form.save()
        after = _week_facts()
        if before != after:
            write_down(user_of(request), "hours.changed", before=before, after=after)
    messages.success(request, "Bewaard. De chatbot zegt het vanaf nu zo.")
    _warn_of_appointments(request)
    return redirect("review:hours")


def _save_exception(request: HttpRequest, pk: int | None) -> HttpResponse:
    with transaction.atomic():
        rows = OpeningException.objects.select_for_update()
        found = get_object_or_404(rows, pk=pk) if pk else OpeningException()
        before = _facts_of(found) if pk else {}
        mark = _exception_mark(found)
        form = ExceptionForm(request.POST, instance=found)
        if not form.is_valid():
            return _exception_page(request, form)
        if mark != request.POST.get(SEEN):
            return _exception_page(request, form, changed_meanwhile(_EXCEPTION, str(found)))
        saved = form.save()
        action = "exception.changed" if pk else "exception.added"
        write_down(user_of(request), action, str(saved), before, _facts_of(saved))
    messages.success(request, says_of_exception(saved)[0])
    _warn_of_appointments(request)
    return redirect("review:hours")


def _hours_page(request: HttpRequest, form: WeekForm, problem: str = "") -> HttpResponse:
    today = clock.today()
    exceptions = OpeningException.objects.prefetch_related("intervals")
    context = {
        "form": form,
        "problem": problem,
        "mark": _week_mark(),
        "says": says_of_week(),
        "coming": [_line(each) for each in exceptions.filter(last_day__gte=today)],
        "past": [_line(each) for each in exceptions.filter(last_day__lt=today).reverse()[:12]],
        "closed_on_holidays": Shop.current().closed_on_public_holidays,
        "holidays": _holidays_ahead(),
        "tomorrow": today + timedelta(days=1),
        "today": today,
    }
    return shop_page(request, "hours.html", "hours", context)


def _exception_page(request: HttpRequest, form: ExceptionForm, problem: str = "") -> HttpResponse:
    pk = form.instance.pk
    fresh = OpeningException.objects.filter(pk=pk).first() or OpeningException()
    context = {
        "form": form,
        "exception": fresh,
        "problem": problem,
        "mark": _exception_mark(fresh),
        "says": says_of_exception(fresh) if pk else [],
    }
    return shop_page(request, "exception.html", "hours", context)


def _tried_on(save: Callable[[], object], look: Callable[[], list[str]]) -> list[str]:
    """Return what is seen with something saved that is not to be kept yet."""
    seen: list[str] = []
    try:
        with transaction.atomic():
            save()
            seen = look()
            raise _TriedOn
    except _TriedOn:
        return seen


def _warn_of_appointments(request: HttpRequest) -> None:
    outside = outside_hours(booked_from_now())
    if outside:
        many = "1 afspraak valt" if len(outside) == 1 else f"{len(outside)} afspraken vallen"
        messages.warning(
            request, f"Let op: {many} nu buiten de openingstijden. Je ziet ze in de agenda."
        )


def _wished(request: HttpRequest, pk: int | None) -> dict[str, Any]:
    """Return what a quick link asks for: a day, closed or with times to begin from."""
    if pk:
        return {}
    day = asked_day(request)
    reason = request.GET.get("reden", "")[:80]
    usual = opening_on(day).intervals or (_USUAL,)
    return {
        "first_day": day,
        "kind": request.GET.get("soort") or ExceptionForm.CLOSED,
        "reason": reason,
        "t_0_open": usual[0].opens,
        "t_0_dicht": _LATE if reason == _LATE_EVENING else usual[-1].closes,
    }


def _line(exception: OpeningException) -> dict[str, Any]:
    return {"exception": exception, **_facts_of(exception)}


def _facts_of(exception: OpeningException) -> dict[str, str]:
    intervals = [Interval(row.opens, row.closes) for row in exception.intervals.all()]
    first, last = full_day_words(exception.first_day), full_day_words(exception.last_day)
    return {
        "dagen": first if first == last else f"{first} tot en met {last}",
        "tijden": hours_words(intervals) if intervals else "dicht",
        "reden": exception.reason,
    }


def _week_facts() -> dict[str, str]:
    return {
        str(day.weekday.label): hours_words(day.intervals) if day.is_open else "dicht"
        for day in regular_week()
    }


def _week_mark(locked: bool = False) -> str:
    rows = OpeningInterval.objects.all()
    return mark_of(rows.select_for_update() if locked else rows)


def _exception_mark(exception: OpeningException) -> str:
    return mark_of([exception, *exception.intervals.all()]) if exception.pk else ""


def _holidays_ahead() -> list[dict[str, Any]]:
    """Return the public holidays of the coming year, and whether the shop is open then."""
    today = clock.today()
    calendar = holidays.country_holidays("NL", years=[today.year, today.year + 1], language="nl")
    days = opening_week(today, _AHEAD)
    return [
        {
            "day": opening.day,
            "name": calendar[opening.day],
            "hours": hours_words(opening.intervals) if opening.is_open else "dicht",
            "is_open": opening.is_open,
        }
        for opening in days
        if opening.day in calendar
    ]
