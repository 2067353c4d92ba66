"""Making, moving and cancelling an appointment by hand, under the rules that the bot keeps."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_time
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot import clock
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.rights import KEEP_SHOP
from bot.review.shopkeeping.agenda.forms import DayForm, PersonForm, StartForm
from bot.review.shopkeeping.agenda.people import Person, conversation_of
from bot.review.shopkeeping.agenda.views import asked_day
from bot.review.shopkeeping.changes import write_down
from bot.review.shopkeeping.freshness import (
    SEEN,
    changed_before_it_went,
    changed_meanwhile,
    mark_of,
)
from bot.review.shopkeeping.page import may_see_people, shop_page
from bot.shop import appointments
from bot.shop.appointments import SlotRefused, UnknownAppointment
from bot.shop.models import Appointment, AppointmentState, Service
from bot.shop.opening import opening_on
from bot.shop.refusals import refusal_words
from bot.shop.slots import free_slots, nearest_free_slots
from bot.shop.wording import full_day_words, hours_words

_GONE = "Deze afspraak is intussen afgezegd. Er is niets veranderd."
_ACTIONS = ("appointment.moved", "appointment.changed", "appointment.cancelled")


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and "toon" in request.POST:
        return _new_page(request, DayForm(request.POST), PersonForm(initial=request.POST.dict()))
    if request.method == "POST":
        return _book(request)
    wish = DayForm(
        {"service": request.GET.get("service") or _first_service(), "day": asked_day(request)}
    )
    return _new_page(request, wish, PersonForm(), asked=_asked_time(request))


@for_staff
@require_safe
def appointment(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _find(pk), day=asked_day(request) if "dag" in request.GET else None)


@for_who_may(KEEP_SHOP)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    found = _find(pk)
    form = StartForm(request.POST)
    if not form.is_valid():
        return _page(request, found, problem=str(form.errors["start"][0]))
    start = form.cleaned_data["start"]
    if mark_of([found]) != request.POST.get(SEEN):
        return _page(
            request, found, day=start.date(), problem=changed_meanwhile(_ACTIONS, found.number)
        )
    before = found.start
    try:
        appointments.move(found, start)
    except UnknownAppointment:
        return _page(request, _find(pk), problem=_GONE)
    except SlotRefused as refusal:
        return _page(request, found, day=start.date(), problem=refusal_words(refusal), near=start)
    write_down(
        user_of(request), "appointment.moved", found.number, _when(before), _when(found.start)
    )
    messages.success(
        request,
        f"Verzet naar {_moment(found.start)}. De klant krijgt hier geen bericht van.",
    )
    return redirect("review:appointment", pk)


@for_who_may(KEEP_SHOP)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    found = _find(pk)
    is_booked = found.state == AppointmentState.BOOKED
    if is_booked and mark_of([found]) != request.POST.get(SEEN):
        messages.warning(request, changed_before_it_went(_ACTIONS, found.number))
        return redirect("review:appointment", pk)
    try:
        appointments.cancel(found)
    except UnknownAppointment:
        return _page(request, _find(pk), problem=_GONE)
    write_down(user_of(request), "appointment.cancelled", found.number, _when(found.start))
    messages.success(
        request, "Afgezegd, de tijd is weer vrij. De klant krijgt hier geen bericht van."
    )
    return _to_day(found.start.date())


@for_who_may(KEEP_SHOP)
@require_POST
def change_person(request: HttpRequest, pk: int) -> HttpResponse:
    if not may_see_people(request):
        raise Http404
    with transaction.atomic():
        found = _find(pk, for_change=True)
        seen = mark_of([found])
        form = PersonForm(request.POST, instance=found)
        if not form.is_valid():
            return _page(request, _find(pk), person_form=form)
        if seen != request.POST.get(SEEN):
            problem = changed_meanwhile(_ACTIONS, found.number)
            return _page(request, _find(pk), person_form=form, problem=problem)
        if form.has_changed():
            found.save(update_fields=["name", "phone", "email"])
            what = {str(form.fields[name].label): "gewijzigd" for name in form.changed_data}
            write_down(user_of(request), "appointment.changed", found.number, {}, what)
    messages.success(request, "De gegevens zijn bewaard.")
    return redirect("review:appointment", pk)


def _book(request: HttpRequest) -> HttpResponse:
    wish, when, person = DayForm(request.POST), StartForm(request.POST), PersonForm(request.POST)
    if not all([wish.is_valid(), when.is_valid(), person.is_valid()]):
        return _new_page(request, wish, person, when)
    service, start = wish.cleaned_data["service"], when.cleaned_data["start"]
    try:
        booked = appointments.book(service, start, **person.cleaned_data)
    except SlotRefused as refusal:
        return _new_page(request, wish, person, problem=refusal_words(refusal), near=start)
    write_down(
        user_of(request),
        "appointment.booked",
        booked.number,
        after={"dienst": service.name, **_when(booked.start)},
    )
    messages.success(request, f"De afspraak staat: {service.name}, {_moment(booked.start)}.")
    return _to_day(booked.start.date())


def _new_page(
    request: HttpRequest,
    wish: DayForm,
    person: PersonForm,
    when: StartForm | None = None,
    problem: str = "",
    near: datetime | None = None,
    asked: datetime | None = None,
) -> HttpResponse:
    times: dict[str, Any] = {}
    if wish.is_valid():
        service, day = wish.cleaned_data["service"], wish.cleaned_data["day"]
        times = _times(service, day, near or asked or _chosen(when))
    problem = problem or (str(when.errors["start"][0]) if when and when.errors else "")
    context = {"wish": wish, "person_form": person, "problem": problem, **times}
    return shop_page(request, "appointment_new.html", "agenda", context)


def _page(
    request: HttpRequest,
    found: Appointment,
    day: date | None = None,
    person_form: PersonForm | None = None,
    problem: str = "",
    near: datetime | None = None,
) -> HttpResponse:
    is_booked = found.state == AppointmentState.BOOKED
    may_see = may_see_people(request)
    context: dict[str, Any] = {
        "appointment": found,
        "person": Person.of(found, may_see),
        "person_form": person_form or PersonForm(instance=found),
        "conversation": conversation_of(found),
        "is_past": found.start <= clock.now(),
        "can_move": is_booked and found.start > clock.now(),
        "problem": problem,
        "mark": mark_of([found]),
        "is_moving": bool(day or problem) and not person_form,
    }
    if context["can_move"]:
        # The day that is asked for may have gone by since.
        chosen = max(day or found.start.date(), clock.today())
        context |= _times(found.service, chosen, near or found.start, moving=found)
    return shop_page(request, "appointment.html", "agenda", context)


def _times(
    service: Service, day: date, near: datetime | None, moving: Appointment | None = None
) -> dict[str, Any]:
    """Return the free times of a day, and those nearest to what was wanted when it has none."""
    free = free_slots(service, day, moving=moving)
    opening = opening_on(day)
    reason = f" vanwege {opening.reason}" if opening.reason else ""
    around = near or datetime.combine(day, datetime.min.time(), clock.ZONE).replace(hour=12)
    return {
        "day": day,
        "free": free,
        "picked": near if near in free else None,
        "missed": near if near and near.date() == day and near not in free else None,
        "elsewhere": [] if free and near in free else _nearest(service, around, free, moving),
        "hours": f"Open van {hours_words(opening.intervals)}{reason}."
        if opening.is_open
        else f"De winkel is {full_day_words(day)} dicht{reason}.",
    }


def _nearest(
    service: Service, around: datetime, shown: list[datetime], moving: Appointment | None
) -> list[datetime]:
    if shown:
        return []
    return nearest_free_slots(service, around, moving=moving)


def _asked_time(request: HttpRequest) -> datetime | None:
    try:
        asked = parse_time(request.GET.get("tijd", ""))
    except ValueError:
        asked = None
    return datetime.combine(asked_day(request), asked, clock.ZONE) if asked else None


def _chosen(when: StartForm | None) -> datetime | None:
    return when.cleaned_data.get("start") if when and when.is_valid() else None


def _first_service() -> int | None:
    first = Service.objects.filter(active=True).first()
    return first.pk if first else None


def _find(pk: int, for_change: bool = False) -> Appointment:
    rows = Appointment.objects.select_related("service")
    if for_change:
        rows = rows.select_for_update(of=("self",))
    return get_object_or_404(rows, pk=pk)


def _moment(start: datetime) -> str:
    return f"{full_day_words(start.date())} om {start:%-H:%M} uur"


def _when(start: datetime) -> dict[str, str]:
    return {"wanneer": _moment(start.astimezone(clock.ZONE))}


def _to_day(day: date) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('review:agenda')}?dag={day}")
