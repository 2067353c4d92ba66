"""The weekly hours as one form, and days with other hours."""

from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from typing import Any

from django import forms

from bot.shop.models import ExceptionInterval, OpeningException, OpeningInterval, Weekday

# A day with a break in it has two stretches.
_STRETCHES = 2
_HALF = "Vul bij beide in: hoe laat open en hoe laat dicht."
_ORDER = "De winkel gaat dicht voordat die opengaat."
_OVERLAP = "De twee tijden overlappen elkaar."

Stretches = list[tuple[time, time]]


class TimeInput(forms.TimeInput):
    def __init__(self, label: str) -> None:
        # Seconds would make the browser show them too.
        super().__init__(attrs={"type": "time", "aria-label": label}, format="%H:%M")


class StretchesForm(forms.Form):
    """Some days, each with the stretches that the shop is open; none is closed."""

    def add_day(self, key: str, name: str, known: Stretches) -> None:
        for number in range(max(_STRETCHES, len(known))):
            opens, closes = known[number] if number < len(known) else (None, None)
            which = f"{name}, open" if number == 0 else f"{name}, na de pauze open"
            self.fields[f"{key}_{number}_open"] = _time_field(which, opens)
            until = f"{name}, dicht" if number == 0 else f"{name}, na de pauze dicht"
            self.fields[f"{key}_{number}_dicht"] = _time_field(until, closes)

    def stretches(self, key: str) -> Stretches:
        return [
            (opens, closes)
            for opens, closes in self._pairs(key)
            if opens is not None and closes is not None
        ]

    def check_day(self, key: str, name: str) -> None:
        for fault in self._faults(key):
            self.add_error(f"{key}_0_open", f"{name}: {fault[0].lower()}{fault[1:]}")
            return

    def bound_pairs(self, key: str) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"{key}_{n}_open"], self[f"{key}_{n}_dicht"]) for n in self._numbers(key)]

    def _faults(self, key: str) -> Iterator[str]:
        pairs = list(self._pairs(key))
        if any((opens is None) != (closes is None) for opens, closes in pairs):
            yield _HALF
        stretches = sorted(self.stretches(key))
        if any(closes <= opens for opens, closes in stretches):
            yield _ORDER
        if any(one[1] > other[0] for one, other in pairwise(stretches)):
            yield _OVERLAP

    def _pairs(self, key: str) -> Iterator[tuple[time | None, time | None]]:
        for n in self._numbers(key):
            yield (
                self.cleaned_data.get(f"{key}_{n}_open"),
                self.cleaned_data.get(f"{key}_{n}_dicht"),
            )

    def _numbers(self, key: str) -> range:
        return range(sum(1 for name in self.fields if name.startswith(f"{key}_")) // 2)


class WeekForm(StretchesForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known: dict[int, Stretches] = {}
        for row in OpeningInterval.objects.all():
            known.setdefault(row.weekday, []).append((row.opens, row.closes))
        for day in Weekday:
            self.add_day(f"d{day.value}", str(day.label), known.get(day.value, []))

    def clean(self) -> dict[str, Any]:
        for day in Weekday:
            self.check_day(f"d{day.value}", str(day.label).capitalize())
        return self.cleaned_data

    def days(self) -> Iterator[tuple[str, list[tuple[forms.BoundField, forms.BoundField]], Any]]:
        """Yield each day's name, its fields and what is wrong there, for the template."""
        for day in Weekday:
            key = f"d{day.value}"
            yield str(day.label), self.bound_pairs(key), self.errors.get(f"{key}_0_open", [])

    def save(self) -> None:
        OpeningInterval.objects.all().delete()
        OpeningInterval.objects.bulk_create(
            OpeningInterval(weekday=day.value, opens=opens, closes=closes)
            for day in Weekday
            for opens, closes in sorted(self.stretches(f"d{day.value}"))
        )


class ExceptionForm(StretchesForm):
    CLOSED, OTHER = "dicht", "anders"

    first_day = forms.DateField(label="Dag", error_messages={"required": "Kies een dag."})
    last_day = forms.DateField(label="Tot en met (als het meer dagen zijn)", required=False)
    kind = forms.ChoiceField(
        label="Wat is er anders",
        choices=[(CLOSED, "De hele dag dicht"), (OTHER, "Andere tijden")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Waarom (zegt de chatbot erbij, hoeft niet)",
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "voorjaarsvakantie"}),
    )

    def __init__(self, *args: Any, instance: OpeningException, **options: Any) -> None:
        self.instance = instance
        known = []
        if instance.pk:
            known = [(row.opens, row.closes) for row in instance.intervals.all()]
            options["initial"] = {
                "first_day": instance.first_day,
                "last_day": instance.last_day if instance.last_day != instance.first_day else None,
                "kind": self.OTHER if known else self.CLOSED,
                "reason": instance.reason,
                **(options.get("initial") or {}),
            }
        super().__init__(*args, **options)
        for name in ("first_day", "last_day"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        self.add_day("t", "Die dag", known)

    def clean(self) -> dict[str, Any]:
        fields = self.cleaned_data
        first, is_other = fields.get("first_day"), fields.get("kind") == self.OTHER
        if is_other:
            self.check_day("t", "Tijden")
            if not self.errors and not self.stretches("t"):
                self.add_error("t_0_open", "Vul in hoe laat de winkel dan open en dicht gaat.")
        if first:
            self._check_days(first, fields.get("last_day") or first)
        return fields

    def times(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.bound_pairs("t")

    def times_errors(self) -> list[str]:
        return [str(error) for error in self.errors.get("t_0_open", [])]

    def save(self) -> OpeningException:
        fields, exception = self.cleaned_data, self.instance
        exception.first_day = fields["first_day"]
        exception.last_day = fields["last_day"] or fields["first_day"]
        exception.reason = fields["reason"].strip()
        exception.save()
        exception.intervals.all().delete()
        if fields["kind"] == self.OTHER:
            ExceptionInterval.objects.bulk_create(
                ExceptionInterval(exception=exception, opens=opens, closes=closes)
                for opens, closes in sorted(self.stretches("t"))
            )
        return exception

    def _check_days(self, first: Any, last: Any) -> None:
        if last < first:
            self.add_error("last_day", "De laatste dag ligt voor de eerste.")
            return
        others = OpeningException.objects.exclude(pk=self.instance.pk)
        clash = others.filter(first_day__lte=last, last_day__gte=first).first()
        if clash:
            name = clash.reason or "andere tijden"
            self.add_error("first_day", f"Voor deze dag staat er al iets: {name}. Wijzig dat dan.")


def _time_field(label: str, initial: time | None) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, initial=initial, widget=TimeInput(label))
