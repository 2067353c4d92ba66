"""The one clock: whoever needs the time, in the engine or in the app, asks here."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return the time in Europe/Amsterdam, or where BOT_NOW (ISO 8601, local) stands the clock."""
    standing = os.environ.get("BOT_NOW")
    if not standing:
        return datetime.now(ZONE)
    moment = datetime.fromisoformat(standing)
    return moment.astimezone(ZONE) if moment.tzinfo else moment.replace(tzinfo=ZONE)


def today() -> date:
    return now().date()
