"""Lying bars, one under the other, each with its words above it: they need no width for those."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from bot.review.figures.drawing.drawing import Drawing

_TALL, _BAR, _WORDS = 38, 10, 15


@dataclass(frozen=True)
class Row:
    name: str
    value: float
    shown: str
    kind: str = "one"


def rows(key: str, title: str, of: Sequence[Row]) -> SafeString:
    said = "; ".join(f"{row.name} {row.shown}" for row in of)
    drawing = Drawing(key, title, f"{said}.", _TALL * len(of))
    largest = max((row.value for row in of), default=0) or 1
    for place, row in enumerate(of):
        y = _TALL * place
        drawing.text(0, y + _WORDS, row.name, "name")
        drawing.text(100, y + _WORDS, row.shown, "number end")
        drawing.box(0, y + _WORDS + 6, 100, _BAR, "room")
        if row.value:
            drawing.box(
                0,
                y + _WORDS + 6,
                max(100 * row.value / largest, 0.6),
                _BAR,
                row.kind,
                f"{row.name}: {row.shown}",
            )
    return drawing.drawn()
