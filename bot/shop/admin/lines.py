"""A list of texts in the admin: one text on each line."""

from typing import Any

from django import forms
from django.db import models

from bot.shop.models.fields import TextListField


class LinesField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 5, "cols": 60})

    def __init__(self, **options: Any) -> None:
        for of_json in ("encoder", "decoder"):
            options.pop(of_json, None)
        super().__init__(**{**options, "help_text": "Eén per regel."})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))


LINES: dict[type[models.Field], dict[str, Any]] = {
    TextListField: {"form_class": LinesField, "widget": LinesField.widget}
}
