"""The page's subjects, in its order."""

from bot.review.figures.report import Report
from bot.review.figures.sections.appointments import appointments
from bot.review.figures.sections.busy_hours import busy_hours
from bot.review.figures.sections.discounts import discounts
from bot.review.figures.sections.kinds import kinds
from bot.review.figures.sections.people import people
from bot.review.figures.sections.section import Section
from bot.review.figures.sections.talks import talks
from bot.review.figures.sections.thumbs import thumbs
from bot.review.figures.sections.time_saved import time_saved
from bot.review.figures.sections.understood import understood

_BY_KEY = {
    "gesprekken": talks,
    "vragen": kinds,
    "begrepen": understood,
    "medewerker": people,
    "duimen": thumbs,
    "afspraken": appointments,
    "drukte": busy_hours,
    "korting": discounts,
    "tijd": time_saved,
}


def sections(report: Report) -> list[Section]:
    return [make(report) for make in _BY_KEY.values()]


def section(key: str, report: Report) -> Section | None:
    make = _BY_KEY.get(key)
    return make(report) if make else None
