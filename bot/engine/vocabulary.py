"""What the shop sells and who works there, as the app last wrote it for the engine."""

import json
import os
from pathlib import Path


class ShopVocabulary:
    """Reads `vocabulary.json`, which the app rewrites when the catalogue or the staff change."""

    def __init__(self) -> None:
        self._path = Path(os.environ.get("BUUR_VAR", "var")) / "vocabulary.json"
        self._read_at: int | None = None
        self.brands: dict[str, str] = {}
        self.staff: tuple[str, ...] = ()

    def changed(self) -> bool:
        """Return whether there is something new, having read it."""
        try:
            written_at = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            return False
        if written_at == self._read_at:
            return False
        content = json.loads(self._path.read_text("utf-8"))
        self.brands = {
            phrase: brand
            for brand, phrases in content["brand"].items()
            for phrase in [brand, *phrases]
        }
        self.staff = tuple(content["staff"])
        self._read_at = written_at
        return True
