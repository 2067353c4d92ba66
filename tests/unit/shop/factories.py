from datetime import datetime
from pathlib import Path

from bot.clock import ZONE
from bot.shop.appointments import book
from bot.shop.models import Appointment, Service

SHOP_FILE = Path(__file__).resolve().parents[3] / "shop.yml"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def booked(service: Service, start: str, **details: str) -> Appointment:
    person = {"name": "Jan de Vries", "phone": "+31612345678", **details}
    return book(service, at(start), **person)


def clocks(moments: list[datetime]) -> list[str]:
    return [f"{moment:%H:%M}" for moment in moments]
