"""Which days are looked at: a day, a week, a month or a year, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.http import urlencode

from bot import clock
from bot.review.figures.showing.cells import When

_EARLIEST = date(2020, 1, 1)
_ONE_DAY = timedelta(days=1)


class Span(StrEnum):
    DAY = "dag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


_EARLIER = {
    Span.DAY: "de dag ervoor",
    Span.WEEK: "de week ervoor",
    Span.MONTH: "de maand ervoor",
    Span.YEAR: "het jaar ervoor",
}


@dataclass(frozen=True)
class Bucket:
    """The days that stand under one column."""

    first: date
    last: date
    label: str
    title: str

    @property
    def when(self) -> When:
        if self.first == self.last:
            return When(date_format(self.first, "D j F").lower(), f"{self.first:%d-%m-%Y}")
        return When(self.title, f"{self.first:%Y-%m}")


@dataclass(frozen=True)
class Period:
    span: Span
    first: date

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Period":
        """Read it from an address; what cannot be read is this week."""
        try:
            span = Span(query.get("periode", ""))
        except ValueError:
            span = Span.WEEK
        try:
            day = date.fromisoformat(query.get("dag", ""))
        except ValueError:
            day = clock.today()
        return cls.around(span, min(max(day, _EARLIEST), clock.today()))

    @classmethod
    def around(cls, span: Span, day: date) -> "Period":
        match span:
            case Span.WEEK:
                day -= timedelta(days=day.weekday())
            case Span.MONTH:
                day = day.replace(day=1)
            case Span.YEAR:
                day = day.replace(month=1, day=1)
        return cls(span, day)

    @property
    def last(self) -> date:
        match self.span:
            case Span.DAY:
                return self.first
            case Span.WEEK:
                return self.first + timedelta(days=6)
            case Span.MONTH:
                return (self.first + timedelta(days=31)).replace(day=1) - _ONE_DAY
        return self.first.replace(month=12, day=31)

    @property
    def before(self) -> "Period":
        return Period.around(self.span, self.first - _ONE_DAY)

    @property
    def after(self) -> "Period | None":
        following = self.last + _ONE_DAY
        return Period.around(self.span, following) if following <= clock.today() else None

    @property
    def is_running(self) -> bool:
        return self.first <= clock.today() <= self.last

    @property
    def compared(self) -> tuple[date, date]:
        """The days of the period before to compare with: of one that still runs, as many."""
        before = self.before
        if not self.is_running:
            return before.first, before.last
        passed = clock.today() - self.first
        return before.first, min(before.first + passed, before.last)

    @property
    def before_words(self) -> str:
        return _EARLIER[self.span]

    @property
    def note(self) -> str:
        """What somebody must know to compare fairly."""
        if not self.is_running:
            return ""
        if self.span is Span.DAY:
            return "Deze dag loopt nog. Ernaast staat de hele dag ervoor."
        first, last = self.compared
        days = (last - first).days + 1
        as_many = "de eerste dag" if days == 1 else f"de eerste {days} dagen"
        this = "Dit jaar" if self.span is Span.YEAR else f"Deze {self.span}"
        return f"{this} loopt nog. Ernaast: {as_many} van {self.before_words}."

    @property
    def title(self) -> str:
        match self.span:
            case Span.DAY:
                return date_format(self.first, "l j F Y")
            case Span.WEEK:
                week = self.first.isocalendar().week
                return f"Week {week}: {_from_to(self.first, self.last)}"
            case Span.MONTH:
                return date_format(self.first, "F Y")
        return str(self.first.year)

    @property
    def file_part(self) -> str:
        return f"{self.first.isoformat()}-tot-en-met-{self.last.isoformat()}"

    @property
    def address(self) -> str:
        return "?" + urlencode({"periode": self.span, "dag": self.first.isoformat()})

    @property
    def switches(self) -> list[tuple[str, str, bool]]:
        """The four spans: title, address, whether it is this one.

        To a smaller one leads to its last days, or to today.
        """
        day = min(self.last, clock.today())
        return [
            (span.capitalize(), Period.around(span, day).address, span is self.span)
            for span in Span
        ]

    @property
    def buckets(self) -> list[Bucket]:
        match self.span:
            case Span.DAY:
                return [Bucket(self.first, self.first, _short(self.first), _day(self.first))]
            case Span.YEAR:
                return [self._month(month) for month in range(1, 13)]
        days = [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]
        labels = _short if self.span is Span.WEEK else lambda day: str(day.day)
        return [Bucket(day, day, labels(day), _day(day)) for day in days]

    def _month(self, month: int) -> Bucket:
        its = Period(Span.MONTH, self.first.replace(month=month))
        label = date_format(its.first, "M").lower().strip(".")
        return Bucket(its.first, its.last, label, its.title)


def _short(day: date) -> str:
    return date_format(day, "D").lower()


def _day(day: date) -> str:
    return date_format(day, "l j F Y")


def _from_to(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{date_format(first, 'j F Y')} tot en met {date_format(last, 'j F Y')}"
    if first.month != last.month:
        return f"{date_format(first, 'j F')} tot en met {date_format(last, 'j F Y')}"
    return f"{first.day} tot en met {date_format(last, 'j F Y')}"
