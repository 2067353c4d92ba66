from django.core.validators import RegexValidator
from django.db import models


class ReadyAnswer(models.Model):
    """What staff say so often that they need not type it; with the shop's facts left open."""

    shortcut = models.CharField(
        "woord",
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+\Z", "Gebruik kleine letters, cijfers en streepjes.")],
        help_text="typ een schuine streep en dit woord in het antwoordvak",
    )
    title = models.CharField("titel", max_length=60)
    text = models.TextField("tekst", max_length=1000)

    class Meta:
        verbose_name = "standaardantwoord"
        verbose_name_plural = "standaardantwoorden"
        ordering = ["title", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.title
