"""Reads the days of a message: weekdays, dates, holidays, "morgen", "over drie dagen"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.engine.entities.time_calendar import (
    IMPOSSIBLE,
    coming_weekday,
    dated,
    day_of_month,
    span_of,
    weekday_of_week,
)
from bot.engine.entities.time_holidays import HOLIDAYS, coming
from bot.engine.entities.time_tokens import Reading
from bot.engine.entities.time_words import MONTHS, WEEKDAYS

_DAYS = "|".join(WEEKDAYS)
_WEEKDAY = rf"(?P<weekday>{_DAYS})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_NUMBER = r"(?P<day>w?\d{1,2}e|\d{1,2})"
_LEAD = rf"(?:(?:(?:volgende|komende|deze) )?{_WEEKDAY} (?:[.,] )?(?:komende )?)?(?:op )?(?:de )?"
_DASHED = re.compile(rf"(?<= ){_LEAD}@(?P<year>\d*)/(?P<month>\d+)/(?P<day>\d+) ")
_WITH_MONTH = re.compile(
    rf"(?<= ){_LEAD}{_NUMBER} (?:van )?{_MONTH} (?:(?:[.,] )?(?P<year>20\d\d|19\d\d) )?"
)
_SHARING_MONTH = re.compile(rf"(?<= )(?:de )?{_NUMBER} (?:of|en|,|/|tot|-) (?=~)")
# What follows a number that counts something else than the days of a month.
_COUNTED = (
    r"(?:keer|rij|paar|klas|verdieping|etage|plaats|eeuw|maal|poging|week|weken|dag|maand|jaar|"
    r"afspraak|persoon|personen|glas|glazen|oor|oog|kwartaal|helft|lens|lenzen|hands|ronde|stap|"
    r"man|vrouw|kind|kinderen|set|huis|straat|deur|afslag|poot|dochter|zoon|kleinkind|kamer|"
    r"montuur|monturen|product|stuk|stuks|hoortoestel|klacht|vraag|mail|bericht|\w*bril\w*|"
    r"\w*test|\w*meting|\w*controle|termijn|druk|\w*dag|mens|mensen|medewerker|collega|doosje|"
    r"flesje|factuur|bestelling|exemplaar|deel|jaars|uur|:|minuten|over|half|euro|€|x|%)"
)
_OF_WEEKDAY = re.compile(
    rf"(?<= )(?:(?:volgende|komende|deze) )?{_WEEKDAY} (?:[.,] )?(?:op )?(?P<the>de )?{_NUMBER} "
    rf"(?!{_COUNTED} |(?:voor|na) (?:half )?\d)"
)
_OF_MONTH = re.compile(
    rf"(?<= )(?<! in )(?:de (?P<day>\d{{1,2}}e)|(?<=~ )(?:of|en) (?P<other>\d{{1,2}}e)) "
    rf"(?!{_COUNTED} )"
)
_IN_LETTERS = re.compile(
    r"(?:(?<=^ )|(?<= )(?:op|naar|tot|vanaf|liever|van) )de (?P<day>w\d{1,2}e) "
    r"(?=$|[.,?!] |(?:om|kan|lukt|is|past|of|en|graag|ook|dan|langs|komen|rond|aub) )|"
    # "Eenentwintigste" counts little else than days.
    r"(?<= )de (?P<other>w(?:2\d|3[01])e) (?!eeuw )"
)
_ABOUT = r"(?:(?:ongeveer|circa|ca|pakweg|krap|ruim|precies) )?"
_UNIT = r"(?P<unit>dag|dagen|week|weken|maand|maanden|jaar)"
_LATER = rf"over {_ABOUT}(?P<amount>\d{{1,3}}|een) {_UNIT} (?:of (?P<rather>\d{{1,2}}) )?"
_COUNTED_ON = re.compile(
    rf"(?<= )(?:(?:(?:komende|deze) )?(?P<base>{_DAYS}|vandaag|morgen) )?{_LATER}"
    rf"(?:(?:op )?{_WEEKDAY} )?"
)
_HALF_YEAR = re.compile(r"(?<= )over (?:een )?(?:half jaar|halfjaar) ")
_NEXT_WEEK = r"(?P<far>(?:de )?week na )?volgende week"
_FROM_NEXT_WEEK = re.compile(rf"(?<= ){_NEXT_WEEK} ")
_OF_NEXT_WEEK = re.compile(
    rf"(?<= )(?:(?P<first>{_DAYS}) (?:of|en) )?{_WEEKDAY} (?P<rest>(?:(?:in de )?[a-z]+s? )?)"
    rf"(?P<week>(?:, )?(?:(?:van|in) )?(?:de )?{_NEXT_WEEK} )"
)
_OF_THIS_WEEK = re.compile(
    rf"(?<= )(?:deze week (?:, )?(?:nog )?(?:op )?(?P<after>{_DAYS}) |"
    rf"{_WEEKDAY} (?:(?:van|in) )?deze week )"
)
_PAST = re.compile(
    rf"(?<= )(?:(?:eer)?gisteren |(?:vorige|afgelopen|verleden|laatste|laatst|jl) "
    rf"(?:week (?:op )?(?:{_DAYS}) |(?:{_DAYS}|week|weken|maand|jaar|dagen) )|"
    rf"(?:{_DAYS}) (?:vorige week|afgelopen week|jl|geleden) )"
    r"(?:(?:in de )?(?:ochtend|middag|avond)s? )?"
)
# People differ on "volgende vrijdag": the bot asks. A habit is no day either.
_UNCLEAR = re.compile(rf"(?<= )(?:(?:elke|iedere|alle|om de|volgende) (?:{_DAYS})|volgende maand) ")
_SPAN_OF_WEEK = re.compile(r"(?<= )(?:(?:volgende|deze|komende) week|(?:het|dit|komend) weekend) ")
_PLAIN = re.compile(rf"(?<= )(?:(?:deze|komende) )?{_WEEKDAY} (?:komende )?")
_GREETING = re.compile(
    r"(?<= )(?:goede|goeie|goed|goe|prettige|fijne|mooie|guten|lekkere|elke|iedere|hele|zeer) "
    r"morgen |(?<=^ )morgen (?:allemaal|samen|iedereen) "
)
_NEAR = re.compile(
    r"(?<= )(?<! de )(?<! een )(?P<later>(?:de )?dag na )?(?P<word>vandaag|morgen|overmorgen) "
)
_DAYS_AWAY = {"vandaag": 0, "morgen": 1, "overmorgen": 2}


_PART_WORDS = frozenset({",", "in", "de", "ochtend", "middag", "avond", "ochtends", "middags"})


@dataclass(frozen=True)
class Day:
    """A day, or words that name one without a value, and where it stands among the tokens."""

    first: int
    after: int
    on: date | None


def read_days(reading: Reading, today: date) -> list[Day]:
    """Strike out the days; the order matters, as "vrijdag de 27e" is one day."""
    days: list[Day] = []
    for reader in _READERS:
        days.extend(reader(reading, today))
    return _joined(reading, sorted(days, key=lambda day: day.first))


def _joined(reading: Reading, days: list[Day]) -> list[Day]:
    """Make one day of "maandagochtend 7 december"."""
    joined: list[Day] = []
    for day in days:
        last = joined[-1] if joined else None
        if last and last.on and day.on and last.on.weekday() == day.on.weekday():
            words = reading.between(last.after, day.first)
            if words and _PART_WORDS.issuperset(words):
                joined[-1] = Day(last.first, day.after, day.on)
                continue
        joined.append(day)
    return joined


def _struck(reading: Reading, match: re.Match[str], on: date | None) -> Day:
    return Day(*reading.take(match), on)


def _greetings(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_GREETING):
        reading.take(match)
    yield from ()


def _without_value(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_PAST):
        yield _struck(reading, match, None)


def _holidays(reading: Reading, today: date) -> Iterator[Day]:
    for pattern, holiday in _HOLIDAYS:
        for match in reading.matches(pattern):
            yield _struck(reading, match, coming(holiday, today))


_HOLIDAYS = tuple((re.compile(rf"(?<= )(?:{words}) "), holiday) for words, holiday in HOLIDAYS)


def _dates(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_DASHED):
        if re.match(rf"{_COUNTED} |werkdagen |dagen |maanden ", reading.line[match.end() :]):
            continue
        on = dated(int(match["day"]), int(match["month"]), match["year"], today)
        if on != IMPOSSIBLE:
            yield _struck(reading, match, on)
    for match in reading.matches(_WITH_MONTH):
        month = MONTHS.index(match["month"]) + 1
        on = dated(_number(match["day"]), month, match["year"], today)
        if on == IMPOSSIBLE:
            continue
        yield _struck(reading, match, on)
        for other in reading.matches(_SHARING_MONTH):
            if other.end() == match.start():
                on = dated(_number(other["day"]), month, match["year"], today)
                yield _struck(reading, other, None if on == IMPOSSIBLE else on)


def _number(ordinal: str) -> int:
    return int(ordinal.strip("we"))


def _days_of_month(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_OF_WEEKDAY):
        day, weekday = _number(match["day"]), WEEKDAYS.index(match["weekday"])
        on = day_of_month(day, today, weekday)
        sure = match["the"] or match["day"].endswith("e") or day > 20
        if on and (sure or (on.weekday() == weekday and (on - today).days <= 60)):
            yield _struck(reading, match, on)
    for pattern in (_OF_MONTH, _IN_LETTERS):
        for match in reading.matches(pattern):
            on = day_of_month(_number(match["day"] or match["other"]), today)
            if on:
                yield _struck(reading, match, on)


def _counted_on(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_HALF_YEAR):
        yield _struck(reading, match, today + relativedelta(months=6))
    for match in reading.matches(_COUNTED_ON):
        amount = match["rather"] or match["amount"]
        count = 1 if amount == "een" else int(amount)
        base = match["base"] or match["weekday"]
        on = today
        if base in WEEKDAYS:
            on = coming_weekday(base, today)
        elif base:
            on = today + timedelta(days=_DAYS_AWAY[base])
        yield _struck(reading, match, on + span_of(count, match["unit"]))


def _weeks(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_OF_NEXT_WEEK):
        if match["rest"].strip() not in _PARTS_AFTER_WEEKDAY:
            continue
        weeks_on = 2 if match["far"] else 1
        on = weekday_of_week(match["weekday"], today, weeks_on)
        first = match["first"]
        if first:
            yield Day(*reading.take(match, "first"), weekday_of_week(first, today, weeks_on))
        reading.take(match, "week")
        yield Day(*reading.take(match, "weekday"), on)
    for match in reading.matches(_OF_THIS_WEEK):
        on = weekday_of_week(match["after"] or match["weekday"], today, 0)
        yield _struck(reading, match, on if on >= today else None)
    for match in reading.matches(_FROM_NEXT_WEEK):
        yield from _weekdays_after(reading, match, today, 2 if match["far"] else 1)


_PARTS_AFTER_WEEKDAY = {
    *("", "ochtend", "middag", "avond", "ochtends", "middags", "avonds"),
    *("in de ochtend", "in de middag", "in de avond"),
}


def _weekdays_after(
    reading: Reading, week: re.Match[str], today: date, weeks_on: int
) -> Iterator[Day]:
    """Read "volgende week donderdag of vrijdag": the week holds to the end of the sentence."""
    sentence = re.split(r" [.?!] ", reading.line[week.end() :])[0]
    # "Niet volgende week maar vrijdag" names another week.
    sentence = re.split(r" (?:maar|behalve) ", f" {sentence} ")[0][1:]
    found = list(re.finditer(rf"(?:^|(?<= ))(?:komende )?{_WEEKDAY}(?= |$)", sentence))
    if not found:
        yield _struck(reading, week, None)
        return
    first = reading.take(week)[0]
    for match in found:
        start = week.end() + match.start()
        end = week.end() + match.end()
        place = reading.index_at(end - 1)
        close = match is found[0] and match.start() <= 12
        reading.line = f"{reading.line[:start]}{'~' * (end - start)}{reading.line[end:]}"
        yield Day(
            first if close else place, place + 1, weekday_of_week(match["weekday"], today, weeks_on)
        )


def _weekdays(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_UNCLEAR):
        yield _struck(reading, match, None)
    for match in reading.matches(_SPAN_OF_WEEK):
        yield _struck(reading, match, None)
    for match in reading.matches(_PLAIN):
        yield _struck(reading, match, coming_weekday(match["weekday"], today))


def _near(reading: Reading, today: date) -> Iterator[Day]:
    for match in reading.matches(_NEAR):
        later = 1 if match["later"] else 0
        on = today + timedelta(days=_DAYS_AWAY[match["word"]] + later)
        yield _struck(reading, match, on)


_READERS: tuple[Callable[[Reading, date], Iterator[Day]], ...] = (
    _greetings,
    _without_value,
    _holidays,
    _counted_on,
    _dates,
    _days_of_month,
    _weeks,
    _weekdays,
    _near,
)
