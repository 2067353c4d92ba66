"""The customer of an appointment, as far as who looks may know."""

from dataclasses import dataclass
from uuid import UUID

from bot.chat.models import Conversation
from bot.shop.models import Appointment

_HIDDEN = "[{}]"


@dataclass(frozen=True)
class Person:
    name: str
    phone: str
    email: str

    @classmethod
    def of(cls, appointment: Appointment, may_see: bool) -> "Person":
        values = {
            "naam": appointment.name,
            "telefoonnummer": appointment.phone,
            "e-mailadres": appointment.email,
        }
        if may_see:
            return cls(*values.values())
        return cls(*(value and _HIDDEN.format(kind) for kind, value in values.items()))


def conversation_of(appointment: Appointment) -> Conversation | None:
    """Return the conversation that it was made in, unless that is erased."""
    try:
        public_id = UUID(appointment.conversation)
    except ValueError:
        return None
    return Conversation.objects.filter(public_id=public_id).first()
