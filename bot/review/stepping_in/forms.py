from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from bot.chat.errors import Refused
from bot.chat.text import LONGEST, checked_text
from bot.review.models import ReadyAnswer
from bot.review.stepping_in.filling import Unfillable, filled
from bot.shop.models import WaitingRules

_REFUSED = {
    "empty": "Er staat nog niets in je antwoord.",
    "too_long": f"Dat is te lang om in één keer te sturen. Hou het onder de {LONGEST} tekens.",
    "not_text": "Hier staan tekens in die de klant niet kan lezen. Typ het als gewone tekst.",
}


def checked(text: str) -> str:
    """Return a text that customers can read, or say in Dutch what is wrong with it."""
    try:
        # What a form sends ends its lines in two characters.
        return checked_text(text.replace("\r\n", "\n"))
    except Refused as refused:
        raise ValidationError(_REFUSED[refused.code]) from refused


class AnswerForm(forms.Form):
    text = forms.CharField(label="Je antwoord", required=False, strip=False)
    client_id = forms.UUIDField(required=False)
    mailt = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        return checked(self.cleaned_data["text"])

    def fresh_id(self) -> str:
        """Return by what this answer is known when it comes twice, a new one for a new answer."""
        return str(self["client_id"].value() or uuid4())

    @classmethod
    def again(cls, text: str, told: str) -> "AnswerForm":
        """Give a text back as a new answer, with what is the matter."""
        form = cls({"text": text})
        form.is_valid()
        form.add_error("text", told)
        return form


class ReadyAnswerForm(forms.ModelForm):
    class Meta:
        model = ReadyAnswer
        fields = ["title", "shortcut", "text"]
        widgets = {"text": forms.Textarea({"rows": 6, "maxlength": LONGEST})}
        error_messages = {"shortcut": {"unique": "Dit woord hoort al bij een ander antwoord."}}

    def clean_shortcut(self) -> Any:
        return self.cleaned_data["shortcut"].removeprefix("/").lower()

    def clean_text(self) -> str:
        text = checked(self.cleaned_data["text"])
        try:
            # With the longest of names it must still fit.
            whole = filled(text, "Naam van een collega")
        except Unfillable as wrong:
            raise ValidationError(str(wrong)) from wrong
        if len(whole) > LONGEST:
            raise ValidationError(_REFUSED["too_long"])
        return text


class WaitingRulesForm(forms.ModelForm):
    class Meta:
        model = WaitingRules
        fields = ["told_after_minutes", "mails", "mailed_after_minutes", "mail_to"]
