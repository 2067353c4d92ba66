from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "bot.chat"
    label = "chat"
    verbose_name = "Gesprekken"
    default_auto_field = "django.db.models.BigAutoField"
