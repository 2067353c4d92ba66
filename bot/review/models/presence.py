"""Who of the staff is where, as far as the last minute tells."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from bot.chat.models import Conversation


class Presence(models.Model):
    """Somebody on a page of the console; with a conversation, on that one's page."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences")
    conversation = models.ForeignKey(
        Conversation, models.CASCADE, null=True, related_name="presences"
    )
    # Real time, also where the shop's clock stands still: who leaves must be seen to.
    seen_at = models.DateTimeField(db_index=True)
    typed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheid"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "conversation"], name="in_a_talk_once"),
            models.UniqueConstraint(
                fields=["user"], condition=Q(conversation=None), name="in_the_console_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.seen_at:%H:%M:%S}"
