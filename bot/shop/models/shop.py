from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from bot.shop.models.fields import TextListField, validate_postcode


class ShopNotLoaded(Exception):
    """There are no shop facts yet: `manage.py loadshop` has not run."""


class Shop(models.Model):
    """The one shop that this installation serves."""

    name = models.CharField("naam", max_length=80)
    person = models.CharField(
        "gezicht van de winkel", max_length=40, help_text="bij wie klanten de winkel kennen"
    )
    colleagues = TextListField("collega's")
    bot_name = models.CharField("naam van de chatbot", max_length=40)
    since = models.PositiveSmallIntegerField("sinds")
    street = models.CharField("straat en nummer", max_length=120)
    postcode = models.CharField("postcode", max_length=7, validators=[validate_postcode])
    town = models.CharField("plaats", max_length=80)
    phone = models.CharField("telefoon", max_length=20)
    email = models.EmailField("e-mail")
    website = models.URLField("website", blank=True)
    instagram = models.CharField("Instagram", max_length=60, blank=True)
    parking = models.CharField("parkeren", max_length=200, blank=True)
    bike = models.CharField("fiets", max_length=200, blank=True)
    bus = models.CharField("bus", max_length=200, blank=True)
    accessible = models.CharField("toegankelijkheid", max_length=200, blank=True)
    closed_on_public_holidays = models.BooleanField("dicht op feestdagen", default=True)
    horizon_days = models.PositiveSmallIntegerField("dagen vooruit te boeken", default=60)

    class Meta:
        verbose_name = "winkel"
        verbose_name_plural = "winkel"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_shop"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        self.pk = 1
        super().save(*args, **options)

    @classmethod
    def current(cls) -> Shop:
        shop = cls.objects.select_related("rules").first()
        if shop is None:
            raise ShopNotLoaded
        return shop

    @property
    def address(self) -> str:
        return f"{self.street}, {self.postcode} {self.town}"
