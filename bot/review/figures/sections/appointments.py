from bot.review.figures.counting.sums import APPOINTMENTS, BOOKED, CANCELLED, MOVED
from bot.review.figures.drawing.series import Series
from bot.review.figures.report import Report
from bot.review.figures.sections.divided import divided
from bot.review.figures.sections.section import Section
from bot.review.figures.showing.numbers import whole

_SERIES = {
    BOOKED: Series("Gemaakt", "one"),
    MOVED: Series("Verzet", "other"),
    CANCELLED: Series("Afgezegd", "middling"),
}


def appointments(report: Report) -> Section:
    booked = report.total.count(APPOINTMENTS, BOOKED)
    moved = report.total.count(APPOINTMENTS, MOVED)
    cancelled = report.total.count(APPOINTMENTS, CANCELLED)
    return divided(
        report,
        APPOINTMENTS,
        _SERIES,
        key="afspraken",
        title="Afspraken via de chat",
        lead=f"{whole(booked)} gemaakt, {whole(moved)} verzet, {whole(cancelled)} afgezegd.",
        how="Alleen wat de klant zelf in de chat regelde, op de dag waarop dat gebeurde."
        " Wat jullie in de winkel of aan de telefoon afspreken staat hier niet bij.",
    )
