"""A section whose measure is divided over a few keys: shares when it is one day, else columns."""

from collections.abc import Mapping

from bot.review.figures.counting.sums import Sums
from bot.review.figures.drawing.columns import columns
from bot.review.figures.drawing.ribbon import ribbon
from bot.review.figures.drawing.series import Series
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Table


def divided(
    report: Report,
    measure: str,
    series: Mapping[str, Series],
    *,
    key: str,
    title: str,
    lead: str,
    how: str,
) -> Section:
    if len(report.parts) > 1:
        over = report.columns(measure, tuple(series), with_before=False)
        picture = columns(key, title, list(series.values()), over)
    else:
        parts = [(one, report.total.count(measure, name)) for name, one in series.items()]
        picture = ribbon(key, title, parts)

    def row(name: Cell, sums: Sums) -> list[Cell]:
        return [name, *(sums.count(measure, one) for one in series)]

    return Section(
        key,
        title,
        lead,
        Table(
            [Column("Wanneer"), *(Column(one.name) for one in series.values())],
            [row(part.bucket.when, part.sums) for part in report.past],
            row("Totaal", report.total),
        ),
        how,
        [picture],
        list(series.values()),
        is_empty=not report.total.total(measure),
    )
