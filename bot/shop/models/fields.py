from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from bot.clock import ZONE

validate_postcode = RegexValidator(
    r"^[1-9][0-9]{3} [A-Z]{2}$", "Schrijf de postcode als 1234 AB.", code="postcode"
)


def validate_texts(value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValidationError("Dit moet een lijst met teksten zijn.", code="texts")


class LocalDateTimeField(models.DateTimeField):
    """Hands out Amsterdam time, so that nobody tells a customer a time in UTC."""

    def from_db_value(self, value: datetime | None, *_: Any) -> datetime | None:
        return value.astimezone(ZONE) if value else None


class MoneyField(models.DecimalField):
    """Euros, VAT included."""

    def __init__(self, verbose_name: str | None = None, **options: Any) -> None:
        options.setdefault("max_digits", 8)
        options.setdefault("decimal_places", 2)
        options.setdefault("validators", [MinValueValidator(Decimal(0))])
        super().__init__(verbose_name, **options)


class TextListField(models.JSONField):
    """A short list of texts, such as the ways to pay."""

    def __init__(self, verbose_name: str | None = None, **options: Any) -> None:
        options.setdefault("default", list)
        options.setdefault("blank", True)
        options.setdefault("validators", [validate_texts])
        super().__init__(verbose_name, **options)
