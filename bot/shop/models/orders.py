from django.core.validators import RegexValidator
from django.db import models

from bot.shop.models.fields import validate_postcode


class OrderStatus(models.TextChoices):
    IN_PRODUCTION = "in_production", "wordt gemaakt"
    DELAYED = "delayed", "vertraagd"
    READY = "ready", "klaar"
    SHIPPED = "shipped", "onderweg"
    COLLECTED = "collected", "opgehaald"


class Order(models.Model):
    number = models.CharField(
        "bestelnummer",
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"^[0-9]{6}$", "Een bestelnummer heeft zes cijfers.")],
    )
    postcode = models.CharField("postcode", max_length=7, validators=[validate_postcode])
    status = models.CharField("status", max_length=20, choices=OrderStatus.choices)
    item = models.CharField("wat", max_length=120)
    ready_since = models.DateField("klaar sinds", null=True, blank=True)
    expected = models.DateField("verwacht", null=True, blank=True)
    shipped = models.DateField("verzonden", null=True, blank=True)
    collected = models.DateField("opgehaald", null=True, blank=True)
    reason = models.CharField("reden van vertraging", max_length=200, blank=True)
    carrier = models.CharField("bezorger", max_length=60, blank=True)

    class Meta:
        verbose_name = "bestelling"
        verbose_name_plural = "bestellingen"
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number} {self.item}"
