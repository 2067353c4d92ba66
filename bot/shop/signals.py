"""A new brand, service or colleague is understood at once: every change rewrites the vocabulary."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal

from bot.shop.catalogue import write_vocabulary
from bot.shop.models import Product, Service, Shop

# After the shop's facts were loaded from a file.
shop_loaded = Signal()


def connect() -> None:
    for model in (Product, Service, Shop):
        for signal in (post_save, post_delete):
            signal.connect(_rewrite, sender=model, dispatch_uid=f"vocabulary-{model.__name__}")


def _rewrite(**_: Any) -> None:
    transaction.on_commit(write_vocabulary)
