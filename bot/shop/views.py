from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bot.shop.appointments import UnknownAppointment, calendar_file, find_by_number

UNKNOWN = "Deze afspraak ken ik niet (meer). Misschien is hij afgezegd of al geweest."


@require_safe
@never_cache
def appointment_calendar(request: HttpRequest, number: str) -> HttpResponse:
    try:
        appointment = find_by_number(number)
    except UnknownAppointment:
        return HttpResponse(UNKNOWN, status=404, content_type="text/plain; charset=utf-8")
    return HttpResponse(
        calendar_file(appointment),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{appointment.number}.ics"'},
    )
