"""What the shop itself keeps when a customer is forgotten: its appointments, and no more."""

from django.db.models import QuerySet

from bot.shop.models import Appointment, StaffMessage


def forget_conversation(conversation: str) -> None:
    """Delete the messages left for the staff, and let appointments forget where they were made."""
    StaffMessage.objects.filter(conversation=conversation).delete()
    Appointment.objects.filter(conversation=conversation).update(conversation="")


def forget_person(appointments: QuerySet[Appointment]) -> int:
    """Let appointments forget whose they were; that there was one stays in the diary."""
    return appointments.update(name="(gewist)", phone="", email="", conversation="")
