"""The sums of a period, cut into its columns, with those of the period before beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot import clock
from bot.review.figures.counting.keeping import figures_of
from bot.review.figures.counting.sums import Sums
from bot.review.figures.drawing.series import Column
from bot.review.figures.showing.period import Bucket, Period


@dataclass(frozen=True)
class Part:
    """What was counted under one column; before: under that of the period before."""

    bucket: Bucket
    sums: Sums
    before: Sums | None

    @property
    def is_to_come(self) -> bool:
        return self.bucket.first > clock.today()


@dataclass(frozen=True)
class Report:
    period: Period
    days: Mapping[date, Sums]
    parts: list[Part]
    total: Sums
    before: Sums

    @property
    def past(self) -> list[Part]:
        """The parts that have begun, as a table shows them."""
        return [part for part in self.parts if not part.is_to_come]

    def columns(
        self, measure: str, keys: tuple[str, ...] = (), with_before: bool = True
    ) -> list[Column]:
        """Return a measure per column: as a whole, or divided over keys."""
        return [
            Column(
                part.bucket.label,
                part.bucket.title,
                tuple(part.sums.count(measure, key) for key in keys) or (part.sums.total(measure),),
                part.before.total(measure) if with_before and part.before else None,
            )
            for part in self.parts
        ]


def report_of(period: Period) -> Report:
    days = figures_of(period.first, period.last)
    earlier = figures_of(period.before.first, period.before.last)
    before = [_between(earlier, b.first, b.last) for b in period.before.buckets]
    parts = [
        Part(
            bucket,
            _between(days, bucket.first, bucket.last),
            before[place] if place < len(before) else None,
        )
        for place, bucket in enumerate(period.buckets)
    ]
    return Report(
        period,
        days,
        parts,
        _between(days, period.first, period.last),
        _between(earlier, *period.compared),
    )


def _between(days: Mapping[date, Sums], first: date, last: date) -> Sums:
    total = Sums()
    for day, sums in days.items():
        if first <= day <= last:
            total += sums
    return total
