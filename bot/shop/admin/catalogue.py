from django.contrib import admin

from bot.shop.models import Order, Product, Service


@admin.register(Service)
class ServiceAdmin(admin.ModelAdmin):
    list_display = ["name", "minutes", "price", "price_from", "price_to", "walk_in", "active"]
    list_filter = ["active", "walk_in"]
    search_fields = ["name", "key"]


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["sku", "brand", "name", "kind", "colour", "price", "stock", "expected"]
    list_editable = ["price", "stock", "expected"]
    list_filter = ["kind", "brand"]
    search_fields = ["sku", "brand", "name", "colour"]


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["number", "item", "status", "expected", "ready_since", "postcode"]
    list_filter = ["status"]
    search_fields = ["number", "item", "postcode"]
