"""What a finder hands on: one entity, in the form that the contract fixes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """One entity; `start` and `end` are character offsets in the customer's text.

    Only a time has a grain: "clock" (a time of day), "day", "part" (a part of a day) or "moment"
    (a day and a time of day); `said_day` tells whether the customer named the day.
    """

    entity: str
    value: str
    start: int
    end: int
    grain: str | None = None
    said_day: bool = False
