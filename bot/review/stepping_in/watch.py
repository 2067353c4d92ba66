"""What must happen though nobody has the console open."""

import asyncio
import logging

from bot.chat.pool import in_pool
from bot.review.stepping_in import alerts, mail, presence

logger = logging.getLogger(__name__)

_EVERY_SECONDS = 10.0


async def keep_watching() -> None:
    """Mail about who waits and send what is due, as long as the web process lives."""
    while True:
        await asyncio.sleep(_EVERY_SECONDS)
        try:
            await in_pool(watch)()
        except Exception:
            # Such as a database that is away for a while; the next round may find it again.
            logger.exception("Watching over who waits failed")


def watch() -> None:
    alerts.mail_about_calls()
    mail.send_due()
    presence.forget_who_left()
