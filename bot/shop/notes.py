from bot.shop.models import StaffMessage


def leave_message(text: str, contact: str, conversation: str, summary: str = "") -> StaffMessage:
    """Keep a message for the staff; the contact may be empty, since it is asked, not demanded."""
    return StaffMessage.objects.create(
        text=text.strip(),
        contact=contact.strip()[:200],
        conversation=conversation,
        summary=summary,
    )
