"""Counting when nobody looks, so that whoever looks need not wait."""

import asyncio
import logging

from bot.chat.pool import in_pool
from bot.review.figures.counting.keeping import refresh

logger = logging.getLogger(__name__)

_EVERY_SECONDS = 3600.0


async def keep_counting() -> None:
    """Count every hour, as long as the web process lives."""
    while True:
        try:
            await in_pool(refresh)()
        except Exception:
            # Such as a database that is away for a while; the next round may find it again.
            logger.exception("Counting the figures failed")
        await asyncio.sleep(_EVERY_SECONDS)
