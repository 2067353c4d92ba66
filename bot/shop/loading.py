"""Loading the shop's facts from a file, whole or not at all."""

from pathlib import Path
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from bot.shop.models import (
    ExceptionInterval,
    HouseRules,
    OpeningException,
    OpeningInterval,
    Order,
    Product,
    Service,
    Shop,
)
from bot.shop.shopfile import ShopFileError, read_shop_file
from bot.shop.shopfile.schema import OpeningHoursPart, ServicePart, ShopFile
from bot.shop.signals import shop_loaded

__all__ = ["ShopFileError", "load_shop"]

Row = TypeVar("Row", bound=Model)


def load_shop(path: Path | str) -> None:
    """Make the shop what the file says; appointments and messages stay.

    What has the same key, sku or number is updated, what is not in the file goes. A service that
    appointments refer to stays, but can no longer be booked.
    """
    shop_file = read_shop_file(Path(path))
    with transaction.atomic():
        _save_services(shop_file.services)
        _save_opening_hours(shop_file.opening_hours)
        _save_all(Product, "sku", [Product(**part.model_dump()) for part in shop_file.products])
        _save_all(Order, "number", [Order(**part.model_dump()) for part in shop_file.orders])
        # Last, since saving the shop rewrites the engine's vocabulary.
        _save_rules(shop_file, _save_shop(shop_file))
        shop_loaded.send(Shop)


def _save_shop(shop_file: ShopFile) -> Shop:
    facts = shop_file.shop.model_dump(exclude={"address"})
    shop, _ = Shop.objects.update_or_create(
        defaults={
            **facts,
            **shop_file.shop.address.model_dump(),
            "closed_on_public_holidays": shop_file.opening_hours.public_holidays == "closed",
            "horizon_days": shop_file.appointments.horizon_days,
        },
        pk=1,
    )
    return shop


def _save_rules(shop_file: ShopFile, shop: Shop) -> None:
    policy, privacy = shop_file.policy, shop_file.privacy
    HouseRules.objects.update_or_create(
        shop=shop,
        defaults={
            **policy.model_dump(exclude={"discounts", "reason", "delivery"}),
            "discount_reason": policy.reason,
            "shipping_cost": policy.delivery.shipping_cost,
            "delivery_days": policy.delivery.days,
            "delivery_countries": policy.delivery.countries,
            "glasses_from_single": shop_file.glasses_from.enkelvoudig,
            "glasses_from_multifocal": shop_file.glasses_from.multifocaal,
            **privacy.model_dump(exclude={"erase"}),
        },
    )


def _save_opening_hours(hours: OpeningHoursPart) -> None:
    OpeningInterval.objects.all().delete()
    OpeningException.objects.all().delete()
    OpeningInterval.objects.bulk_create(
        OpeningInterval(weekday=weekday, opens=interval.opens, closes=interval.closes)
        for weekday, intervals in enumerate(hours.week)
        for interval in intervals
    )
    for part in hours.exceptions:
        first, last = part.days
        exception = OpeningException.objects.create(
            first_day=first, last_day=last, reason=part.reason
        )
        ExceptionInterval.objects.bulk_create(
            ExceptionInterval(exception=exception, opens=interval.opens, closes=interval.closes)
            for interval in part.hours
        )


def _save_services(parts: list[ServicePart]) -> None:
    gone = Service.objects.exclude(key__in=[part.key for part in parts])
    gone.filter(appointments__isnull=True).delete()
    gone.update(active=False)
    services = [Service(**part.model_dump(), position=n) for n, part in enumerate(parts)]
    _update_or_create(Service, "key", services)


def _save_all(model: type[Row], key: str, rows: list[Row]) -> None:
    model._default_manager.exclude(**{f"{key}__in": [getattr(row, key) for row in rows]}).delete()
    _update_or_create(model, key, rows)


def _update_or_create(model: type[Row], key: str, rows: list[Row]) -> None:
    fields = [f.name for f in model._meta.concrete_fields if not f.primary_key and f.name != key]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=[key], update_fields=fields
    )
