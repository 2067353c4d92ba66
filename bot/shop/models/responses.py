from django.db import models

from bot import clock
from bot.shop.models.fields import LocalDateTimeField


class ResponseText(models.Model):
    """What the bot says in the place of a text of domain.yml, or beside its texts."""

    response = models.CharField("antwoord", max_length=80)
    # The place of the text among the response's own; from their number on it is one more.
    place = models.PositiveSmallIntegerField("nummer")
    text = models.TextField("tekst")
    # What domain.yml said when this was written; empty for one more.
    original = models.TextField("origineel", blank=True)
    changed = LocalDateTimeField("gewijzigd", default=clock.now)

    class Meta:
        verbose_name = "eigen tekst van de chatbot"
        verbose_name_plural = "eigen teksten van de chatbot"
        ordering = ["response", "place"]
        constraints = [
            models.UniqueConstraint(fields=["response", "place"], name="one_text_per_place")
        ]

    def __str__(self) -> str:
        return f"{self.response} {self.place + 1}"
