"""What the shop itself keeps of a conversation that is erased: its appointments, and no more."""

from bot.shop.models import Appointment, StaffMessage


def forget_conversation(conversation: str) -> None:
    """Delete the messages left for the staff, and let appointments forget where they were made."""
    StaffMessage.objects.filter(conversation=conversation).delete()
    Appointment.objects.filter(conversation=conversation).update(conversation="")
