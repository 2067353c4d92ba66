from django import forms
from django.core.exceptions import ValidationError

from bot.chat.errors import Refused
from bot.chat.text import LONGEST, checked_text

_REFUSED = {
    "empty": "Er staat nog niets in je antwoord.",
    "too_long": f"Dat is te lang om in één keer te sturen. Hou het onder de {LONGEST} tekens.",
    "not_text": "Hier staan tekens in die de klant niet kan lezen. Typ het als gewone tekst.",
}


class AnswerForm(forms.Form):
    text = forms.CharField(label="Je antwoord", required=False, strip=False)

    def clean_text(self) -> str:
        try:
            # What a form sends ends its lines in two characters.
            return checked_text(self.cleaned_data["text"].replace("\r\n", "\n"))
        except Refused as refused:
            raise ValidationError(_REFUSED[refused.code]) from refused
