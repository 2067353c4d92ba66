"""A table to take along: as Excel in Dutch opens it."""

import csv
import io

from bot.review.figures.showing.cells import Cell, Minutes, Share, Table, Wait, When

_BOM = "\ufeff"
# A spreadsheet would take what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: Table) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(_safe(column.full_title) for column in table.columns)
    for row in [*table.rows, *([table.total] if table.total else [])]:
        writer.writerow(_written(cell) for cell in row)
    return _BOM + file.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Share(value):
            return _decimal(value * 100)
        case Wait(seconds):
            return _decimal(seconds / 60)
        case Minutes(minutes):
            return _decimal(minutes / 60)
        case When():
            return cell.written
        case int():
            return str(cell)
        case float():
            return _decimal(cell)
    return _safe(str(cell))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
