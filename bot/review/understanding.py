"""How what the engine understood is called. Read from its files; the engine itself stays away."""

from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings

FALLBACK = "nlu_fallback"


@lru_cache(maxsize=1)
def intent_titles() -> dict[str, str]:
    """Return the Dutch title of each intent."""
    return {
        name: intent["nl"]
        for group in _read("bot/engine/intents.yml").values()
        for name, intent in group.items()
    }


@lru_cache(maxsize=1)
def intent_groups() -> dict[str, str]:
    """Return the group of each intent, in the order of the file."""
    groups = _read("bot/engine/intents.yml")
    return {name: group for group, intents in groups.items() for name in intents}


@lru_cache(maxsize=1)
def threshold() -> float:
    """Return the confidence below which the engine asks back."""
    for component in _read("config.yml")["pipeline"]:
        if component["name"] == "FallbackClassifier":
            return float(component["threshold"])
    return 0.0


def title_of(intent: str) -> str:
    if intent == FALLBACK:
        return "Niet zeker genoeg"
    return intent_titles().get(intent, intent)


def _read(path: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((settings.BASE_DIR / path).read_text("utf-8"))
    return content
