"""How a customer can be reached outside the chat, as far as they said so themselves."""

import re

from bot.chat.models import Conversation, Sender
from bot.shop.models import StaffMessage

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def email_of(conversation: Conversation) -> str:
    """Return the address that this customer gave last, or nothing."""
    notes = StaffMessage.objects.filter(conversation=str(conversation.public_id))
    said = conversation.messages.filter(sender=Sender.CUSTOMER, text__contains="@")
    given = [
        *said.order_by("number").values_list("text", flat=True),
        *notes.order_by("created").values_list("contact", flat=True),
    ]
    found = [match for text in given for match in _EMAIL.findall(text)]
    return found[-1].rstrip(".-_") if found else ""
