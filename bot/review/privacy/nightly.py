"""The night's cleaning, in the web process: nobody has to think of a timer."""

import asyncio
import logging

from bot.review.privacy.retention import clean_when_due
from bot.shop.models import ShopNotLoaded

logger = logging.getLogger(__name__)

_EVERY_SECONDS = 600.0


async def keep_cleaning() -> None:
    """Look whether it is time, as long as the web process lives."""
    while True:
        try:
            await clean_when_due()
        except ShopNotLoaded:
            pass
        except Exception:
            # Such as a database that is away for a while; what was left goes the next night.
            logger.exception("The night's cleaning failed")
        await asyncio.sleep(_EVERY_SECONDS)
