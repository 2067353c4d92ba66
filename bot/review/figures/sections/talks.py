from bot.review.figures.counting.sums import ALONE, HOURS, SILENT, STARTED
from bot.review.figures.drawing.columns import columns
from bot.review.figures.drawing.series import Column, Series
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing import cells
from bot.review.figures.showing.cells import Table
from bot.review.figures.showing.numbers import many, whole
from bot.review.figures.showing.period import Span

_TALKS = Series("Gesprekken", "one")


def talks(report: Report) -> Section:
    by_hour = report.period.span is Span.DAY
    over = _by_hour(report) if by_hour else report.columns(STARTED)
    before = report.period.before_words
    total, silent = report.total.total(STARTED), report.total.total(SILENT)
    title = "Gesprekken per uur" if by_hour else "Gesprekken"
    return Section(
        "gesprekken",
        "Gesprekken",
        f"{many(total, 'gesprek', 'gesprekken')} met"
        f" {many(report.total.total(HOURS), 'bericht', 'berichten')} van klanten.",
        _hours_table(over) if by_hour else _table(report),
        "Een gesprek telt op de dag van het eerste bericht van de klant."
        f" Wie de chat opent en niets zegt telt niet mee; dat was {whole(silent)} keer."
        " Zonder medewerker: niemand van de winkel is erom gevraagd of schreef mee.",
        [columns("gesprekken", title, [_TALKS], over, before)],
        [_TALKS, Series(before.capitalize(), "before")],
        is_empty=not total,
    )


def _by_hour(report: Report) -> list[Column]:
    (part,) = report.parts
    before = part.before
    return [
        Column(
            str(hour),
            f"{hour} tot {hour + 1} uur",
            (part.sums.count(STARTED, str(hour)),),
            before.count(STARTED, str(hour)) if before else None,
        )
        for hour in range(24)
    ]


def _hours_table(over: list[Column]) -> Table:
    busy = [column for column in over if column.values[0] or column.before]
    return Table(
        [cells.Column("Uur"), cells.Column("Gesprekken"), cells.Column("De dag ervoor")],
        [[column.title, column.values[0], column.before] for column in busy],
        ["Totaal", sum(c.values[0] for c in over), sum(c.before or 0 for c in over)],
    )


def _table(report: Report) -> Table:
    names = (
        "Wanneer",
        "Gesprekken",
        "Periode ervoor",
        "Berichten van klanten",
        "Zonder medewerker",
    )
    rows: list[list[cells.Cell]] = [
        [
            part.bucket.when,
            part.sums.total(STARTED),
            part.before.total(STARTED) if part.before else None,
            part.sums.total(HOURS),
            part.sums.total(ALONE),
        ]
        for part in report.past
    ]
    all_ = report.total
    return Table(
        [cells.Column(name) for name in names],
        rows,
        [
            "Totaal",
            all_.total(STARTED),
            report.before.total(STARTED),
            all_.total(HOURS),
            all_.total(ALONE),
        ],
    )
