from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q


class Weekday(models.IntegerChoices):
    """Counted as `date.weekday()` does."""

    MONDAY = 0, "maandag"
    TUESDAY = 1, "dinsdag"
    WEDNESDAY = 2, "woensdag"
    THURSDAY = 3, "donderdag"
    FRIDAY = 4, "vrijdag"
    SATURDAY = 5, "zaterdag"
    SUNDAY = 6, "zondag"


class OpeningInterval(models.Model):
    """A stretch of the weekly opening hours; a weekday without one is closed."""

    weekday = models.PositiveSmallIntegerField("dag", choices=Weekday.choices)
    opens = models.TimeField("open")
    closes = models.TimeField("dicht")

    class Meta:
        verbose_name = "openingstijd"
        verbose_name_plural = "openingstijden"
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="opening_interval_order",
                violation_error_message="De winkel gaat dicht voor die opengaat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"

    def clean(self) -> None:
        if self.opens is None or self.closes is None:
            return
        others = OpeningInterval.objects.filter(weekday=self.weekday).exclude(pk=self.pk)
        if others.filter(opens__lt=self.closes, closes__gt=self.opens).exists():
            raise ValidationError("Op deze dag staat al een tijd die hiermee overlapt.")


class OpeningException(models.Model):
    """Days with other hours than usual; without an interval they are closed."""

    first_day = models.DateField("eerste dag")
    last_day = models.DateField("laatste dag")
    reason = models.CharField("reden", max_length=80, blank=True)

    class Meta:
        verbose_name = "afwijkende openingstijd"
        verbose_name_plural = "afwijkende openingstijden"
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="opening_exception_order",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return self.reason or f"{self.first_day:%d-%m-%Y}"

    def clean(self) -> None:
        if self.first_day is None or self.last_day is None:
            return
        others = OpeningException.objects.exclude(pk=self.pk)
        if others.filter(first_day__lte=self.last_day, last_day__gte=self.first_day).exists():
            raise ValidationError("Voor een van deze dagen staat er al een afwijking.")


class ExceptionInterval(models.Model):
    exception = models.ForeignKey(
        OpeningException, on_delete=models.CASCADE, related_name="intervals"
    )
    opens = models.TimeField("open")
    closes = models.TimeField("dicht")

    class Meta:
        verbose_name = "tijd"
        verbose_name_plural = "tijden (geen tijd is dicht)"
        ordering = ["opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="exception_interval_order",
                violation_error_message="De winkel gaat dicht voor die opengaat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"
