"""The shop's facts under the names that responses use in braces."""

from typing import Any

from actions.wording import (
    country_words,
    day_words,
    days_words,
    list_words,
    money_words,
    time_words,
    years_words,
)
from bot import clock
from bot.shop import catalogue
from bot.shop.models import Shop
from bot.shop.opening import is_open_at, next_opening, opening_on

_EXAMPLES = 3


def shop_facts() -> dict[str, Any]:
    shop = Shop.current()
    rules = shop.rules
    single, multifocal = catalogue.glasses_prices()
    frame = catalogue.cheapest_frame_in_stock()
    return {
        "shop_name": shop.name,
        "person": shop.person,
        "colleagues": list_words(shop.colleagues),
        "bot_name": shop.bot_name,
        "since": shop.since,
        "street": shop.street,
        "postcode_town": f"{shop.postcode} {shop.town}",
        "town": shop.town,
        "phone_shop": shop.phone,
        "email_shop": shop.email,
        "website": shop.website,
        "instagram": shop.instagram,
        "parking": shop.parking,
        "bike": shop.bike,
        "bus": shop.bus,
        "accessible": shop.accessible,
        "discount_reason": rules.discount_reason,
        "free_help": list_words(rules.free_help),
        "free_examples": list_words(rules.free_help[:_EXAMPLES]),
        "return_days": days_words(rules.return_days),
        "frame_warranty": years_words(rules.frame_warranty_years),
        "glass_warranty": years_words(rules.glass_warranty_years),
        "fit_promise": rules.fit_promise,
        "payment": list_words(rules.payment),
        "shipping_cost": money_words(rules.shipping_cost),
        "delivery_countries": list_words(map(country_words, rules.delivery_countries)),
        "home_visits": rules.home_visits,
        "insurers": list_words(rules.insurers),
        "insurance": rules.insurance,
        "kept_days": rules.kept_days,
        "after_kept_days": rules.get_after_kept_days_display(),
        "read_by": rules.read_by,
        "used_for": rules.used_for,
        "single_price": money_words(single),
        "multifocal_price": money_words(multifocal),
        "cheap_frame": product_words(frame) if frame else "",
    }


def product_words(product: Any) -> str:
    """Say a product with its price: "Dutz DZ2041 (€ 119)"."""
    return f"{product_name(product)} ({money_words(product.price)})"


def product_name(product: Any) -> str:
    return f"{product.brand} {product.name}"


def product_label(product: Any) -> str:
    """Say a product with its colour, if it has one: "Ray-Ban Clubmaster, zwart"."""
    return ", ".join(filter(None, [product_name(product), product.colour]))


def open_facts() -> tuple[str, dict[str, Any]]:
    """Return the response that says whether the shop is open now, and what fills it."""
    now = clock.now()
    if is_open_at(now):
        interval = next(
            i for i in opening_on(now.date()).intervals if i.opens <= now.time() < i.closes
        )
        return "utter_open_now", {"closes": time_words(interval.closes)}
    opening, interval = next_opening(now)
    facts: dict[str, Any] = {
        "next_day": day_words(opening.day),
        "next_time": time_words(interval.opens),
    }
    return "utter_closed_now", facts
