from django import forms

from bot.shop.models import AfterKeptDays


class RetentionForm(forms.Form):
    kept_days = forms.IntegerField(label="Gesprekken bewaren", min_value=1, max_value=3650)
    after_kept_days = forms.ChoiceField(
        label="En daarna",
        choices=[
            (
                AfterKeptDays.ERASE,
                "Wissen: het gesprek gaat helemaal weg. Alleen aantallen in de cijfers blijven.",
            ),
            (
                AfterKeptDays.ANONYMISE,
                "Anoniem maken: namen, nummers en adressen gaan eruit, voorgoed. Wat er gevraagd"
                " werd blijft, zodat de cijfers kloppen.",
            ),
        ],
        widget=forms.RadioSelect,
    )
    appointment_days = forms.IntegerField(
        label="Naam en nummer bij een afspraak bewaren", min_value=1, max_value=3650
    )
    log_months = forms.IntegerField(label="Logboek bewaren", min_value=1, max_value=84)
