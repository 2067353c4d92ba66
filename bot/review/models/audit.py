from django.conf import settings
from django.db import models

from bot import clock


class AuditEntry(models.Model):
    """Who did what, to what, when. Written by `bot.review.audit.note` only, never changed."""

    at = models.DateTimeField("wanneer", default=clock.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="audit_entries"
    )
    # As it was then; it stays when the account goes.
    name = models.CharField("wie", max_length=150)
    # Dotted, English, stable: "conversation.read", "response.changed".
    action = models.CharField("wat", max_length=40, db_index=True)
    # What it was about: a conversation's public id, a product's name.
    subject = models.CharField("waarover", max_length=120, blank=True, db_index=True)
    details = models.JSONField("bijzonderheden", default=dict, blank=True)

    class Meta:
        verbose_name = "regel in het logboek"
        verbose_name_plural = "logboek"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.action} {self.subject}".strip()
