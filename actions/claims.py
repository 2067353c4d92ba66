"""What a message takes for granted, to be held against the shop's facts: an amount, a number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from babel import Locale

from bot.shop.models import Shop

_NUMBERS = {
    word: number
    for number, words in {
        1: "een één",
        2: "twee",
        3: "drie",
        4: "vier",
        5: "vijf",
        6: "zes",
        7: "zeven",
        8: "acht",
        9: "negen",
        10: "tien",
        12: "twaalf",
        14: "veertien",
        20: "twintig",
        24: "vierentwintig",
        30: "dertig",
        60: "zestig",
        100: "honderd",
    }.items()
    for word in words.split()
}
NUMBER = rf"(?P<number>\d+|{'|'.join(_NUMBERS)})"
_MONEY = r"(?P<amount>\d+(?:[.,]\d{1,2})?)"
_AMOUNTS = (
    re.compile(rf"€ ?{_MONEY}", re.I),
    re.compile(rf"\b{_MONEY} ?(?:euro|eur\b|€|,-)", re.I),
    # "Dus 129, klopt?"
    re.compile(rf"^\W*(?:(?:dus|en|maar|voor mij|is dat|toch) )+{_MONEY}(?!\d| ?%| proc)\W", re.I),
)
_DAYS = {"dag": 1, "week": 7, "weken": 7, "maand": 30, "jaar": 365, "jaren": 365}
_SPAN = re.compile(rf"\b{NUMBER} (?P<unit>dag|week|weken|maand|jaar|jaren)", re.I)
_HALF_YEAR = re.compile(r"\bhalf ?jaar\b", re.I)
_YEARS = re.compile(rf"\b{NUMBER} ja(?:ar|ren)\b", re.I)
_INSTALMENTS = re.compile(
    rf"\b{NUMBER} ?(?:x\b|keer|termijn\w*|maand\w*|delen|stukken|maal)|per maand|afbetal\w*|"
    r"gespreid|termijn\w*",
    re.I,
)
_COLOURS = frozenset(
    [
        "zwart",
        "wit",
        "grijs",
        "bruin",
        "blauw",
        "groen",
        "rood",
        "roze",
        "paars",
        "geel",
        "oranje",
        "goud",
        "zilver",
        "beige",
        "havana",
        "lila",
        "turquoise",
        "brons",
        "koper",
        "transparant",
        "doorzichtig",
        "bordeaux",
    ]
)
_INFLECTED = {
    "rode": "rood",
    "witte": "wit",
    "grijze": "grijs",
    "gele": "geel",
    "gouden": "goud",
    "zilveren": "zilver",
    "bronzen": "brons",
    "koperen": "koper",
    "paarse": "paars",
    "transparante": "transparant",
    "doorzichtige": "doorzichtig",
}
_COUNTRIES_BY_CUSTOM = {"holland": "NL", "engeland": "GB", "amerika": "US", "vlaanderen": "BE"}
_TOLD = (
    r"(?:zei(?:den)?|zegt|gezegd|beloof\w*|beloven|afgesproken|toegezegd|staat|stond|mag|mocht|"
    r"vond|vindt|schreef|gaf|geeft|had|doet|zou)"
)
_TELLERS = (
    r"collega\w*|medewerk\w+|verkop\w+|opticien|iemand|eigenaar|baas|chatbot|mail|folder|brief"
)
_OF_PRICE = re.compile(
    r"korting|%|procent|euro\b|€|gratis|prijs|goedkoper|kosteloos|niets? (?:te )?betal|kosten\b",
    re.I,
)


def number_of(said: str) -> int:
    return int(said) if said.isdigit() else _NUMBERS[said.lower()]


def amount_in(text: str) -> Decimal | None:
    """Return the euros that are named, the first if there are more."""
    said = next((found for pattern in _AMOUNTS if (found := pattern.search(text))), None)
    return Decimal(said["amount"].replace(",", ".")) if said else None


def days_in(text: str) -> int | None:
    """Return how long ago or how long a message says, in days."""
    if _HALF_YEAR.search(text):
        return _DAYS["jaar"] // 2
    said = _SPAN.search(text)
    return number_of(said["number"]) * _DAYS[said["unit"].lower()] if said else None


def years_in(text: str) -> int | None:
    said = _YEARS.search(text)
    return number_of(said["number"]) if said else None


def instalments_in(text: str) -> int | None:
    """Return in how many parts somebody wants to pay, 0 when in parts without a number."""
    said = _INSTALMENTS.search(text)
    if not said:
        return None
    return number_of(said["number"]) if said["number"] else 0


def words_in(text: str) -> set[str]:
    """Return a text's words, and what adjectives and plurals among them are made of."""
    words = set(re.findall(r"\w+", text.lower()))
    return (
        words
        | {w.removesuffix("e") for w in words}
        | {w.removesuffix("s") for w in words}
        | {_INFLECTED[w] for w in words if w in _INFLECTED}
    )


def colour_in(text: str) -> str | None:
    return next(iter(sorted(words_in(text) & _COLOURS)), None)


def country_in(text: str) -> str | None:
    """Return the code of the country that is named."""
    words = set(re.findall(r"\w+", text.casefold()))
    return next((code for name, code in _countries().items() if name in words), None)


def is_told_by_the_shop(text: str) -> bool:
    """Whether somebody says what the shop's people are said to have promised about a price."""
    return bool(_OF_PRICE.search(text) and _promise(_staff()).search(text))


@cache
def _countries() -> dict[str, str]:
    names = Locale("nl").territories
    named = {name.casefold(): code for code, name in names.items() if len(code) == 2}
    return {**{n: c for n, c in named.items() if c.isalpha()}, **_COUNTRIES_BY_CUSTOM}


def _staff() -> tuple[str, ...]:
    shop = Shop.current()
    return (shop.person, *shop.colleagues)


@cache
def _promise(staff: tuple[str, ...]) -> re.Pattern[str]:
    tellers = "|".join([*map(re.escape, staff), _TELLERS])
    return re.compile(
        rf"(?<!mijn )\b(?:{tellers})\b(?: \w+){{0,3}} {_TOLD}\b|"
        rf"\b(?:{tellers})\b.{{0,40}}\b(?:beloofd|toegezegd|gezegd|afgesproken)\b|"
        rf"\b(?:kreeg|krijgt|gekregen)\b.{{0,25}}\bvan (?:{tellers})\b|"
        rf"\b(?:beloofd|toegezegd|afgesproken|gezegd|gekregen)\b.{{0,25}}\b(?:door|met|"
        rf"van) (?:{tellers})\b|"
        rf"\b(?:met|van|door) (?:{tellers})\b.{{0,25}}\b(?:afgesproken|kreeg|gekregen|"
        rf"beloofd|gehoord)\b",
        re.I,
    )
