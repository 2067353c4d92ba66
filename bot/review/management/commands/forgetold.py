import asyncio
from typing import Any

from django.core.management.base import BaseCommand

from bot.review.privacy.retention import clean


class Command(BaseCommand):
    help = "Wist wat langer bewaard is dan de winkel wil, of maakt het anoniem; anders 's nachts."

    def handle(self, *args: Any, **options: Any) -> None:
        cleaned = asyncio.run(clean())
        self.stdout.write(
            f"{cleaned.conversations} gesprekken gewist, {cleaned.anonymised} anoniem gemaakt."
        )
