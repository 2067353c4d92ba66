"""Upright bars over time, of one series or of several on top of each other."""

from collections.abc import Sequence
from math import ceil

from django.utils.safestring import SafeString

from bot.review.figures.drawing.drawing import Drawing
from bot.review.figures.drawing.scale import scale
from bot.review.figures.drawing.series import Column, Series
from bot.review.figures.showing.numbers import whole

_TOP, _TALL, _LABELS = 18, 150, 22
_MOST_LABELS = 12
# Words of a few letters would touch on a small phone.
_MOST_LONG_LABELS = 8
_LONG = 3
_GAP = 1.5
# Room for the numbers beside the lines, in percents; a halo keeps long ones readable.
_LEFT = 8


def columns(
    key: str, title: str, series: Sequence[Series], over: Sequence[Column], before: str = ""
) -> SafeString:
    """Draw them; `before` names what the small marks stand for."""
    values = [max(sum(column.values), column.before or 0) for column in over]
    top, steps = scale(max(values, default=0))
    drawing = Drawing(key, title, _described(series, over), _TOP + _TALL + _LABELS)
    floor = _TOP + _TALL
    for step in steps:
        level = floor - _TALL * step / top
        drawing.line(level, kind="axis" if step == 0 else "grid")
    room = (100 - _LEFT) / len(over)
    width = min(room * 0.68, 12)
    most = _MOST_LABELS if max(len(c.label) for c in over) <= _LONG else _MOST_LONG_LABELS
    every = ceil(len(over) / most)
    for place, column in enumerate(over):
        middle = _LEFT + room * (place + 0.5)
        y: float = floor
        for one, value in zip(series, column.values, strict=True):
            height = _TALL * value / top
            if value:
                y -= height
                # A hair of paper between two parts tells them apart without their colours.
                drawn = max(height - (_GAP if len(series) > 1 else 0), 1)
                drawing.box(middle - width / 2, y, width, drawn, one.kind, _tip(column, one, value))
        if column.before and before:
            half = width / 2 + room * 0.1
            drawing.line(
                floor - _TALL * column.before / top, middle - half, middle + half, "before"
            )
        if place % every == 0:
            drawing.text(middle, floor + 16, column.label, "label middle")
    for step in steps[1:]:
        drawing.text(0, floor - _TALL * step / top - 4, whole(step), "label halo")
    return drawing.drawn()


def _tip(column: Column, series: Series, value: int) -> str:
    return f"{column.title}: {whole(value)} {series.name.lower()}"


def _described(series: Sequence[Series], over: Sequence[Column]) -> str:
    totals = [
        f"{one.name}: {whole(sum(column.values[place] for column in over))}"
        for place, one in enumerate(series)
    ]
    busiest = max(over, key=lambda column: sum(column.values))
    most = sum(busiest.values)
    peak = f" Het meest: {busiest.title}, {whole(most)}." if most and len(over) > 1 else ""
    return f"{'. '.join(totals)}.{peak} De getallen staan in de tabel."
