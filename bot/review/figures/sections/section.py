from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from bot.review.figures.drawing.series import Series
from bot.review.figures.showing.cells import Cell, Table
from bot.review.figures.showing.numbers import shown


@dataclass(frozen=True)
class Section:
    """One subject on the page: what it comes down to, pictures, and the table under them."""

    key: str
    title: str
    lead: str
    table: Table
    # How it was counted, in words of the shop.
    how: str
    pictures: Sequence[SafeString] = ()
    legend: Sequence[Series] = ()
    is_empty: bool = False

    @property
    def rows(self) -> list[list[str]]:
        return [_shown(row) for row in self.table.rows]

    @property
    def total(self) -> list[str]:
        return _shown(self.table.total)


@dataclass(frozen=True)
class Tile:
    """One figure that somebody wants to see first."""

    key: str
    title: str
    value: str
    before: str = ""
    remark: str = field(default="")


def _shown(row: list[Cell]) -> list[str]:
    return [shown(cell) for cell in row]
