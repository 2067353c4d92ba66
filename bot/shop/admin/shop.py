from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from bot.shop.admin.lines import LINES
from bot.shop.models import (
    ExceptionInterval,
    HouseRules,
    OpeningException,
    OpeningInterval,
    Shop,
)


class HouseRulesInline(admin.StackedInline):
    model = HouseRules
    can_delete = False
    min_num = max_num = 1
    formfield_overrides = LINES


@admin.register(Shop)
class ShopAdmin(admin.ModelAdmin):
    list_display = ["name", "town", "phone", "email"]
    inlines = [HouseRulesInline]
    formfield_overrides = {**LINES, models.URLField: {"assume_scheme": "https"}}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Shop.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Shop | None = None) -> bool:
        """Without its facts the chatbot could not answer a thing."""
        return False


@admin.register(OpeningInterval)
class OpeningIntervalAdmin(admin.ModelAdmin):
    list_display = ["weekday", "opens", "closes"]
    list_filter = ["weekday"]


class ExceptionIntervalInline(admin.TabularInline):
    model = ExceptionInterval
    extra = 1


@admin.register(OpeningException)
class OpeningExceptionAdmin(admin.ModelAdmin):
    list_display = ["first_day", "last_day", "reason", "hours"]
    search_fields = ["reason"]
    date_hierarchy = "first_day"
    inlines = [ExceptionIntervalInline]

    @admin.display(description="tijden")
    def hours(self, exception: OpeningException) -> str:
        return ", ".join(str(interval) for interval in exception.intervals.all()) or "dicht"
