"""The shop's pages, as its facts are at this moment."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bot import clock
from bot.demo.display import all_offers, glasses_display, hearing_display
from bot.demo.hours import hours_at
from bot.shop.catalogue import glasses_prices
from bot.shop.models import Shop, ShopNotLoaded


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    return _page(request, "home", offers=all_offers())


@require_safe
@never_cache
def glasses(request: HttpRequest) -> HttpResponse:
    return _page(request, "glasses", display=glasses_display())


@require_safe
@never_cache
def hearing(request: HttpRequest) -> HttpResponse:
    display = hearing_display()
    if not display.has_anything:
        raise Http404("this shop does nothing with hearing")
    return _page(request, "hearing", display=display)


@require_safe
@never_cache
def contact(request: HttpRequest) -> HttpResponse:
    return _page(request, "contact")


def _page(request: HttpRequest, name: str, **shown: Any) -> HttpResponse:
    try:
        shop = Shop.current()
    except ShopNotLoaded:
        return render(request, "demo/no_shop.html", status=503)
    facts = {
        "page": name,
        "shop": shop,
        "rules": shop.rules,
        "people": [shop.person, *shop.colleagues],
        "hours": hours_at(clock.now()),
        "today": clock.today(),
        "lenses_from": glasses_prices(),
        "has_hearing": hearing_display().has_anything,
    }
    return render(request, f"demo/{name}.html", facts | shown)
