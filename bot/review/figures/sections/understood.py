from bot.review.figures.counting.sums import (
    ASKED_BACK,
    NOT_UNDERSTOOD,
    UNDERSTANDING,
    UNDERSTOOD,
    Sums,
)
from bot.review.figures.drawing.columns import columns
from bot.review.figures.drawing.ribbon import ribbon
from bot.review.figures.drawing.series import Series
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Table, share
from bot.review.figures.showing.numbers import many, percent

_SERIES = {
    UNDERSTOOD: Series("Begrepen", "good"),
    ASKED_BACK: Series("Doorgevraagd", "middling"),
    NOT_UNDERSTOOD: Series("Niet begrepen", "bad"),
}


def understood(report: Report) -> Section:
    total = report.total.total(UNDERSTANDING)
    good = report.total.count(UNDERSTANDING, UNDERSTOOD)
    parts = [(one, report.total.count(UNDERSTANDING, key)) for key, one in _SERIES.items()]
    pictures = [ribbon("begrepen-deel", "Begrepen of niet, alles bij elkaar", parts)]
    if len(report.parts) > 1:
        over = report.columns(UNDERSTANDING, tuple(_SERIES), with_before=False)
        pictures.append(
            columns("begrepen", "Begrepen of niet, per dag of maand", list(_SERIES.values()), over)
        )
    return Section(
        "begrepen",
        "Begrepen of niet",
        f"Van {many(total, 'bericht', 'berichten')} begreep de chatbot {percent(good / total)}."
        if total
        else "Nog geen berichten van klanten.",
        Table(
            [
                Column("Wanneer"),
                *(Column(one.name) for one in _SERIES.values()),
                Column("Deel begrepen", "%"),
            ],
            [_row(part.bucket.when, part.sums) for part in report.past],
            _row("Totaal", report.total),
        ),
        "Doorgevraagd: de chatbot was niet zeker genoeg en bood iets aan om uit te kiezen."
        " Niet begrepen: hij was niet zeker en bood niets, of hij kwam er door een storing niet"
        " uit. Wat je verbetert verandert deze cijfers niet: ze vertellen wat er toen gebeurde.",
        pictures,
        list(_SERIES.values()),
        is_empty=not total,
    )


def _row(title: Cell, sums: Sums) -> list[Cell]:
    good = sums.count(UNDERSTANDING, UNDERSTOOD)
    return [
        title,
        *(sums.count(UNDERSTANDING, key) for key in _SERIES),
        share(good, sums.total(UNDERSTANDING)),
    ]
