from django.db import models

from bot import clock
from bot.chat.models import Conversation


class AnonymousConversation(models.Model):
    """A conversation that nobody can be recognised by any more. There is no way back."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="anonymous")
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "anoniem gesprek"
        verbose_name_plural = "anonieme gesprekken"
        default_permissions = ()

    def __str__(self) -> str:
        return f"Anoniem sinds {self.at:%d-%m-%Y}"
