from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from bot.shop.models.fields import MoneyField


class Service(models.Model):
    """Something that a customer can come by for, booked or (walk_in) not."""

    key = models.SlugField("sleutel", unique=True, help_text="zoals het taalmodel de dienst kent")
    name = models.CharField("naam", max_length=80)
    phrase = models.CharField(
        "in een zin",
        max_length=80,
        blank=True,
        help_text='wat er na "voor" komt: een oogmeting, het bijstellen van je bril',
    )
    minutes = models.PositiveSmallIntegerField(
        "minuten", validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    price = MoneyField("prijs", null=True, blank=True)
    price_from = MoneyField("prijs vanaf", null=True, blank=True)
    price_to = MoneyField("prijs tot", null=True, blank=True)
    note = models.CharField("opmerking", max_length=200, blank=True)
    walk_in = models.BooleanField("zonder afspraak", default=False)
    active = models.BooleanField("te boeken", default=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "dienst"
        verbose_name_plural = "diensten"
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(price__isnull=False, price_from__isnull=True, price_to__isnull=True)
                | Q(price__isnull=True, price_from__isnull=False, price_to__isnull=False),
                name="service_price_or_range",
                violation_error_message="Vul een prijs in, of een prijs vanaf en tot.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Product(models.Model):
    sku = models.CharField("artikelnummer", max_length=40, unique=True)
    brand = models.CharField("merk", max_length=60)
    name = models.CharField("naam", max_length=80)
    kind = models.CharField("soort", max_length=40)
    colour = models.CharField("kleur", max_length=40, blank=True)
    price = MoneyField("prijs")
    stock = models.PositiveIntegerField("voorraad", default=0)
    expected = models.DateField("verwacht", null=True, blank=True)

    class Meta:
        verbose_name = "product"
        verbose_name_plural = "producten"
        ordering = ["kind", "price", "brand", "name"]

    def __str__(self) -> str:
        return f"{self.brand} {self.name}"
