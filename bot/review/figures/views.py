"""The figures: for whoever works here, since nothing in them is about one person."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bot.review.access import for_staff, for_who_may, user_of
from bot.review.audit import note
from bot.review.figures.counting.keeping import first_day, refresh
from bot.review.figures.forms import MinutesForm
from bot.review.figures.report import report_of
from bot.review.figures.sections import section, sections
from bot.review.figures.showing.csv_file import as_csv
from bot.review.figures.showing.period import Period
from bot.review.figures.tiles import tiles
from bot.review.rights import MANAGE


@for_staff
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    refresh()
    if first_day() is None:
        return render(request, "review/figures/empty.html")
    period = Period.of(request.GET.dict())
    report = report_of(period)
    context = {
        "period": period,
        "tiles": tiles(report),
        "sections": sections(report),
        "may_set_minutes": user_of(request).has_perm(MANAGE),
    }
    return render(request, "review/figures/figures.html", context)


@for_staff
@require_safe
def table(request: HttpRequest, key: str) -> HttpResponse:
    refresh()
    period = Period.of(request.GET.dict())
    found = section(key, report_of(period))
    if found is None:
        raise Http404
    name = f"buur-{key}-{period.file_part}.csv"
    return HttpResponse(
        as_csv(found.table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@for_who_may(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest) -> HttpResponse:
    form = MinutesForm(request.POST or None)
    back = f"{reverse('review:figures')}{Period.of(request.GET.dict()).address}"
    if form.is_valid():
        if changed := form.save():
            note(user_of(request), "figures.minutes_changed", **changed)
            messages.success(request, "De minuten zijn bewaard.")
        return redirect(f"{back}#tijd")
    return render(request, "review/figures/minutes.html", {"form": form, "back": back})
