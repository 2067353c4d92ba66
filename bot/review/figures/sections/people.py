from bot.review.figures.counting.sums import (
    HANDED_OVER,
    MESSAGES_LEFT,
    STEPPED_IN,
    UNANSWERED,
    WAITS,
    WENT_ON,
    Sums,
)
from bot.review.figures.drawing.rows import Row, rows
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Table, Wait
from bot.review.figures.showing.numbers import duration, whole
from bot.review.figures.waiting import quantile, steps


def people(report: Report) -> Section:
    waits = report.total.of(WAITS)
    drawn = [Row(name, times, whole(times)) for name, times in steps(waits)]
    drawn += [
        Row("Ging verder met de chatbot", *_twice(report.total.total(WENT_ON)), "other"),
        Row("Kreeg (nog) geen antwoord", *_twice(report.total.total(UNANSWERED)), "bad"),
    ]
    left, unasked = report.total.total(MESSAGES_LEFT), report.total.total(STEPPED_IN)
    asked = report.total.total(HANDED_OVER)
    return Section(
        "medewerker",
        "Naar een medewerker",
        _lead(asked, quantile(waits, 0.5), quantile(waits, 0.9)),
        Table(
            [
                Column("Wanneer"),
                Column("Overgedragen"),
                Column("Antwoord van een medewerker"),
                Column("Verder met de chatbot"),
                Column("Geen antwoord"),
                Column("Wachten, de helft binnen", "minuten"),
                Column("Wachten, 9 van de 10 binnen", "minuten"),
                Column("Bericht achtergelaten"),
                Column("Zelf ingestapt"),
            ],
            [_row(part.bucket.when, part.sums) for part in report.past],
            _row("Totaal", report.total),
        ),
        "De wachttijd loopt van het overdragen tot het eerste woord van een medewerker, ook als de"
        " winkel dan dicht is. De helft (de mediaan) en 9 van de 10 (het 90e percentiel) gaan over"
        " wie antwoord kreeg. Was de winkel dicht, dan kon de klant een bericht achterlaten:"
        f" {whole(left)} keer. Ongevraagd stapte iemand {whole(unasked)} keer in.",
        [rows("wachten", "Hoe lang klanten wachtten", drawn)],
        is_empty=not (asked or left or unasked),
    )


def _lead(asked: int, median: int | None, most: int | None) -> str:
    said = f"{whole(asked)} keer overgedragen."
    if median is None or most is None:
        return said
    return (
        f"{said} De helft kreeg binnen {duration(median)} antwoord,"
        f" 9 van de 10 binnen {duration(most)}."
    )


def _row(title: Cell, sums: Sums) -> list[Cell]:
    waits = sums.of(WAITS)
    return [
        title,
        sums.total(HANDED_OVER),
        waits.total(),
        sums.total(WENT_ON),
        sums.total(UNANSWERED),
        _wait(quantile(waits, 0.5)),
        _wait(quantile(waits, 0.9)),
        sums.total(MESSAGES_LEFT),
        sums.total(STEPPED_IN),
    ]


def _wait(seconds: int | None) -> Wait | None:
    return None if seconds is None else Wait(seconds)


def _twice(number: int) -> tuple[int, str]:
    return number, whole(number)
