from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q


class ConsoleRules(models.Model):
    """What the owner decides about accounts and about how long things stay."""

    second_step_required = models.BooleanField("iedereen logt in met een code", default=False)
    log_months = models.PositiveSmallIntegerField("maanden dat het logboek blijft", default=12)
    appointment_days = models.PositiveSmallIntegerField(
        "dagen dat namen en nummers bij een afspraak blijven", default=365
    )
    # When the last night's cleaning began; the next web process to come by sees whether it is due.
    cleaned = models.DateTimeField("laatst opgeruimd", null=True, blank=True)

    class Meta:
        verbose_name = "regels van de werkplek"
        verbose_name_plural = "regels van de werkplek"
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_set_of_rules")]

    def __str__(self) -> str:
        return "Regels van de werkplek"

    def save(self, *args: Any, **options: Any) -> None:
        self.pk = 1
        super().save(*args, **options)

    @classmethod
    def current(cls) -> ConsoleRules:
        return cls.objects.get_or_create(pk=1)[0]
