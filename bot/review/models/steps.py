"""What staff did in a conversation, and who."""

from django.conf import settings
from django.db import models

from bot import clock
from bot.chat.models import Conversation


class Deed(models.TextChoices):
    TOOK_OVER = "took_over", "nam het gesprek over"
    ANSWERED = "answered", "antwoordde"
    HANDED_BACK = "handed_back", "gaf het terug aan de chatbot"
    CLOSED = "closed", "sloot het gesprek af"


class StaffDeed(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="deeds")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="deeds"
    )
    # As the customer saw it; it stays when the account goes.
    name = models.CharField("naam", max_length=80)
    deed = models.CharField("wat", max_length=12, choices=Deed)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "stap van een medewerker"
        verbose_name_plural = "stappen van medewerkers"
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name} {self.get_deed_display()}"
