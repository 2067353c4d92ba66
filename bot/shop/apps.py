from django.apps import AppConfig


class ShopConfig(AppConfig):
    name = "bot.shop"
    label = "shop"
    verbose_name = "Winkel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from bot.shop import signals

        signals.connect()
