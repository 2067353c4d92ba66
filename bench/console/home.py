"""Where the made conversations live: never in the shop's own database."""

from __future__ import annotations

import os
from pathlib import Path

_ROOT = Path(__file__).parents[2]
VAR = _ROOT / "var" / "bench-console"
# A database that holds nothing else, when it should not be SQLite's.
_DATABASE = "BENCH_DATABASE_URL"
NOW = "2026-11-24T10:00"


def environment() -> dict[str, str]:
    """Return an environment in which Buur has no other folder and no other database."""
    own = {**os.environ, "BUUR_VAR": str(VAR), "BOT_NOW": NOW, "DATABASE_URL": ""}
    own["DATABASE_URL"] = os.environ.get(_DATABASE, "")
    own["DJANGO_SETTINGS_MODULE"] = "bot.settings"
    return own


def move_in() -> None:
    """Start Django there, in this process."""
    os.environ.update(environment())
    import django

    django.setup()
