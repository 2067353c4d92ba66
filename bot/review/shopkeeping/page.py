"""What every page of the shop's things has: the tabs, and whether its reader may change it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bot.review.access import user_of
from bot.review.rights import KEEP_SHOP, SEE_PERSONAL_DATA

TABS = (
    ("shop", "Overzicht"),
    ("agenda", "Agenda"),
    ("hours", "Openingstijden"),
    ("products", "Producten"),
    ("services", "Diensten"),
    ("orders", "Bestellingen"),
    ("responses", "Antwoorden"),
)


def shop_page(
    request: HttpRequest, template: str, tab: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    return render(
        request,
        f"review/shopkeeping/{template}",
        {
            **context,
            "tabs": [(f"review:{name}", title, name == tab) for name, title in TABS],
            "may_change": may_change(request),
            "may_see_people": may_see_people(request),
        },
        status=status,
    )


def may_change(request: HttpRequest) -> bool:
    return user_of(request).has_perm(KEEP_SHOP)


def may_see_people(request: HttpRequest) -> bool:
    return user_of(request).has_perm(SEE_PERSONAL_DATA)
