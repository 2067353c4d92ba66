"""What was counted of each day. Numbers only: it outlives the conversations."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class DayFigures(models.Model):
    day = models.DateField("dag", primary_key=True)
    # Each {"measure": {"key": how many}}. Of the conversations that were there at the last count,
    # and of those that were erased before the day was counted for good.
    counted = models.JSONField(default=dict)
    erased = models.JSONField(default=dict)

    class Meta:
        verbose_name = "cijfers van een dag"
        verbose_name_plural = "cijfers per dag"
        ordering = ["day"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y}"


class FiguresState(models.Model):
    """How far counting has come; one row."""

    # Of days before this one the figures stand for good.
    closed_before = models.DateField(null=True)
    # What the record looked like at the last count.
    seen = models.CharField(max_length=120, blank=True)
    # Rises with each erasure, so that no count of before it is written down after it.
    erasures = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "stand van het tellen"
        verbose_name_plural = "stand van het tellen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"tot {self.closed_before}"


class MinutesSaved(models.Model):
    """What the shop says that answering one question of a kind takes a person."""

    group = models.CharField("soort", max_length=40, unique=True)
    minutes = models.DecimalField(
        "minuten",
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(120))],
    )

    class Meta:
        verbose_name = "minuten per soort vraag"
        verbose_name_plural = "minuten per soort vraag"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.group}: {self.minutes}"
