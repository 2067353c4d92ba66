from bot.review.figures.drawing.rows import Row, rows
from bot.review.figures.report import Report
from bot.review.figures.saving import minutes_by_group, savings
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Minutes, Table
from bot.review.figures.showing.numbers import hours


def time_saved(report: Report) -> Section:
    minutes = minutes_by_group()
    now, before = savings(report.total, minutes), savings(report.before, minutes)
    total = sum(one.saved for one in now)
    drawn = [Row(one.kind.title, one.saved, hours(one.saved)) for one in now]
    table: list[list[Cell]] = [
        [
            one.kind.title,
            one.times,
            float(one.minutes),
            Minutes(one.saved),
            Minutes(earlier.saved),
        ]
        for one, earlier in zip(now, before, strict=True)
    ]
    return Section(
        "tijd",
        "Tijd bespaard, naar schatting",
        f"Ongeveer {hours(total)}.",
        Table(
            [
                Column("Soort"),
                Column("Keer beantwoord"),
                Column("Minuten per keer"),
                Column("Bespaard", "uren"),
                Column("Periode ervoor", "uren"),
            ],
            table,
            [
                "Totaal",
                sum(one.times for one in now),
                None,
                Minutes(total),
                Minutes(sum(one.saved for one in before)),
            ],
        ),
        "Dit is een schatting, geen meting. Geteld is hoe vaak de chatbot een soort vraag begreep"
        " in een gesprek zonder medewerker, per gesprek elke soort één keer, maal de minuten die"
        " zo'n vraag een medewerker kost. Die minuten geven jullie zelf op.",
        [rows("tijd", "Geschatte tijd per soort vraag", drawn)],
        is_empty=not total,
    )
