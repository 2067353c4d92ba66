from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from bot.review.learning.examples import as_rasa, taught


class Command(BaseCommand):
    help = "Schrijft wat medewerkers Buur leerden als trainingsdata van Rasa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, required=True)
        parser.add_argument("--only", default="", help="de nummers van de zinnen, met komma's")

    def handle(self, *args: Any, out: Path, only: str, **options: Any) -> None:
        examples = taught()
        if only:
            numbers = [int(each) for each in only.split(",") if each.isdecimal()]
            # A model is trained with what it had, also where somebody left some out since.
            examples = examples.model.objects.filter(pk__in=numbers)
        out.write_text(as_rasa(examples), encoding="utf-8")
