from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """One thing that is drawn: its name in the legend and the class that colours it."""

    name: str
    kind: str


@dataclass(frozen=True)
class Column:
    """One place on the axis, with a value for each series; before: the same in the time before."""

    label: str
    title: str
    values: tuple[int, ...]
    before: int | None = None
