"""Two people who change the same thing: the second is told, and decides."""

import hashlib
import json
from collections.abc import Iterable

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from bot.review.models import AuditEntry

# The hidden field of a form that holds the mark of what its maker saw.
SEEN = "gezien"


def mark_of(rows: Iterable[Model]) -> str:
    """Return what stays the same as long as nobody changes these rows."""
    values = [
        [(field.attname, getattr(row, field.attname)) for field in row._meta.concrete_fields]
        for row in rows
    ]
    content = json.dumps(values, cls=DjangoJSONEncoder)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def changed_meanwhile(actions: Iterable[str], subject: str) -> str:
    """Say who was first, as far as the log knows."""
    return (
        f"{_who(actions, subject)} heeft dit net ook gewijzigd, dus er is nog niets bewaard."
        " Hieronder staat wat jij invulde. Bewaar je opnieuw, dan geldt dat."
    )


def changed_before_it_went(actions: Iterable[str], subject: str) -> str:
    """Say who changed what was to be taken away."""
    return (
        f"{_who(actions, subject)} heeft dit net gewijzigd, dus het is er nog. Zo staat het nu:"
        " moet het nog steeds weg?"
    )


def _who(actions: Iterable[str], subject: str) -> str:
    last = AuditEntry.objects.filter(action__in=actions, subject=subject).first()
    return last.name if last else "Iemand anders"
