"""Reads the clock times and the parts of a day that a message holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.engine.entities.time_tokens import Reading

_HOUR = r"(?P<hour>1[0-2]|[1-9]|een)"
_ANY_HOUR = r"(?P<hour>2[0-3]|1\d|\d)"
_AROUND = (
    r"(?:(?:klokslag|precies|exact|uiterlijk|iets|vlak|ongeveer|zo|een|circa|ca|de klok van) )*"
)
_PREPOSITION = r"(?:om|rond|tegen|omstreeks|vanaf|voor|na|tot|richting|tussen|om en nabij)"
_SURE = r"(?:om|rond|tegen|omstreeks)"
_LEAD = rf"(?:{_PREPOSITION} )?{_AROUND}"
_OCLOCK = r"(?:(?:uur|ure) )?"
_MONEY = r"(?!(?:euro|eur|€|procent|%|cent|dioptrie|graden) )"
_MINUTES = r"(?P<minutes>kwart|5|10|20|25|\d{1,2} minuten) (?P<side>voor|over|na) "

_BESIDE_HALF = re.compile(rf"(?<= ){_LEAD}{_MINUTES}(?P<half>half) {_HOUR} {_OCLOCK}{_MONEY}")
_BESIDE_HOUR = re.compile(
    rf"(?<= ){_LEAD}{_MINUTES}{_HOUR} {_OCLOCK}{_MONEY}(?!min|dagen|weken|% )"
)
_HALF = re.compile(
    rf"(?<= )(?<! en )(?<! een ){_LEAD}half {_HOUR} {_OCLOCK}{_MONEY}(?!jaar|liter|dag |uur )"
)
_COLON = re.compile(r"(?<= )" + _LEAD + r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d) (?:uur )?")
_HOUR_AND_MINUTES = re.compile(
    rf"(?<= ){_LEAD}{_ANY_HOUR} uur (?P<minute>[0-5]\d) (?!{'minuten|euro|personen'})"
)
_DOT = re.compile(
    rf"(?<= )(?P<lead>(?:{_PREPOSITION} )?{_AROUND})(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d) "
    rf"(?P<oclock>uur )?{_MONEY}(?!(?:per|cm|mm|km|m|ml|sterkte|links|rechts) )"
)
_NO_CLOCK = re.compile(
    r" (?:sterktes?|kost|kosten|kostte|prijs|euro|€|betaal\w*|plus|min|dioptrie|cilinder|cyl|"
    r"goedkoper|duurder|korting|links|rechts|ld|rd|od|os|versie|add) "
)
_RANGE_DASH = re.compile(r"(?<= )(?:om |van |tussen )?@/(?P<to>\d+)/(?P<from>\d+) uur ")
_RANGE = re.compile(
    r"(?<= )(?P<link>tussen|van) (?P<from>2[0-3]|1\d|[1-9]) (?:uur )?(?:en|tot|-) "
    r"(?P<to>2[0-3]|1\d|[1-9]) (?P<oclock>uur )?"
)
_WITH_OCLOCK = re.compile(rf"(?<= )(?P<lead>(?:{_PREPOSITION} )?{_AROUND}){_ANY_HOUR} uur {_MONEY}")
_ONE_OCLOCK = re.compile(rf"(?<= )(?:{_SURE}|vanaf|na|voor|tot|~) (?:de )?een uur (?!of |\d)")
_HOUR_OR_SO = re.compile(
    rf"(?<= )(?P<lead>{_LEAD})(?:uur of|een uur of|uurtje of) {_HOUR} {_OCLOCK}"
)
_ABOUT_HOUR = re.compile(rf"(?<= ){_PREPOSITION} {_AROUND}(?P<hour>1[0-2]|[1-9])en ")
_COUNTED = (
    r"(?:jaar|jarige|jr|jarig|dagen|dag|weken|week|maanden|maand|minuten|minuut|seconden|stuks|keer|"
    r"x|maal|\w*bril\w*|paar|personen|mensen|man|kinderen|glazen|lenzen|monturen|meter|km|mm|cm|"
    r"euro|eur|€|procent|%|redenen|afspraken|doosjes|pakjes|flesjes|werkdagen|punten|termijnen|"
    r"sterren|plekken|graden|uren|\w+en (?:voor|van|op) )"
)
_BARE = re.compile(
    rf"(?<= ){_SURE} {_AROUND}(?P<hour>2[0-3]|1\d|\d|een(?= (?:$|[.,?!])))e? (?!{_COUNTED} )"
)
_BARE_BESIDE_DAY = re.compile(
    rf"(?<=~ )(?:, )?(?:{_PREPOSITION} )?{_AROUND}(?P<hour>2[0-3]|1\d|\d) (?!{_COUNTED} )"
    r"(?=$|[.,?!/-] |(?:of|en|tot|kan|is|lukt|past|graag|aub|ook|terecht|langs|komen|mag|bij|ik|"
    r"goed|ok|oke|dan|hoor|voor|om) )"
)
_PAIRED = re.compile(
    rf"(?<= )(?P<lead>(?:(?:{_PREPOSITION}|van) )?)(?P<hour>2[0-3]|1\d|\d) (?:of|en|tot|-|/|a) "
    r"(?=~(?!\w))"
)
_LATER_HOURS = re.compile(
    r"(?<= )over (?:(?:ongeveer|circa|ca|pakweg|krap|ruim|een klein|nog geen) )?(?:"
    r"(?P<three>3 kwartier) |(?P<quarter>(?:een )?kwartier) |"
    r"(?P<half>(?:een )?(?:half uur|halfuur)) |(?P<more>anderhalf uur) |"
    r"(?P<count>\d{1,2}|een) (?P<and>en een half )?uur (?:of (?P<rather>\d) )?(?!of )|"
    r"(?P<minutes>\d{1,3}) minuten )"
)
# "3 uur gewacht" is how long, not when.
_LASTING_BEFORE = re.compile(
    r" (?:al|elke|iedere|ieder|per|binnen|nog|ruim|minstens|minimaal|maximaal|max|duurt|duurde|"
    r"duren|wacht|gewacht|sinds|gedurende|langer dan|meer dan|de|zo'n|bijna|tot wel|hele|in|om de|"
    r"gemiddeld|anderhalf|half|zit|kost|na ruim) $"
)
_LASTING_AFTER = re.compile(
    r"(?:(?:lang|geleden|rijden|parkeren|parkeer|wachten|gewacht|per|durend|duren|duurt|later|eerder|bezig|werk|"
    r"werken|gewerkt|onderweg|slapen|slaap|extra|achter elkaar|stuk|vooraf|gereden|gestaan|"
    r"staan wachten|zitten wachten|aan een stuk|reizen|dragen|gedragen|lezen|tv|scherm) |"
    r"van tevoren |van te voren |na elkaar |in de (?:rij|wacht|auto|week) |achter )"
)
_PART = r"(?P<part>ochtend|middag|avond)"
_BETWEEN_PARTS = re.compile(r"(?<= )tussen de middag ")
_SIDE_OF_NOON = re.compile(r"(?<= )(?P<side>voor|na) (?:de )?(?:middag|noen) ")
_PART_ADVERB = re.compile(rf"(?<= )(?:(?:altijd|s) )?{_PART}s ")
_PART_LED = re.compile(
    r"(?<= )(?P<this>deze )?(?:(?:in|tegen|naar|van|rond|op|voor|tot|eind|einde|begin|"
    r"liefst|liever|graag) )*(?:(?:het )?(?:einde?|begin|loop) (?:van )?)?(?P<the>(?:de|den) )?"
    rf"(?P<how>(?:late|vroege|later in de|vroeg in de) )?{_PART} "
)
_HABIT = re.compile(
    r" (?:altijd|elke|iedere|vaak|meestal|soms|vooral|steeds|auto|rijd|rijden|lees|lezen|zie|zien|"
    r"ziet|hoor ik|versta|koplampen|schemer|donker|last|moe|moeite|pijn) "
)


@dataclass(frozen=True)
class Clock:
    """A time on the dial, as said; `until` closes a span such as "tussen 10 en 11"."""

    first: int
    after: int
    minutes: int
    until: int | None = None


@dataclass(frozen=True)
class Part:
    first: int
    after: int
    name: str
    today: bool = False


@dataclass(frozen=True)
class Later:
    """So many minutes from now."""

    first: int
    after: int
    minutes: int


def read_later(reading: Reading) -> list[Later]:
    return [
        Later(*reading.take(match), _minutes_on(match)) for match in reading.matches(_LATER_HOURS)
    ]


def _minutes_on(match: re.Match[str]) -> int:
    if match["minutes"]:
        return int(match["minutes"])
    for group, minutes in (("three", 45), ("quarter", 15), ("half", 30), ("more", 90)):
        if match[group]:
            return minutes
    count = match["rather"] or match["count"]
    return (1 if count == "een" else int(count)) * 60 + (30 if match["and"] else 0)


def read_beside(reading: Reading) -> list[Clock]:
    """Read "kwart over drie" and "tien voor half vier", before "over drie uur" can be misread."""
    found = []
    for pattern in (_BESIDE_HALF, _BESIDE_HOUR):
        for match in reading.matches(pattern):
            off = 15 if match["minutes"] == "kwart" else int(match["minutes"].split()[0])
            is_half = pattern is _BESIDE_HALF
            base = _hour(match["hour"]) * 60 - (30 if is_half else 0)
            minutes = base - off if match["side"] == "voor" else base + off
            found.append(Clock(*reading.take(match), _on_dial(minutes)))
    return found


def read_clocks(reading: Reading) -> list[Clock]:
    found: list[Clock] = []
    for match in reading.matches(_RANGE_DASH):
        first, after = reading.take(match)
        found.append(Clock(first, after, int(match["from"]) * 60, int(match["to"]) * 60))
    for match in reading.matches(_RANGE):
        counted = re.match(f"{_COUNTED} |:|\\d", reading.line[match.end() :])
        if not counted and (
            match["oclock"] or match["link"] == "tussen" or _by_day(reading, match)
        ):
            first, after = reading.take(match)
            found.append(Clock(first, after, int(match["from"]) * 60, int(match["to"]) * 60))
    for match in reading.matches(_HALF):
        minutes = _on_dial(_hour(match["hour"]) * 60 - 30)
        found.append(Clock(*reading.take(match), minutes))
    for pattern in (_COLON, _HOUR_AND_MINUTES, _DOT):
        for match in reading.matches(pattern):
            if pattern is not _DOT or _is_clock(match, reading):
                minutes = int(match["hour"]) * 60 + int(match["minute"])
                found.append(Clock(*reading.take(match), minutes))
    found.extend(_whole_hours(reading))
    found.extend(_paired(reading))
    return _spans(reading, sorted(found, key=lambda clock: clock.first))


def _by_day(reading: Reading, match: re.Match[str]) -> bool:
    return reading.line[: match.start()].endswith("~ ")


def _whole_hours(reading: Reading) -> Iterator[Clock]:
    for match in reading.matches(_HOUR_OR_SO):
        if not _LASTING_AFTER.match(reading.line, match.end()):
            yield Clock(*reading.take(match), _hour(match["hour"]) * 60)
    for match in reading.matches(_WITH_OCLOCK):
        if not _lasts(reading, match):
            yield Clock(*reading.take(match), int(match["hour"]) * 60)
    for match in reading.matches(_ONE_OCLOCK):
        if not _LASTING_AFTER.match(reading.line, match.end()):
            yield Clock(*reading.take(match), 60)
    for pattern in (_ABOUT_HOUR, _BARE, _BARE_BESIDE_DAY):
        for match in reading.matches(pattern):
            yield Clock(*reading.take(match), _hour(match["hour"]) * 60)
    if re.fullmatch(r" (?:een|1) uur (?:[.!?] )*", reading.line):
        yield Clock(0, 2, 60)


def _lasts(reading: Reading, match: re.Match[str]) -> bool:
    if _LASTING_AFTER.match(reading.line, match.end()):
        return True
    sure = re.match(rf"{_SURE} ", match["lead"]) is not None
    return not sure and _LASTING_BEFORE.search(reading.line[: match.start()]) is not None


def _is_clock(match: re.Match[str], reading: Reading) -> bool:
    """Tell 14.30 the time from 14.30 the price or the strength."""
    if match["oclock"] or re.match(rf"(?:{_SURE}|vanaf|na|tussen|tot|richting) ", match["lead"]):
        return True
    before = reading.line[: match.start()]
    if before.endswith(("~ ", "~ , ")):
        return True
    likely = 8 <= int(match["hour"]) <= 20 and int(match["minute"]) % 5 == 0
    return likely and not _NO_CLOCK.search(reading.line)


def _paired(reading: Reading) -> Iterator[Clock]:
    """Read the first of "tussen 10 en 11 uur" and "10 of 11 uur", once the second is read."""
    for match in reading.matches(_PAIRED):
        after = reading.index_at(match.end())
        last = reading.tokens[after].canonical
        if last == "#" or not re.match(r"\d|half|kwart|om|een|uur", last):
            continue
        yield Clock(*reading.take(match, "hour"), int(match["hour"]) * 60)


def _spans(reading: Reading, clocks: list[Clock]) -> list[Clock]:
    spans: list[Clock] = []
    for clock in clocks:
        previous = spans[-1] if spans else None
        joint = reading.between(previous.after, clock.first) if previous else []
        opening = reading.tokens[max(0, previous.first - 1) if previous else 0].canonical
        own = reading.tokens[previous.first].canonical if previous else ""
        is_span = joint in (["tot"], ["-"]) or (
            (joint == ["en"] and "tussen" in (opening, own))
            or (joint == [] and previous and reading.tokens[clock.first].canonical == "tot")
        )
        if previous and is_span and previous.until is None:
            first = previous.first - (1 if opening in ("tussen", "van") else 0)
            spans[-1] = Clock(max(first, 0), clock.after, previous.minutes, clock.minutes)
        else:
            spans.append(clock)
    return spans


def read_parts(reading: Reading, day_ends: set[int]) -> list[Part]:
    for match in reading.matches(_BETWEEN_PARTS):
        reading.take(match)
    found = []
    for match in reading.matches(_SIDE_OF_NOON):
        name = "ochtend" if match["side"] == "voor" else "middag"
        found.append(Part(*reading.take(match), name))
    for match in reading.matches(_PART_ADVERB):
        beside_day = reading.index_at(match.start()) in day_ends
        if beside_day or not _HABIT.search(reading.line):
            found.append(Part(*reading.take(match), match["part"]))
    for match in reading.matches(_PART_LED):
        if _is_meant(match, reading, day_ends):
            found.append(Part(*reading.take(match), match["part"], bool(match["this"])))
    return sorted(found, key=lambda part: part.first)


def _is_meant(match: re.Match[str], reading: Reading, day_ends: set[int]) -> bool:
    if match["this"] or match["how"]:
        return True
    place = reading.index_at(match.start())
    if reading.tokens[place - 1].canonical in (".", ","):
        place -= 1
    if place in day_ends:
        return True
    led = match.start("part") > match.start()
    if led and match.group().startswith("de "):
        return False
    before = reading.line[: match.start()]
    if re.search(
        r" (?:hele|halve|tussen|elke|iedere|goede|fijne|prettige|een|dezelfde|gezellige) $", before
    ):
        return False
    if led:
        return True
    return len(reading.tokens) <= 3 or before.strip(" ,.~") == "" or before.endswith(" of ")


def _hour(written: str) -> int:
    return 1 if written == "een" else int(written)


def _on_dial(minutes: int) -> int:
    """Half past noon is said "half een": the hour before one is twelve."""
    return minutes + 12 * 60 if minutes < 60 else minutes
