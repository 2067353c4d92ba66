from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from bot.shop.models import StaffMessage


@admin.register(StaffMessage)
class StaffMessageAdmin(admin.ModelAdmin):
    list_display = ["created", "text", "contact", "handled"]
    list_filter = ["handled", "created"]
    search_fields = ["text", "contact"]
    readonly_fields = ["created", "summary", "conversation"]
    actions = ["mark_handled"]

    @admin.action(description="Afgehandeld")
    def mark_handled(self, request: HttpRequest, messages: QuerySet[StaffMessage]) -> None:
        messages.update(handled=True)
