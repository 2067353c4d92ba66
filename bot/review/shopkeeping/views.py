"""The front page of the shop's things: how it stands today, and who changed what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bot import clock
from bot.review.access import for_staff
from bot.review.shopkeeping.agenda.days import booked_from_now, days_from, outside_hours
from bot.review.shopkeeping.changes import latest
from bot.review.shopkeeping.hours.says import says_of_days
from bot.review.shopkeeping.page import may_see_people, shop_page
from bot.shop.models import Order, OrderStatus, Product, ResponseText, Service

_LATEST = 20


@for_staff
@require_safe
def shop(request: HttpRequest) -> HttpResponse:
    (today,) = days_from(clock.today())
    context: dict[str, Any] = {
        "appointments": len(today.appointments),
        "outside": len(outside_hours(booked_from_now())),
        "says": says_of_days([clock.today()]),
        "products": Product.objects.count(),
        "sold_out": Product.objects.filter(stock=0).count(),
        "services": Service.objects.filter(active=True).count(),
        "ready": Order.objects.filter(status=OrderStatus.READY).count(),
        "delayed": Order.objects.filter(status=OrderStatus.DELAYED).count(),
        "own_texts": ResponseText.objects.count(),
        "changes": latest(_LATEST, may_see_people(request)),
    }
    return shop_page(request, "home.html", "shop", context)
