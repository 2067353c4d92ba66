"""Days that customers call by their name."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _kings_day(year: int) -> date:
    birthday = date(year, 4, 27)
    return birthday - timedelta(days=1) if birthday.weekday() == 6 else birthday


def _sunday_of(month: int, ordinal: int) -> Callable[[int], date]:
    def on(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=6 - first.weekday() + 7 * (ordinal - 1))

    return on


_FIRST, _SECOND = r"(?:w?1e )", r"(?:w?2e )"
# Patterns over the words of a message as `time_tokens` writes them.
HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (rf"w?1e(?= (?:en|of) {_SECOND}kerstdag)", _on(12, 25)),
    (rf"w?1e(?= (?:en|of) {_SECOND}paasdag)", _from_easter(0)),
    (rf"w?1e(?= (?:en|of) {_SECOND}pinksterdag)", _from_easter(49)),
    (rf"{_SECOND}kerstdag", _on(12, 26)),
    (rf"{_FIRST}?(?:kerstdag|kerstdagen|kerst|kerstmis)", _on(12, 25)),
    (r"kerstavond", _on(12, 24)),
    (r"(?:oudejaarsdag|oudjaarsdag|oudejaarsavond|oudjaarsavond|oudjaar)", _on(12, 31)),
    (r"(?:oud en nieuw)", _on(12, 31)),
    (r"(?:nieuwjaarsdag|nieuwjaar)", _on(1, 1)),
    (r"(?:koningsdag|koninginnedag)", _kings_day),
    (r"bevrijdingsdag", _on(5, 5)),
    (r"(?:sinterklaas|sinterklaasavond|sinterklaasdag|pakjesavond)", _on(12, 5)),
    (r"goede vrijdag", _from_easter(-2)),
    (rf"(?:{_SECOND}paasdag|paasmaandag)", _from_easter(1)),
    (rf"{_FIRST}?(?:paasdag|paasdagen|paaszondag|pasen)", _from_easter(0)),
    (r"(?:hemelvaartsdag|hemelvaartdag|hemelvaart)", _from_easter(39)),
    (rf"(?:{_SECOND}pinksterdag|pinkstermaandag)", _from_easter(50)),
    (rf"{_FIRST}?(?:pinksterdag|pinksterdagen|pinksterzondag|pinksteren)", _from_easter(49)),
    (r"moederdag", _sunday_of(5, 2)),
    (r"vaderdag", _sunday_of(6, 3)),
)


def coming(holiday: Callable[[int], date], today: date) -> date:
    """Return the next such day, today included."""
    this_year = holiday(today.year)
    return this_year if this_year >= today else holiday(today.year + 1)
