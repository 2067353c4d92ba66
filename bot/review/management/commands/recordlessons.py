from typing import Any

from django.core.management.base import BaseCommand

from bot.review.learning.asking import record_outcome


class Command(BaseCommand):
    help = "Schrijft in het logboek wat er van het leren kwam. De supervisor roept dit aan."

    def handle(self, *args: Any, **options: Any) -> None:
        record_outcome()
