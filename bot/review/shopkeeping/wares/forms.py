"""What the shop sells, does and has ordered, as small forms."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.utils.formats import date_format, number_format

from bot import clock
from bot.shop.models import Order, OrderStatus, Product, Service
from bot.shop.postcodes import read_postcode

_MONEY = {"inputmode": "decimal", "autocomplete": "off"}
_NUMBER = {"inputmode": "numeric"}


class ShopForm(forms.ModelForm):
    """A form that can say what its row holds, for the log."""

    # What belongs to a customer: the log says that it changed, not what it was.
    private: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            elif isinstance(field, forms.DecimalField):
                field.localize = True
                field.widget = forms.TextInput(attrs=_MONEY)
                field.widget.is_localized = True
            elif isinstance(field, forms.IntegerField):
                field.widget.attrs |= _NUMBER
            label = str(field.label)
            field.label = label[:1].upper() + label[1:]
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"uitleg-{name}"

    def facts(self, row: Model) -> dict[str, str]:
        """Say what the row holds, by the labels of its fields."""
        return {
            str(field.label).lower(): shown(row, name)
            for name, field in self.fields.items()
            if name not in self.private
        }

    def changed_in_private(self) -> dict[str, str]:
        changed = [name for name in self.changed_data if name in self.private]
        return {str(self.fields[name].label).lower(): "gewijzigd" for name in changed}


class ProductForm(ShopForm):
    class Meta:
        model = Product
        fields = ["brand", "name", "kind", "colour", "price", "stock", "expected", "sku"]
        labels = {"expected": "Weer verwacht op (als het op is)"}
        help_texts = {
            "kind": "zoals klanten het noemen: montuur, zonnebril, lenzen",
            "sku": "je eigen nummer voor dit product",
            "price": "in euro's, met btw",
        }


class ServiceForm(ShopForm):
    class Meta:
        model = Service
        fields = [
            *("name", "phrase", "minutes", "price", "price_from", "price_to", "note"),
            *("walk_in", "active"),
        ]
        labels = {
            "minutes": "Hoe lang (minuten)",
            "price": "Vaste prijs",
            "price_from": "Of een prijs vanaf",
            "price_to": "tot",
            "walk_in": "Kan ook zonder afspraak",
            "active": "Te boeken",
        }
        help_texts = {"price": "0 is gratis", "note": "zegt de chatbot erbij"}


class OrderForm(ShopForm):
    private: ClassVar[tuple[str, ...]] = ("postcode",)
    # What the bot says with each status, so it must be known; filled with today where it can be.
    _TODAY: ClassVar[Mapping[str, str]] = {
        OrderStatus.READY: "ready_since",
        OrderStatus.SHIPPED: "shipped",
        OrderStatus.COLLECTED: "collected",
    }
    _NEEDED: ClassVar[Mapping[str, tuple[str, ...]]] = {
        OrderStatus.IN_PRODUCTION: ("expected",),
        OrderStatus.DELAYED: ("expected", "reason"),
        OrderStatus.SHIPPED: ("carrier",),
    }

    class Meta:
        model = Order
        fields = [
            *("number", "postcode", "item", "status", "expected", "reason", "ready_since"),
            *("shipped", "carrier", "collected"),
        ]
        labels = {
            "item": "Wat is er besteld",
            "collected": "Opgehaald op",
            "shipped": "Verzonden op",
        }

    def __init__(self, *args: Any, may_see_people: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            del self.fields["number"]
        if not may_see_people and self.instance.pk:
            del self.fields["postcode"]

    def clean_postcode(self) -> str:
        # The model's own message follows when it is none.
        typed: str = self.cleaned_data["postcode"]
        return read_postcode(typed) or typed

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or self.cleaned_data
        status = fields.get("status", "")
        if day := self._TODAY.get(status):
            fields[day] = fields.get(day) or clock.today()
        for name in self._NEEDED.get(status, ()):
            if not fields.get(name) and name not in self.errors:
                self.add_error(name, "Dit moet erbij: de chatbot zegt het tegen de klant.")
        return fields


def shown(row: Model, name: str) -> str:
    """Return a value as people write it."""
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if value in (None, ""):
        return ""
    if getattr(field, "choices", None):
        return str(getattr(row, f"get_{name}_display")())
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if hasattr(value, "isoformat"):
        return date_format(value, "j F Y")
    if hasattr(value, "as_tuple"):
        return f"€ {number_format(value, 2)}"
    return str(value)
