"""The shop's own wording of responses, as the app last wrote it for the engine."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

from bot.braces import fits

logger = logging.getLogger(__name__)

Responses = dict[str, list[dict[str, Any]]]


class ShopWording:
    """Reads `responses.json`, which the app rewrites when somebody rewords what the bot says."""

    def __init__(self) -> None:
        self._path = Path(os.environ.get("BUUR_VAR", "var")) / "responses.json"
        self._read_at: int | None = None
        self._own: dict[str, dict[str, str]] = {}
        self._domain: Responses | None = None
        self._worded: Responses = {}

    def over(self, domain: Responses) -> Responses:
        """Return the responses with the shop's texts in the place of those of domain.yml."""
        if self._changed() or domain is not self._domain:
            own = {
                name: _worded(domain[name], self._own[name])
                for name in self._own.keys() & domain.keys()
            }
            self._domain, self._worded = domain, {**domain, **own}
        return self._worded

    def _changed(self) -> bool:
        try:
            written_at = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            written_at = None
        if written_at == self._read_at:
            return False
        self._read_at = written_at
        try:
            self._own = json.loads(self._path.read_text("utf-8")) if written_at else {}
        except (OSError, ValueError):
            # Customers must get an answer whatever became of the file.
            logger.exception("cannot read %s", self._path)
        return True


def _worded(variants: list[dict[str, Any]], own: dict[str, str]) -> list[dict[str, Any]]:
    """Reword variants by their number, and add those that the shop has more; buttons stay.

    A text whose facts this domain does not have is left out: the domain is newer than the text.
    """
    originals = [variant.get("text") or "" for variant in variants]
    fitting = {int(number): text for number, text in own.items() if fits(text, originals)}
    reworded = [
        {**variant, "text": fitting.get(number, variant.get("text"))}
        for number, variant in enumerate(variants)
    ]
    more = sorted(number for number in fitting if number >= len(variants))
    return reworded + [{**variants[0], "text": fitting[number]} for number in more]
