from django.db import models
from django.utils import timezone

from bot.shop.models.fields import LocalDateTimeField


class StaffMessage(models.Model):
    """What a customer leaves for the people of the shop when nobody is there."""

    text = models.TextField("bericht")
    contact = models.CharField("te bereiken via", max_length=200, blank=True)
    summary = models.TextField("waar het gesprek over ging", blank=True)
    conversation = models.CharField("gesprek", max_length=64, blank=True, db_index=True)
    created = LocalDateTimeField("ontvangen", default=timezone.now, editable=False)
    handled = models.BooleanField("afgehandeld", default=False)

    class Meta:
        verbose_name = "bericht voor de winkel"
        verbose_name_plural = "berichten voor de winkel"
        ordering = ["handled", "created"]

    def __str__(self) -> str:
        # No word of the customer: the back office's log keeps this.
        return f"Bericht van {self.created:%d-%m-%Y %H:%M}"
