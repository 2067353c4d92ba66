from decimal import Decimal
from typing import Any

from django import forms
from django.db import transaction

from bot.review.figures.saving import KINDS, minutes_by_group
from bot.review.models import MinutesSaved


class MinutesForm(forms.Form):
    """What answering one question of each kind takes a person, in minutes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = minutes_by_group()
        for kind in KINDS:
            self.fields[kind.group] = forms.DecimalField(
                label=kind.title,
                initial=now[kind.group].normalize(),
                min_value=Decimal(0),
                max_value=Decimal(120),
                max_digits=4,
                decimal_places=1,
                localize=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
                error_messages={
                    "required": "Vul een aantal minuten in; nul mag ook.",
                    "invalid": "Vul een getal in, zoals 2 of 2,5.",
                    "min_value": "Minder dan nul minuten kan niet.",
                    "max_value": "Meer dan 120 minuten is te veel voor één vraag.",
                    "max_decimal_places": "Eén cijfer achter de komma is genoeg.",
                    "max_digits": "Vul een getal in, zoals 2 of 2,5.",
                    "max_whole_digits": "Meer dan 120 minuten is te veel voor één vraag.",
                },
            )

    @transaction.atomic
    def save(self) -> dict[str, str]:
        """Keep what differs; return that."""
        now = minutes_by_group()
        changed = {g: m for g, m in self.cleaned_data.items() if m != now[g]}
        for group, minutes in changed.items():
            MinutesSaved.objects.update_or_create(group=group, defaults={"minutes": minutes})
        return {group: str(minutes) for group, minutes in changed.items()}
