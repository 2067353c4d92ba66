"""Weekday by hour: the fuller the square, the busier."""

from collections.abc import Mapping, Sequence
from math import ceil

from django.utils.safestring import SafeString

from bot.review.figures.drawing.drawing import Drawing
from bot.review.figures.showing.numbers import whole

LEVELS = 5
_TALL, _HEAD, _LEFT = 28, 22, 9.0
_GAP_DOWN, _GAP_ACROSS = 2, 0.35


def heat(
    key: str,
    title: str,
    description: str,
    days: Sequence[str],
    hours: Sequence[int],
    counts: Mapping[tuple[int, int], int],
) -> SafeString:
    """Draw `counts` by place in `days` and hour."""
    drawing = Drawing(key, title, description, _HEAD + _TALL * len(days))
    most = max(counts.values(), default=0)
    room = (100 - _LEFT) / len(hours)
    for column, hour in enumerate(hours):
        if hour % 3 == 0:
            drawing.text(_LEFT + room * (column + 0.5), 14, str(hour), "label middle")
    for row, day in enumerate(days):
        y = _HEAD + _TALL * row
        drawing.text(0, y + 18, day[:2], "label")
        for column, hour in enumerate(hours):
            count = counts.get((row, hour), 0)
            level = ceil(LEVELS * count / most) if count else 0
            drawing.box(
                _LEFT + room * column,
                y,
                room - _GAP_ACROSS,
                _TALL - _GAP_DOWN,
                f"heat-{level}",
                f"{day} {hour} tot {hour + 1} uur: {whole(count)}",
            )
    return drawing.drawn()
