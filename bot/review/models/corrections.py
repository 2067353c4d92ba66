"""What staff say that a customer's message means."""

from django.conf import settings
from django.db import models

from bot import clock
from bot.chat.models import Message


class Verdict(models.TextChoices):
    RIGHT = "right", "was goed"
    CORRECTED = "corrected", "verbeterd"
    NONSENSE = "nonsense", "onzin"
    NEW_KIND = "new_kind", "nieuw soort vraag"


class Correction(models.Model):
    """One person's word on one message; a second person's stands beside it."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="corrections")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="corrections"
    )
    # As it was then; it stays when the account goes.
    name = models.CharField("wie", max_length=150)
    verdict = models.CharField("oordeel", max_length=10, choices=Verdict)
    # Of RIGHT and CORRECTED: what the message means. Empty for the others.
    intent = models.CharField("bedoeling", max_length=80, blank=True)
    # Of RIGHT and CORRECTED: [{"entity": "kind", "start": 3, "end": 8, "value": "..."}]; value optional.
    entities = models.JSONField("gegevens", default=list, blank=True)
    remark = models.CharField("toelichting", max_length=300, blank=True)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "verbetering"
        verbose_name_plural = "verbeteringen"
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["message", "user"], name="one_word_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_verdict_display()} {self.intent}".strip()


class Decision(models.Model):
    """An owner's choice between people who disagree. It goes when the word that it chose changes."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="decision")
    correction = models.OneToOneField(Correction, models.CASCADE, related_name="decision")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="decisions"
    )
    name = models.CharField("wie", max_length=150)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "beslissing"
        verbose_name_plural = "beslissingen"
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name} koos {self.correction}"


class Skip(models.Model):
    """A doubtful message that somebody left for later."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="skips")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="skips")
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "overgeslagen bericht"
        verbose_name_plural = "overgeslagen berichten"
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["message", "user"], name="skipped_once_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.user} sloeg {self.message_id} over"
