from collections import Counter

from bot.review.figures.counting.sums import HOURS
from bot.review.figures.drawing.heat import heat
from bot.review.figures.drawing.series import Series
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Table
from bot.review.figures.showing.numbers import many

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# Drawn at least; wider when somebody wrote outside it.
_FROM, _UNTIL = 8, 22


def busy_hours(report: Report) -> Section:
    counts: Counter[tuple[int, int]] = Counter()
    for day, sums in report.days.items():
        for hour, times in sums.of(HOURS).items():
            counts[day.weekday(), int(hour)] += times
    written = [hour for _, hour in counts]
    hours = range(min([_FROM, *written]), max([_UNTIL, *(hour + 1 for hour in written)]))
    rows: list[list[Cell]] = [
        [day, *(counts[place, hour] for hour in range(24))] for place, day in enumerate(_DAYS)
    ]
    return Section(
        "drukte",
        "Drukste uren",
        _lead(counts),
        Table([Column("Dag"), *(Column(f"{hour} uur") for hour in range(24))], rows),
        "Berichten van klanten, naar dag van de week en uur, in Nederlandse tijd."
        " In de tabel staan alle 24 uren.",
        [
            heat(
                "drukte",
                "Berichten per dag en uur",
                _lead(counts),
                _DAYS,
                hours,
                counts,
            )
        ],
        [Series("Rustig", "heat-1"), Series("Druk", "heat-5")],
        is_empty=not counts,
    )


def _lead(counts: Counter[tuple[int, int]]) -> str:
    if not counts:
        return "Nog geen berichten."
    (day, hour), times = counts.most_common(1)[0]
    wrote = many(times, "bericht", "berichten")
    return f"Het drukst: {_DAYS[day]} van {hour} tot {hour + 1} uur, {wrote}."
