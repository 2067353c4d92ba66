"""What the inbox must know of each conversation, beside the record so that it need not be read."""

from enum import IntFlag

from django.conf import settings
from django.db import models

from bot import clock
from bot.chat.models import Conversation


class Mark(IntFlag):
    """What a conversation can be filtered by; kept as one number, so that one index counts all."""

    WAITING = 1
    WITH_STAFF = 2
    BY_BOT = 4
    NOT_UNDERSTOOD = 8
    DOUBTFUL = 16
    THUMB_DOWN = 32
    COMPLAINT = 64
    DISCOUNT = 128
    APPOINTMENT = 256
    TO_REVIEW = 512


class ConversationDigest(models.Model):
    """Made from the record and from what staff noted, so it may be thrown away and made anew.

    Who changes a conversation only says that its digest is stale; who looks makes it anew.
    """

    conversation = models.OneToOneField(
        Conversation, models.CASCADE, primary_key=True, related_name="digest"
    )
    last_activity = models.DateTimeField(default=clock.now)
    marks = models.PositiveIntegerField(default=0)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )
    page = models.CharField(max_length=500, blank=True)
    # The customer's last words, and the same for who may not see personal data.
    last_words = models.CharField(max_length=200, blank=True)
    masked_last_words = models.CharField(max_length=200, blank=True)
    stale = models.BooleanField(default=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["last_activity", "conversation", "marks", "assigned_to"],
                name="digest_by_activity",
            ),
            models.Index(fields=["marks", "assigned_to"], name="digest_by_marks"),
            models.Index(
                fields=["page", "last_activity", "conversation", "marks", "assigned_to"],
                name="digest_by_page",
            ),
            models.Index(
                fields=["last_activity"], name="digest_stale", condition=models.Q(stale=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id}: {Mark(self.marks)!r}"


class ConversationWords(models.Model):
    """Every word of a conversation, folded, for the full-text index that hangs on this table.

    The index itself (FTS5 on SQLite, a tsvector on PostgreSQL) is the migration's.
    """

    conversation = models.OneToOneField(
        Conversation, models.CASCADE, primary_key=True, related_name="words"
    )
    # What anybody may find, with personal data left out.
    words = models.TextField()
    # The messages that hold personal data, whole.
    personal = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.conversation_id)
