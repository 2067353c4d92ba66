"""Conversations in the back office: to read only."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest

from bot.chat.models import Conversation, Message, Website
from bot.chat.websites import origin_of


class ReadOnly:
    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class MessageInline(ReadOnly, admin.TabularInline):
    model = Message
    fields = ["number", "sender", "name", "text", "intent", "confidence", "created"]
    can_delete = False
    extra = 0


@admin.register(Conversation)
class ConversationAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["public_id", "state", "page", "created", "last_activity"]
    list_filter = ["state", "created"]
    fields = ["public_id", "state", "summary", "page", "created", "last_activity"]
    inlines = [MessageInline]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Erasing goes through the door, which makes the engine forget as well.
        return False


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
