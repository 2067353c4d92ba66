from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bot import clock
from bot.demo.hours import hours_at
from bot.demo.wording import euros
from bot.shop.catalogue import KINDS_OF_GLASSES, glasses_prices, products, services
from bot.shop.models import Product, Service, Shop, ShopNotLoaded


@require_safe
@never_cache
def shop_window(request: HttpRequest) -> HttpResponse:
    """The shop's page, as its facts are at this moment."""
    try:
        shop = Shop.current()
    except ShopNotLoaded:
        return render(request, "demo/no_shop.html", status=503)
    return render(
        request,
        "demo/shop_window.html",
        {
            "shop": shop,
            "rules": shop.rules,
            "hours": hours_at(clock.now()),
            "services": [(service, _price_of(service)) for service in services()],
            "products": sorted(products(), key=_place_in_window),
            "glasses": glasses_prices(),
        },
    )


def _price_of(service: Service) -> str:
    if service.price is not None:
        return euros(service.price)
    return f"{euros(service.price_from)} tot {euros(service.price_to)}"


def _place_in_window(product: Product) -> int:
    """Glasses stand in front, what goes with them behind."""
    kinds = list(KINDS_OF_GLASSES)
    return kinds.index(product.kind) if product.kind in kinds else len(kinds)
