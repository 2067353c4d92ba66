from bot.review.figures.counting.sums import DOWN, THUMBS, UP
from bot.review.figures.drawing.series import Series
from bot.review.figures.report import Report
from bot.review.figures.sections.divided import divided
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.numbers import many, percent

_SERIES = {UP: Series("Duim omhoog", "good"), DOWN: Series("Duim omlaag", "bad")}


def thumbs(report: Report) -> Section:
    total, good = report.total.total(THUMBS), report.total.count(THUMBS, UP)
    return divided(
        report,
        THUMBS,
        _SERIES,
        key="duimen",
        title="Duimen",
        lead=f"{many(total, 'duim', 'duimen')}, {percent(good / total)} omhoog."
        if total
        else "Nog geen duimen.",
        how="Een duim telt op de dag waarop de klant hem gaf. De meeste klanten geven er geen:"
        " lees ze als een teken, niet als een rapportcijfer.",
    )
