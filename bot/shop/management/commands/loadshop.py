from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from bot.shop.catalogue import write_vocabulary
from bot.shop.loading import ShopFileError, load_shop
from bot.shop.models import Shop
from bot.shop.responses import write_responses


class Command(BaseCommand):
    help = "Load the shop's facts from a file, whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "path", nargs="?", type=Path, default=Path(settings.BASE_DIR) / "shop.yml"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="leave a shop that is there as it is"
        )

    def handle(self, *, path: Path, if_empty: bool, **_: Any) -> None:
        if if_empty and Shop.objects.exists():
            # The folder may be new while the database is not: the engine needs its files.
            write_vocabulary()
            write_responses()
            self.stdout.write("The shop is there already.")
            return
        try:
            load_shop(path)
        except ShopFileError as error:
            raise CommandError(f"Nothing was loaded from {path}:\n{error}") from error
        self.stdout.write(self.style.SUCCESS(f"Loaded {path}."))
