"""The shop's websites in the back office. Conversations are read in the console, which logs it."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from bot.chat.models import Website
from bot.chat.websites import origin_of


class WebsiteForm(forms.ModelForm):
    class Meta:
        model = Website
        fields = ["origin"]

    def clean_origin(self) -> str:
        """Keep what a browser will say of the site, whatever page of it was pasted."""
        origin = origin_of(self.cleaned_data["origin"])
        if not origin:
            raise ValidationError("Vul het adres van een website in, zoals https://www.winkel.nl")
        return origin


@admin.register(Website)
class WebsiteAdmin(admin.ModelAdmin):
    """The shop's own website may always hold the chat; here its people add others."""

    form = WebsiteForm
    list_display = ["origin"]
