from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

_MINUTES = [MinValueValidator(1), MaxValueValidator(120)]


class WaitingRules(models.Model):
    """What happens when a customer waits for a person; one row, or none for what stands here."""

    told_after_minutes = models.PositiveSmallIntegerField(
        "minuten tot de klant hoort dat het langer duurt", default=5, validators=_MINUTES
    )
    mails = models.BooleanField("mail als er niemand in de werkplek is", default=True)
    mailed_after_minutes = models.PositiveSmallIntegerField(
        "minuten tot de mail als er wel iemand is", default=5, validators=_MINUTES
    )
    mail_to = models.EmailField(
        "mailadres", blank=True, help_text="leeg: het mailadres van de winkel"
    )

    class Meta:
        verbose_name = "afspraken over wachten"
        verbose_name_plural = "afspraken over wachten"
        default_permissions = ()

    def __str__(self) -> str:
        return "Afspraken over wachten"

    @classmethod
    def current(cls) -> WaitingRules:
        return cls.objects.first() or cls(pk=1)
