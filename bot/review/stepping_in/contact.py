"""How a customer can be reached outside the chat, as far as they said so themselves."""

import re
from operator import itemgetter

from bot.chat.models import Conversation, Sender
from bot.shop.models import StaffMessage

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def email_of(conversation: Conversation) -> str:
    """Return the address that this customer gave last, or nothing."""
    notes = StaffMessage.objects.filter(conversation=str(conversation.public_id))
    said = conversation.messages.filter(sender=Sender.CUSTOMER, text__contains="@")
    given = [*said.values_list("created", "text"), *notes.values_list("created", "contact")]
    found = [
        match for _, text in sorted(given, key=itemgetter(0)) for match in _EMAIL.findall(text)
    ]
    return found[-1].rstrip(".-_") if found else ""
