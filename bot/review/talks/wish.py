"""What staff want to see of the conversations, as it stands in the address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_

from django.http import QueryDict

from bot import clock
from bot.review.dates import sane_day
from bot.review.models import Mark

PERIODS = {
    "vandaag": ("Vandaag", 0),
    "week": ("Zeven dagen", 7),
    "maand": ("Dertig dagen", 30),
    "": ("Altijd", None),
}
# A conversation is in one hand at a time: of these, either will do.
BY_HAND = {
    "wacht": ("Wacht op iemand", Mark.WAITING),
    "medewerker": ("Bij een medewerker", Mark.WITH_STAFF),
    "chatbot": ("Alleen de chatbot", Mark.BY_BOT),
}
# Of these, all that are on must hold.
BY_MARK = {
    "nalezen": ("Niet nagelezen", Mark.TO_REVIEW),
    "onbegrepen": ("Niet begrepen", Mark.NOT_UNDERSTOOD),
    "twijfel": ("Twijfel", Mark.DOUBTFUL),
    "duim": ("Duim omlaag", Mark.THUMB_DOWN),
    "klacht": ("Klacht", Mark.COMPLAINT),
    "korting": ("Korting gevraagd", Mark.DISCOUNT),
    "afspraak": ("Afspraak gemaakt", Mark.APPOINTMENT),
}
MINE, NOBODY = "mij", "niemand"
_LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Wish:
    on: frozenset[str] = frozenset()
    # MINE, NOBODY, or the key of a colleague.
    assigned: str = ""
    labels: frozenset[int] = frozenset()
    period: str = ""
    since: date | None = None
    until: date | None = None
    site_page: str = ""
    search: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        since, until = sane_day(query.get("van", "")), sane_day(query.get("tot", ""))
        period = query.get("periode", "")
        assigned = query.get("voor", "")
        return cls(
            frozenset(query.getlist("toon")) & (BY_HAND.keys() | BY_MARK.keys()),
            assigned if assigned in {MINE, NOBODY} or _number(assigned) else "",
            frozenset(filter(None, map(_number, query.getlist("label")))),
            period if period in PERIODS and not (since or until) else "",
            since,
            until,
            query.get("op", "").replace("\0", "")[:500],
            query.get("zoek", "").strip().replace("\0", "")[:_LONGEST_SEARCH],
        )

    @property
    def query(self) -> str:
        query = QueryDict(mutable=True)
        query.setlist("toon", sorted(self.on))
        query.setlist("label", [str(label) for label in sorted(self.labels)])
        for key, value in {
            "voor": self.assigned,
            "periode": self.period,
            "van": self.since,
            "tot": self.until,
            "op": self.site_page,
            "zoek": self.search,
        }.items():
            if value:
                query[key] = str(value)
        return query.urlencode()

    @property
    def address(self) -> str:
        """What a link within the inbox needs: without filters it takes away those of the page."""
        return f"?{self.query}"

    @property
    def suffix(self) -> str:
        """What follows the address of a conversation that is read with these filters."""
        return self.address if self.query else ""

    @property
    def folded_away(self) -> int:
        """How many are on of the filters that the page folds away."""
        marks = len(self.on & BY_MARK.keys())
        others = (self.assigned, self.since or self.until, self.site_page)
        return marks + len(self.labels) + sum(bool(each) for each in others)

    def __bool__(self) -> bool:
        return self != Wish()

    def toggled(self, key: str) -> "Wish":
        return replace(self, on=self.on ^ {key})

    def with_label_toggled(self, label: int) -> "Wish":
        return replace(self, labels=self.labels ^ {label})

    def for_whom(self, assigned: str) -> "Wish":
        return replace(self, assigned="" if self.assigned == assigned else assigned)

    def in_period(self, period: str) -> "Wish":
        return replace(self, period=period, since=None, until=None)

    @property
    def begins(self) -> datetime | None:
        if self.since:
            return datetime.combine(self.since, time(), clock.ZONE)
        days = PERIODS[self.period][1]
        if days is None:
            return None
        return datetime.combine(clock.today() - timedelta(days=days), time(), clock.ZONE)

    @property
    def ends(self) -> datetime | None:
        """The first moment after it."""
        if self.until is None:
            return None
        return datetime.combine(self.until + timedelta(days=1), time(), clock.ZONE)

    @property
    def any_of(self) -> Mark:
        return _together(BY_HAND[key][1] for key in self.on & BY_HAND.keys())

    @property
    def all_of(self) -> Mark:
        return _together(BY_MARK[key][1] for key in self.on & BY_MARK.keys())


def _together(marks: Iterable[Mark]) -> Mark:
    return reduce(or_, marks, Mark(0))


def _number(written: str) -> int:
    """Return the key that is written, or nothing when it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
