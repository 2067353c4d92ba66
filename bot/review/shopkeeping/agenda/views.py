"""The agenda by day and by week, on screen, on paper and as a file."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bot import clock
from bot.review.access import for_staff, for_who_may, user_of
from bot.review.dates import sane_day
from bot.review.privacy.reads import AGENDA, note_looking
from bot.review.rights import SEE_PERSONAL_DATA
from bot.review.shopkeeping.agenda.days import Day, booked_from_now, days_from, outside_hours
from bot.review.shopkeeping.agenda.grid import week_grid
from bot.review.shopkeeping.agenda.people import Person
from bot.review.shopkeeping.page import may_see_people, shop_page
from bot.shop.calendar import shop_calendar_file
from bot.shop.models import Appointment

_WEEK = 7


@for_staff
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    note_looking(user_of(request), AGENDA)
    chosen = asked_day(request)
    (one,) = days_from(chosen)
    return shop_page(
        request,
        "agenda_day.html",
        "agenda",
        {
            **_around(chosen, 1),
            "day": one,
            "people": _people(request, [*one.appointments, *one.cancelled]),
            "next_busy": _next_busy(chosen) if not one.appointments else None,
            "outside": outside_hours(booked_from_now()),
        },
    )


@for_staff
@require_safe
def week(request: HttpRequest) -> HttpResponse:
    note_looking(user_of(request), AGENDA)
    chosen = asked_day(request)
    monday = chosen - timedelta(days=chosen.weekday())
    days = days_from(monday, _WEEK)
    return shop_page(
        request,
        "agenda_week.html",
        "agenda",
        {
            **_around(chosen, _WEEK),
            "days": days,
            "monday": monday,
            "sunday": days[-1].day,
            "rows": week_grid(days),
            "people": _people(request, [each for one in days for each in one.appointments]),
        },
    )


@for_who_may(SEE_PERSONAL_DATA)
@require_safe
def day_file(request: HttpRequest, day: date) -> HttpResponse:
    note_looking(user_of(request), AGENDA)
    (one,) = days_from(day)
    events = [
        (each, f"{each.service.name.capitalize()}: {each.name}", f"{each.number}. {each.phone}")
        for each in one.appointments
    ]
    return HttpResponse(
        shop_calendar_file(events),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="agenda-{day}.ics"'},
    )


def asked_day(request: HttpRequest) -> date:
    """Return the day in the address, or today."""
    return sane_day(request.GET.get("dag", "")) or clock.today()


def _around(chosen: date, step: int) -> dict[str, Any]:
    return {
        "chosen": chosen,
        "today": clock.today(),
        "before": chosen - timedelta(days=step),
        "after": chosen + timedelta(days=step),
    }


def _people(request: HttpRequest, appointments: list[Appointment]) -> dict[int, Person]:
    may_see = may_see_people(request)
    return {each.pk: Person.of(each, may_see) for each in appointments}


def _next_busy(chosen: date) -> date | None:
    """Return the first day after one on which somebody comes."""
    later = booked_from_now().filter(start__date__gt=chosen)
    first = later.aggregate(first=Min("start"))["first"]
    return first.astimezone(clock.ZONE).date() if first else None


__all__ = ["Day", "asked_day", "day", "day_file", "week"]
