"""A week as a table: a column for each day, a row for each quarter of an hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from bot.review.shopkeeping.agenda.days import QUARTER, Day, Stretch, clock_of, is_to_come

_HOUR = 60
# Of a week without any hours or appointments.
_USUAL = (9 * _HOUR, 17 * _HOUR)


@dataclass(frozen=True)
class Cell:
    day: Day
    stretch: Stretch
    rows: int


@dataclass(frozen=True)
class Row:
    at: time
    # The cell with the hour spans the quarters until the next.
    hour_rows: int
    cells: list[Cell]


def week_grid(days: Sequence[Day]) -> list[Row]:
    stretches = [stretch for day in days for stretch in day.stretches]
    first = min((each.first for each in stretches), default=_USUAL[0]) // QUARTER * QUARTER
    last = -(-max((each.last for each in stretches), default=_USUAL[1]) // QUARTER) * QUARTER
    columns = [dict(_column(day, first, last)) for day in days]
    return [
        Row(
            clock_of(at),
            _rows_until_next_hour(at, last) if at == first or at % _HOUR == 0 else 0,
            [column[at] for column in columns if at in column],
        )
        for at in range(first, last, QUARTER)
    ]


def _column(day: Day, first: int, last: int) -> Iterator[tuple[int, Cell]]:
    """Yield a day's cells by the row where they begin: they leave no quarter out."""
    at = first
    for stretch in day.stretches:
        begin, end = _floor(stretch.first), _floor(stretch.last + QUARTER - 1)
        begin = max(begin, at)
        if begin > at:
            yield at, _cell(day, Stretch(at, begin), at, begin)
        if stretch.is_free:
            for piece_begin, piece_end in _by_hour(begin, end):
                yield piece_begin, _cell(day, stretch, piece_begin, piece_end)
        elif end > begin:
            yield begin, Cell(day, stretch, (end - begin) // QUARTER)
        at = max(at, end)
    if at < last:
        yield at, _cell(day, Stretch(at, last), at, last)


def _by_hour(begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end:
        until = min(end, begin // _HOUR * _HOUR + _HOUR)
        yield begin, until
        begin = until


def _cell(day: Day, stretch: Stretch, begin: int, end: int) -> Cell:
    piece = Stretch(
        begin, end, is_free=stretch.is_free, may_book=stretch.is_free and is_to_come(day.day, end)
    )
    return Cell(day, piece, (end - begin) // QUARTER)


def _floor(minutes: int) -> int:
    return minutes // QUARTER * QUARTER


def _rows_until_next_hour(at: int, last: int) -> int:
    return (min(last, at // _HOUR * _HOUR + _HOUR) - at) // QUARTER
