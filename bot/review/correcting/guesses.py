"""What the engine takes a text for, when it is asked again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from asgiref.sync import async_to_sync
from django.core.cache import cache

from bot.chat import engine
from bot.chat.engine import EngineUnavailable, Ranking
from bot.review.understanding import title_of

# A better model may be there soon.
_KEPT_SECONDS = 600
_AT_ONCE = 24


@dataclass(frozen=True)
class Guess:
    intent: str
    confidence: float

    @property
    def title(self) -> str:
        return title_of(self.intent)

    @property
    def percentage(self) -> str:
        return f"{int(self.confidence * 100)}%"


def guesses(text: str) -> list[Guess]:
    """Return the engine's best guesses, likeliest first; none when it can't be asked."""
    return rankings([text]).get(text, [])


def rankings(texts: Iterable[str]) -> dict[str, list[Guess]]:
    """Return the guesses for some texts at once; those that the engine can't tell are left out."""
    asked = list(dict.fromkeys(texts))[:_AT_ONCE]
    # By their hash: no words of a customer lie about.
    keys = {text: f"guesses-{hashlib.sha256(text.encode()).hexdigest()}" for text in asked}
    kept: dict[str, Ranking] = cache.get_many(keys.values())
    known = {text: kept[key] for text, key in keys.items() if key in kept}
    if unknown := [text for text in asked if text not in known]:
        try:
            told = dict(zip(unknown, async_to_sync(engine.understand)(unknown), strict=False))
        except EngineUnavailable:
            told = {}
        cache.set_many({keys[text]: ranking for text, ranking in told.items()}, _KEPT_SECONDS)
        known |= told
    return {text: [Guess(*guess) for guess in ranking] for text, ranking in known.items()}


def margin(ranked: list[Guess]) -> float:
    """Return how far the first guess is ahead of the second."""
    if len(ranked) < 2:
        return 1.0
    return ranked[0].confidence - ranked[1].confidence
