import asyncio
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from bot import clock
from bot.chat import erasure
from bot.chat.models import Conversation
from bot.chat.pool import in_pool
from bot.shop.models import Shop


class Command(BaseCommand):
    help = "Wist gesprekken die langer stil zijn dan de winkel ze bewaart."

    def handle(self, *args: Any, **options: Any) -> None:
        erased = asyncio.run(_forget_old())
        self.stdout.write(f"{erased} gesprekken gewist.")


async def _forget_old() -> int:
    old = await in_pool(_old_conversations)()
    for conversation in old:
        await erasure.erase(conversation)
    await erasure.settle_debts()
    return len(old)


def _old_conversations() -> list[Conversation]:
    kept = timedelta(days=Shop.current().rules.kept_days)
    return list(Conversation.objects.filter(last_activity__lt=clock.now() - kept))
