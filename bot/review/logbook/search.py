"""Which lines of the log somebody wants to see, as it stands in the address."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.http import QueryDict

from bot.clock import ZONE
from bot.review.dates import sane_day
from bot.review.models import AuditEntry


@dataclass(frozen=True)
class Wish:
    name: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        return cls(
            query.get("wie", "").replace("\0", "")[:150],
            query.get("soort", "").replace("\0", "")[:40],
            sane_day(query.get("vanaf", "")),
            sane_day(query.get("tot", "")),
        )

    @property
    def address(self) -> str:
        query = QueryDict(mutable=True)
        for key, value in (
            ("wie", self.name),
            ("soort", self.kind),
            ("vanaf", self.since),
            ("tot", self.until),
        ):
            if value:
                query[key] = str(value)
        return f"?{query.urlencode()}"


def entries(wish: Wish) -> QuerySet[AuditEntry]:
    found = AuditEntry.objects.all()
    if wish.name:
        found = found.filter(name=wish.name)
    if wish.kind:
        found = found.filter(action__startswith=f"{wish.kind}.")
    if wish.since:
        found = found.filter(at__gte=_midnight(wish.since))
    if wish.until:
        found = found.filter(at__lt=_midnight(wish.until + timedelta(days=1)))
    return found


def names() -> list[str]:
    return list(AuditEntry.objects.order_by("name").values_list("name", flat=True).distinct())


def kinds() -> list[str]:
    actions = AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct()
    return sorted({action.partition(".")[0] for action in actions})


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)
