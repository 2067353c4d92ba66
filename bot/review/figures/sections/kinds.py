from collections import Counter

from bot.review.figures.counting.sums import KINDS
from bot.review.figures.drawing.rows import Row, rows
from bot.review.figures.report import Report
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.cells import Cell, Column, Table, share
from bot.review.figures.showing.numbers import many, whole
from bot.review.understanding import intent_groups, title_of

_TALK = "conversation"
# Of the talk around a question these are questions themselves.
_QUESTIONS_IN_TALK = frozenset(
    {"ask_help", "bot_challenge", "talk_to_human", "other_language", "out_of_scope"}
)
_DRAWN = 12


def kinds(report: Report) -> Section:
    asked = {name: n for name, n in report.total.of(KINDS).items() if _is_question(name)}
    before = report.before.of(KINDS)
    most = Counter(asked).most_common()
    total = sum(asked.values())
    drawn = [Row(title_of(name), n, whole(n)) for name, n in most[:_DRAWN]]
    return Section(
        "vragen",
        "Waar het over ging",
        _lead(most, total),
        _table(report, before, total),
        "Elk bericht dat de chatbot begreep telt bij één soort. Antwoorden op de chatbot, groeten"
        " en bedankjes staan onderaan in de tabel en tellen niet als vraag."
        f" De plaat toont de {_DRAWN} soorten die het meest voorkwamen.",
        [rows("vragen", "Vragen per soort", drawn)],
        is_empty=not total,
    )


def _lead(most: list[tuple[str, int]], total: int) -> str:
    if not most:
        return "Nog geen vragen."
    name, times = most[0]
    return f"{many(total, 'vraag', 'vragen')}. Het vaakst: {title_of(name)}, {whole(times)} keer."


def _table(report: Report, before: Counter[str], total: int) -> Table:
    now = report.total.of(KINDS)
    names = sorted(now.keys() | before.keys(), key=lambda name: (-now[name], title_of(name)))
    questions = [name for name in names if _is_question(name)]
    rest = [name for name in names if not _is_question(name)]
    columns = [
        Column("Soort"),
        Column("Vraag of antwoord"),
        Column("Aantal"),
        Column("Aandeel van de vragen", "%"),
        Column("Periode ervoor"),
    ]
    asked: list[list[Cell]] = [
        [title_of(name), "vraag", now[name], share(now[name], total), before[name]]
        for name in questions
    ]
    said: list[list[Cell]] = [
        [title_of(name), "in het gesprek", now[name], None, before[name]] for name in rest
    ]
    return Table(columns, asked + said)


def _is_question(intent: str) -> bool:
    return intent_groups().get(intent) != _TALK or intent in _QUESTIONS_IN_TALK
