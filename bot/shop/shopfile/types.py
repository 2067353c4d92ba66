"""What a single value of the shop file may be."""

from datetime import time
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from bot.shop.opening import Interval
from bot.shop.postcodes import read_postcode


def _closed_as_no_hours(value: object) -> object:
    return [] if value == "closed" else value


def _read_interval(value: object) -> Interval:
    if not isinstance(value, str) or value.count("-") != 1:
        raise ValueError(f'must be written as "09:30-17:30", not {value!r}')
    opens, closes = (_read_time(part.strip()) for part in value.split("-"))
    if closes <= opens:
        raise ValueError(f"closes at {closes:%H:%M}, before it opens at {opens:%H:%M}")
    return Interval(opens, closes)


def _read_time(text: str) -> time:
    hour, _, minute = text.partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise ValueError(f"'{text}' is not a time of day; write it as 09:30") from None


def _refuse_overlap(intervals: list[Interval]) -> list[Interval]:
    ordered = sorted(intervals, key=lambda interval: interval.opens)
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise ValueError(
                f"has hours that overlap: {earlier.opens:%H:%M}-{earlier.closes:%H:%M} and "
                f"{later.opens:%H:%M}-{later.closes:%H:%M}"
            )
    return ordered


def _read_amount(value: Any) -> Any:
    return Decimal(value) if type(value) is int else value


def _check_postcode(text: str) -> str:
    postcode = read_postcode(text)
    if not postcode:
        raise ValueError(f"must be a Dutch postcode such as 1234 AB, not '{text}'")
    return postcode


Text = Annotated[str, Field(min_length=1, max_length=300)]
Name = Annotated[str, Field(min_length=1, max_length=80)]
ShortName = Annotated[str, Field(min_length=1, max_length=40)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Postcode = Annotated[str, AfterValidator(_check_postcode)]
Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254)]
Web = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=200)]
Count = Annotated[int, Field(ge=0, le=32767)]
Money = Annotated[
    Decimal, BeforeValidator(_read_amount), Field(ge=0, decimal_places=2, max_digits=8)
]
Hours = Annotated[
    list[Annotated[Interval, BeforeValidator(_read_interval)]],
    BeforeValidator(_closed_as_no_hours),
    AfterValidator(_refuse_overlap),
]
