"""What the shop changes, the engine knows at once: every change rewrites the file that tells it.

A new brand, service or colleague is understood; a response is said in the shop's new words.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal

from bot.shop.catalogue import write_vocabulary
from bot.shop.models import Product, ResponseText, Service, Shop
from bot.shop.responses import write_responses

# After the shop's facts were loaded from a file.
shop_loaded = Signal()


def connect() -> None:
    for signal in (post_save, post_delete):
        for model in (Product, Service, Shop):
            signal.connect(
                _rewrite_vocabulary, sender=model, dispatch_uid=f"vocabulary-{model.__name__}"
            )
        signal.connect(_rewrite_responses, sender=ResponseText, dispatch_uid="responses")


def _rewrite_vocabulary(**_: Any) -> None:
    transaction.on_commit(write_vocabulary)


def _rewrite_responses(**_: Any) -> None:
    transaction.on_commit(write_responses)
