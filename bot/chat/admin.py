"""Conversations in the back office: to read only."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from bot.chat.models import Conversation, Message


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
