from django import forms

from bot.review.models import Label, SavedFilter


class NoteForm(forms.Form):
    note = forms.CharField(
        max_length=2000,
        error_messages={
            "required": "Er staat nog niets in je notitie.",
            "max_length": "Dat is te lang voor een notitie. Hou het onder de 2000 tekens.",
        },
    )


class LabelForm(forms.ModelForm):
    class Meta:
        model = Label
        fields = ["name", "colour"]
        error_messages = {
            "name": {
                "required": "Geef het label een naam.",
                "unique": "Er is al een label dat zo heet.",
                "max_length": "Dat is te lang voor een label. Hou het onder de 30 tekens.",
            },
            "colour": {"required": "Kies een kleur.", "invalid_choice": "Kies een kleur."},
        }


class SavedFilterForm(forms.ModelForm):
    class Meta:
        model = SavedFilter
        fields = ["name", "is_shared"]
        error_messages = {
            "name": {
                "required": "Geef de filters een naam.",
                "max_length": "Dat is te lang voor een naam. Hou het onder de 40 tekens.",
            }
        }
