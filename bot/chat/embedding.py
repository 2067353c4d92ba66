"""The page where a shop picks how its chat looks, and copies the line for its site."""

import re
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from bot.chat.websites import may_hold_chat, origin_of
from bot.middleware import CONTENT_SECURITY_POLICY

ENOUGH = 4.5
FARTHEST = 400
GREEN = "#1d4a3c"
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.I)
_PREVIEW_POLICY = CONTENT_SECURITY_POLICY.replace(
    "frame-ancestors 'none'", "frame-ancestors 'self'"
)


class ColourField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        if not text:
            return ""
        found = _HEX.fullmatch(text)
        if not found:
            raise forms.ValidationError(
                "Een kleur ziet eruit als #1d4a3c: een hekje en zes tekens."
            )
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


class SiteField(forms.CharField):
    """The address of a site, or of any page of it, as people type it."""

    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        if not text:
            return ""
        if not (origin := origin_of(text)):
            raise forms.ValidationError(
                "Dit lees ik niet als een adres. Bijvoorbeeld: jouwwinkel.nl"
            )
        return origin


class EmbeddingForm(forms.Form):
    colour = ColourField(label="Kleur van de knop", required=False, max_length=7)
    text_colour = ColourField(
        label="Kleur van de letters",
        required=False,
        max_length=7,
        help_text="Leeg: zwart of wit, wat het best leest.",
    )
    position = forms.ChoiceField(
        label="Plek",
        required=False,
        choices=[("right", "Rechtsonder"), ("left", "Linksonder")],
        widget=forms.RadioSelect,
    )
    offset = forms.IntegerField(
        label="Ruimte eronder",
        required=False,
        min_value=0,
        max_value=FARTHEST,
        help_text="In pixels. Handig als onder in je site al een balk staat, voor cookies.",
    )
    greeting = forms.CharField(
        label="Begroeting",
        required=False,
        max_length=120,
        help_text="Een tekstje bij de knop. Wie het wegklikt, ziet het niet meer. Leeg mag.",
    )
    open = forms.BooleanField(
        label="Open de chat vanzelf",
        required=False,
        help_text="Alleen op een groot scherm. Er begint pas iets als je klant klikt of typt.",
    )
    lang = forms.ChoiceField(
        label="Taal van de knoppen",
        required=False,
        choices=[
            ("nl", "Nederlands"),
            ("en", "Engels"),
            ("page", "De taal van de pagina"),
        ],
        help_text="De chatbot zelf praat altijd Nederlands.",
    )
    site = SiteField(
        label="Het adres van je site",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "jouwwinkel.nl", "inputmode": "url"}),
    )


@require_safe
@never_cache
def embedding(request: HttpRequest) -> HttpResponse:
    form = EmbeddingForm(request.GET or {"colour": GREEN, "position": "right", "lang": "nl"})
    form.is_valid()
    chosen = form.cleaned_data
    host, site = _origin(request), chosen.get("site", "")
    return render(
        request,
        "chat/embedding.html",
        {
            "form": form,
            "line": _line(host, chosen),
            "host": host,
            "contrast": _told_contrast(chosen),
            "site": site,
            "site_is_allowed": site == host or may_hold_chat(site),
            "preview": urlencode({name: value for name, value in form.data.items() if value}),
        },
    )


@require_safe
@never_cache
@xframe_options_sameorigin
def preview(request: HttpRequest) -> HttpResponse:
    """A page with the chat as it was chosen, to show in the other."""
    form = EmbeddingForm(request.GET)
    form.is_valid()
    response = render(
        request, "chat/embedding_preview.html", {"line": _line("", form.cleaned_data)}
    )
    response.headers["Content-Security-Policy"] = _PREVIEW_POLICY
    return response


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast between two colours, from 1 to 21."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda text: contrast(text, ground))


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _told_contrast(chosen: dict[str, Any]) -> dict[str, Any]:
    ground = chosen.get("colour") or GREEN
    best = readable_on(ground)
    text = chosen.get("text_colour") or best
    ratio = contrast(text, ground)
    return {
        "ratio": f"{ratio:.1f}".replace(".", ","),
        "is_enough": ratio >= ENOUGH,
        "instead": "wit" if best == "#ffffff" else "zwart",
    }


def _line(host: str, chosen: dict[str, Any]) -> SafeString:
    """The line for the site's pages, with only what differs from how it is anyhow."""
    usual = {"colour": GREEN, "position": "right", "lang": "nl"}
    if not _told_contrast(chosen)["is_enough"]:
        usual["text_colour"] = chosen["text_colour"]
    picked = [
        (name.replace("_", "-"), "true" if value is True else value)
        for name, value in chosen.items()
        if name != "site" and value and value != usual.get(name)
    ]
    attributes = format_html_join("", ' data-{}="{}"', picked)
    return format_html('<script src="{}/buur.js"{} defer></script>', host, attributes)


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
