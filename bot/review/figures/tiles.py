"""The few figures on top."""

from bot.review.figures.counting.sums import (
    ALONE,
    APPOINTMENTS,
    BOOKED,
    DISCOUNT,
    DOWN,
    HANDED_OVER,
    STARTED,
    THUMBS,
    UNDERSTANDING,
    UNDERSTOOD,
    UP,
    WAITS,
    Sums,
)
from bot.review.figures.report import Report
from bot.review.figures.saving import minutes_by_group, savings
from bot.review.figures.sections.section import Tile
from bot.review.figures.showing.numbers import compared, duration, hours, percent, whole
from bot.review.figures.waiting import quantile


def tiles(report: Report) -> list[Tile]:
    now, before = report.total, report.before
    minutes = minutes_by_group()
    saved, saved_before = (sum(s.saved for s in savings(x, minutes)) for x in (now, before))
    median = quantile(now.of(WAITS), 0.5)
    return [
        _counted("gesprekken", "Gesprekken", now.total(STARTED), before.total(STARTED)),
        _part("begrepen", "Begrepen", _understood(now), _understood(before)),
        _part("gesprekken", "Zonder medewerker", _alone(now), _alone(before)),
        Tile(
            "medewerker",
            "Wachten op een medewerker",
            "–" if median is None else duration(median),
            f"{whole(now.total(HANDED_OVER))} keer overgedragen",
        ),
        _part("duimen", "Duim omhoog", _liked(now), _liked(before)),
        _counted(
            "afspraken",
            "Afspraken gemaakt",
            now.count(APPOINTMENTS, BOOKED),
            before.count(APPOINTMENTS, BOOKED),
        ),
        _counted("korting", "Korting gevraagd", now.total(DISCOUNT), before.total(DISCOUNT)),
        Tile("tijd", "Bespaard (schatting)", hours(saved), f"was {hours(saved_before)}"),
    ]


def _counted(key: str, title: str, now: int, before: int) -> Tile:
    return Tile(key, title, whole(now), compared(now, before))


def _part(key: str, title: str, now: float | None, before: float | None) -> Tile:
    earlier = "" if before is None else f"was {percent(before)}"
    return Tile(key, title, "–" if now is None else percent(now), earlier)


def _understood(sums: Sums) -> float | None:
    return _share(sums.count(UNDERSTANDING, UNDERSTOOD), sums.total(UNDERSTANDING))


def _alone(sums: Sums) -> float | None:
    return _share(sums.total(ALONE), sums.total(STARTED))


def _liked(sums: Sums) -> float | None:
    return _share(sums.count(THUMBS, UP), sums.count(THUMBS, UP) + sums.count(THUMBS, DOWN))


def _share(part: int, whole_: int) -> float | None:
    return part / whole_ if whole_ else None
