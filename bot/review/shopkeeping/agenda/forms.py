import phonenumbers
from django import forms

from bot.shop.catalogue import services
from bot.shop.models import Appointment, Service
from bot.shop.people import store_phone

_NO_NUMBER = "Dit lijkt geen telefoonnummer. Schrijf het als 06 12345678."


class PhoneField(forms.CharField):
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})

    def clean(self, value: str | None) -> str:
        text: str = super().clean(value)
        if not text:
            return text
        try:
            number = phonenumbers.parse(text, "NL")
        except phonenumbers.NumberParseException as no_number:
            raise forms.ValidationError(_NO_NUMBER) from no_number
        if not phonenumbers.is_possible_number(number):
            raise forms.ValidationError(_NO_NUMBER)
        return store_phone(text)


class ServiceChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Service) -> str:
        return f"{obj.name.capitalize()}, {obj.minutes} minuten"


class DayForm(forms.Form):
    """Which service on which day: what the free times are asked with."""

    service = ServiceChoice(Service.objects.none(), label="Waarvoor", empty_label=None)
    day = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["service"].queryset = Service.objects.filter(  # type: ignore[attr-defined]
            pk__in=[each.pk for each in services()]
        )
        self.fields["day"].widget.format = "%Y-%m-%d"


class StartForm(forms.Form):
    """The time that is picked out of the free ones."""

    start = forms.DateTimeField(
        input_formats=["%Y-%m-%dT%H:%M"], error_messages={"required": "Kies een tijd."}
    )


class PersonForm(forms.ModelForm):
    phone = PhoneField(label="Telefoon", max_length=30)

    class Meta:
        model = Appointment
        fields = ["name", "phone", "email"]
        labels = {"name": "Naam", "email": "E-mail (hoeft niet)"}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "off"})}
