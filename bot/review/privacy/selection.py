"""What the owner ticked of one customer's data."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import QueryDict

from bot.chat.models import Conversation
from bot.shop.models import Appointment, Order, StaffMessage


@dataclass
class Selection:
    conversations: list[Conversation] = field(default_factory=list)
    messages: list[StaffMessage] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)

    @classmethod
    def of(cls, posted: QueryDict) -> "Selection":
        return cls(
            list(
                Conversation.objects.filter(
                    public_id__in=_uuids(posted.getlist("gesprek"))
                ).order_by("created", "pk")
            ),
            list(StaffMessage.objects.filter(pk__in=_numbers(posted.getlist("bericht")))),
            list(
                Appointment.objects.select_related("service").filter(
                    pk__in=_numbers(posted.getlist("afspraak"))
                )
            ),
            list(Order.objects.filter(pk__in=_numbers(posted.getlist("bestelling")))),
        )

    def __bool__(self) -> bool:
        return bool(self.conversations or self.messages or self.appointments or self.orders)

    @property
    def counts(self) -> dict[str, Any]:
        return {
            "conversations": len(self.conversations),
            "messages": len(self.messages),
            "appointments": len(self.appointments),
            "orders": len(self.orders),
        }


def _uuids(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _numbers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 18]
