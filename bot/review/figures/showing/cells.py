"""What stands in a table: once as a person reads it, once as a spreadsheet does."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Share:
    """A part of one."""

    value: float


@dataclass(frozen=True)
class Wait:
    seconds: float


@dataclass(frozen=True)
class Minutes:
    minutes: float


@dataclass(frozen=True)
class When:
    """Days: in the words of the page, and as a spreadsheet sorts them."""

    title: str
    written: str


Cell = When | str | int | float | Share | Wait | Minutes | None


@dataclass(frozen=True)
class Column:
    title: str
    # What a spreadsheet has to know, since its cells are bare numbers.
    unit: str = ""

    @property
    def full_title(self) -> str:
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True)
class Table:
    columns: list[Column]
    rows: list[list[Cell]]
    total: list[Cell] = field(default_factory=list)


def share(part: float, whole: float) -> Share | None:
    return Share(part / whole) if whole else None
