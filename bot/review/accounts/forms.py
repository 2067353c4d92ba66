"""Forms of accounts. What they say to somebody who may be anybody tells nothing of who exists."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from bot.review.accounts.people import WHAT_A_ROLE_MAY
from bot.review.rights import STAFF

_REFUSED = "Deze inlognaam en dit wachtwoord horen niet bij elkaar."
_LONGEST_NAME = 80


class LoginForm(AuthenticationForm):
    error_messages = {"invalid_login": _REFUSED, "inactive": _REFUSED}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["username"].label = "Inlognaam"
        self.fields["username"].widget.attrs["autocapitalize"] = "none"

    def confirm_login_allowed(self, user: Any) -> None:
        """Say the same of an account that is of no use here as of one that doesn't exist."""
        if not (user.is_active and user.is_staff):
            raise self.get_invalid_login_error()


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "autocapitalize": "none"}
        ),
    )


class AccountForm(forms.ModelForm):
    """What the owner fills in of somebody."""

    role = forms.ChoiceField(
        label="Rol",
        choices=[(role, f"{role}: {may}") for role, may in WHAT_A_ROLE_MAY.items()],
        widget=forms.RadioSelect,
        initial=STAFF,
    )

    class Meta:
        model = User
        fields = ["first_name", "username", "email"]
        labels = {
            "first_name": "Naam die klanten zien",
            "username": "Inlognaam",
            "email": "E-mailadres",
        }
        help_texts = {
            "username": "Kleine letters, zonder spaties.",
            "email": "Mag leeg blijven.",
        }

    field_order = ["first_name", "username", "email", "role"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        name = self.fields["first_name"]
        name.required = True
        name.max_length = _LONGEST_NAME  # type: ignore[attr-defined]
        name.widget.attrs["maxlength"] = _LONGEST_NAME
        name.validators.append(_short_enough)
        self.fields["username"].widget.attrs["autocapitalize"] = "none"

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"].strip().lower()
        UnicodeUsernameValidator()(username)
        others = User.objects.exclude(pk=self.instance.pk)
        if others.filter(username__iexact=username).exists():
            raise ValidationError("Deze inlognaam is al van iemand.")
        return username

    def clean_first_name(self) -> str:
        return " ".join(self.cleaned_data["first_name"].split())


class OwnForm(forms.ModelForm):
    """What somebody changes of themselves."""

    class Meta:
        model = User
        fields = ["first_name", "email"]
        labels = {"first_name": "Naam die klanten zien", "email": "E-mailadres"}
        help_texts = {"email": "Mag leeg blijven."}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["first_name"].required = True
        self.fields["first_name"].widget.attrs["maxlength"] = _LONGEST_NAME
        self.fields["first_name"].validators.append(_short_enough)


class OwnPasswordForm(PasswordChangeForm):
    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "Dat is niet het wachtwoord dat je nu hebt.",
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        _speak_plainly(self)


class ChoosePasswordForm(SetPasswordForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _speak_plainly(self)


def _speak_plainly(form: forms.Form) -> None:
    labels = {
        "old_password": "Wachtwoord van nu",
        "new_password1": "Nieuw wachtwoord",
        "new_password2": "Nog een keer",
    }
    for name, label in labels.items():
        if name in form.fields:
            form.fields[name].label = label
            form.fields[name].help_text = ""
    form.fields[
        "new_password1"
    ].help_text = "Minstens 12 tekens. Drie of vier woorden achter elkaar werkt goed."


def _short_enough(name: str) -> None:
    if len(name) > _LONGEST_NAME:
        raise ValidationError(f"Hou de naam onder de {_LONGEST_NAME} tekens.")
