"""Which Dutch pipeline the set-up put into the engine's environment."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.engine.run.errors import CannotStart

RECORD = Path(".venv/engine/buur-dutch.json")


@dataclass(frozen=True)
class Pipeline:
    version: str
    origin: str
    sha256: str

    @property
    def fingerprint(self) -> str:
        return f"{self.version} {self.sha256}"

    def __str__(self) -> str:
        whose = "spaCy's official one" if self.origin == "official" else "Buur's own"
        return f"nl_core_news_sm {self.version} ({whose}, sha256 {self.sha256[:12]})"


def used_pipeline(root: Path) -> Pipeline:
    try:
        return Pipeline(**json.loads((root / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise CannotStart(
            "the environments are not made yet. Run setup/environments first."
        ) from None
