"""What gets into the log, or out of it, by itself."""

from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db.models.signals import post_save, pre_delete

from bot.chat.models import Conversation
from bot.review.audit import note
from bot.review.models import AuditEntry

_DEEDS = {ADDITION: "added", CHANGE: "changed"}


def connect() -> None:
    pre_delete.connect(_forget_which, sender=Conversation, dispatch_uid="log-forgets")
    post_save.connect(_note_back_office, sender=LogEntry, dispatch_uid="log-back-office")


def _forget_which(instance: Conversation, **_: Any) -> None:
    """Keep of an erased conversation only that somebody did something, whoever erases it."""
    AuditEntry.objects.filter(subject=str(instance.public_id)).update(subject="", details={})


def _note_back_office(instance: LogEntry, created: bool, **_: Any) -> None:
    if not created:
        return
    deed = _DEEDS.get(instance.action_flag, "deleted")
    model = instance.content_type.name if instance.content_type else "iets"
    note(instance.user, f"admin.{deed}", f"{model} {instance.object_id or ''}".strip()[:120])
