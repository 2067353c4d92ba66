"""One bar that shows how a whole is divided."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from bot.review.figures.drawing.drawing import Drawing
from bot.review.figures.drawing.series import Series
from bot.review.figures.showing.numbers import percent, whole

_TALL = 28
_GAP = 0.4


def ribbon(key: str, title: str, of: Sequence[tuple[Series, int]]) -> SafeString:
    total = sum(value for _, value in of) or 1
    said = "; ".join(f"{one.name} {whole(value)}, {percent(value / total)}" for one, value in of)
    drawing = Drawing(key, title, f"{said}.", _TALL)
    x = 0.0
    for one, value in of:
        width = 100 * value / total
        if value:
            tip = f"{one.name}: {whole(value)}"
            drawing.box(x, 0, max(width - _GAP, 0.3), _TALL, one.kind, tip)
        x += width
    return drawing.drawn()
