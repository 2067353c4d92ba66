from django.db import models
from django.utils import timezone

from bot.shop.models.catalogue import Service
from bot.shop.models.fields import LocalDateTimeField


class AppointmentState(models.TextChoices):
    BOOKED = "booked", "geboekt"
    CANCELLED = "cancelled", "afgezegd"


class Appointment(models.Model):
    """Made, moved and cancelled by `bot.shop.appointments` only, which keeps the quarters."""

    number = models.CharField("nummer", max_length=12, unique=True)
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, related_name="appointments", verbose_name="dienst"
    )
    start = LocalDateTimeField("begin")
    end = LocalDateTimeField("einde")
    name = models.CharField("naam", max_length=120)
    phone = models.CharField("telefoon", max_length=30)
    email = models.EmailField("e-mail", blank=True)
    state = models.CharField(
        "staat",
        max_length=20,
        choices=AppointmentState.choices,
        default=AppointmentState.BOOKED,
    )
    conversation = models.CharField("gesprek", max_length=64, blank=True, db_index=True)
    created = LocalDateTimeField("gemaakt", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["start"]
        indexes = [models.Index(fields=["state", "start"])]

    def __str__(self) -> str:
        return f"{self.number} {self.service} {self.start:%d-%m-%Y %H:%M}"


class TakenQuarter(models.Model):
    """A quarter of an hour in which the shop is with a customer.

    The shop serves one customer at a time, so `start` is unique: of two bookings that race for
    the same quarter the database lets one through.
    """

    start = LocalDateTimeField("begin", unique=True)
    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, related_name="quarters", verbose_name="afspraak"
    )

    class Meta:
        verbose_name = "bezet kwartier"
        verbose_name_plural = "bezette kwartieren"
        ordering = ["start"]

    def __str__(self) -> str:
        return f"{self.start:%d-%m-%Y %H:%M}"
