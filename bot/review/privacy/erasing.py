"""Erasing one customer's data at their request: everywhere, at once, for good."""

from asgiref.sync import async_to_sync
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from bot import clock
from bot.chat import erasure
from bot.chat.errors import Refused
from bot.chat.models import Conversation
from bot.review.audit import note
from bot.review.models import AuditEntry
from bot.review.privacy.disk import wipe_deleted
from bot.review.privacy.hanging import delete_what_would_stay
from bot.review.privacy.selection import Selection
from bot.shop import appointments
from bot.shop.forgetting import forget_person
from bot.shop.models import Appointment, AppointmentState, Order, StaffMessage


def erase(selection: Selection, by: User) -> None:
    """Erase what was ticked. The log keeps that it happened, and not of whom."""
    for conversation in selection.conversations:
        _erase_conversation(conversation)
    with transaction.atomic():
        _erase_of_the_shop(selection)
        note(by, "customer.erased", **selection.counts)
    wipe_deleted()


def _erase_conversation(conversation: Conversation) -> None:
    delete_what_would_stay(conversation)
    try:
        async_to_sync(erasure.erase)(conversation)
    except Refused:
        # The customer was first.
        return


def _erase_of_the_shop(selection: Selection) -> None:
    for appointment in selection.appointments:
        if appointment.state == AppointmentState.BOOKED and appointment.start > clock.now():
            appointments.cancel(appointment)
    made = Appointment.objects.filter(pk__in=[each.pk for each in selection.appointments])
    forget_person(made)
    for model, rows in (
        (StaffMessage, selection.messages),
        (Appointment, selection.appointments),
        (Order, selection.orders),
    ):
        pks = [each.pk for each in rows]
        # The back office's own log calls things by name.
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=map(str, pks)
        ).update(object_repr="(gewist)", change_message="")
        if model is not Appointment:
            model._default_manager.filter(pk__in=pks).delete()
    # Nor may a number in our own log lead to what somebody still knows of it.
    numbers = [each.number for each in selection.appointments]
    numbers += [each.number for each in selection.orders]
    AuditEntry.objects.filter(subject__in=numbers).update(subject="", details={})
