"""The ready answers that a shop begins with."""

from pathlib import Path
from typing import Any

import yaml

from bot.review.models import ReadyAnswer

_FILE = Path(__file__).with_name("starters.yml")


def load_starters(**_: Any) -> None:
    """Give a shop that has no ready answers a few; one that has keeps its own."""
    if ReadyAnswer.objects.exists():
        return
    answers = yaml.safe_load(_FILE.read_text("utf-8"))
    ReadyAnswer.objects.bulk_create(ReadyAnswer(**answer) for answer in answers)
