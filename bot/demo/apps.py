from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "bot.demo"
    verbose_name = "Demowinkel"
