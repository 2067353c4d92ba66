"""What staff changed in the shop's things: written to the log, and read back from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from bot.review import audit
from bot.review.masking import masked
from bot.review.models import AuditEntry

# What each action in the log is called, with its subject behind it.
TITLES = {
    "hours.changed": "wijzigde de openingstijden",
    "holidays.changed": "wijzigde wat er op feestdagen geldt",
    "exception.added": "voegde andere tijden toe:",
    "exception.changed": "wijzigde de andere tijden:",
    "exception.removed": "haalde de andere tijden weg:",
    "product.added": "voegde een product toe:",
    "product.changed": "wijzigde het product",
    "product.removed": "haalde het product weg:",
    "stock.changed": "wijzigde de voorraad van",
    "service.changed": "wijzigde de dienst",
    "order.added": "voegde een bestelling toe:",
    "order.changed": "wijzigde de bestelling",
    "appointment.booked": "maakte een afspraak:",
    "appointment.moved": "verzette de afspraak",
    "appointment.cancelled": "zegde de afspraak af:",
    "appointment.changed": "wijzigde de gegevens bij de afspraak",
    "response.changed": "wijzigde een antwoord van de chatbot:",
    "response.restored": "zette een antwoord van de chatbot terug:",
}

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Difference:
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    name: str
    title: str
    subject: str
    at: datetime
    differences: tuple[Difference, ...]


def write_down(
    user: User,
    action: str,
    subject: str = "",
    before: Facts | None = None,
    after: Facts | None = None,
) -> None:
    """Note a change with the facts that differ; never what belongs to a customer."""
    old, new = before or {}, after or {}
    differing = [key for key in {**old, **new} if old.get(key, "") != new.get(key, "")]
    audit.note(
        user,
        action,
        subject[:120],
        before={key: old.get(key, "") for key in differing},
        after={key: new.get(key, "") for key in differing},
    )


def latest(number: int, may_see_people: bool) -> list[Change]:
    entries = AuditEntry.objects.filter(action__in=TITLES)[:number]
    return [_change_of(entry, may_see_people) for entry in entries]


def _change_of(entry: AuditEntry, may_see_people: bool) -> Change:
    # The number of an appointment is the key to it.
    subject = entry.subject if may_see_people else masked(entry.subject)
    return Change(entry.name, TITLES[entry.action], subject, entry.at, tuple(_differences(entry)))


def _differences(entry: AuditEntry) -> Iterator[Difference]:
    before, after = entry.details.get("before", {}), entry.details.get("after", {})
    for key in {**before, **after}:
        yield Difference(key, before.get(key, ""), after.get(key, ""))
