"""How much one address or one conversation may ask in a while."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from bot.chat.errors import Refused
from bot.chat.models import Conversation


def spend_opening(request: HttpRequest) -> None:
    _spend(f"open:{_address(request)}", *settings.CHAT_OPEN_LIMIT)


def spend_message(conversation: Conversation) -> None:
    _spend(f"message:{conversation.pk}", *settings.CHAT_MESSAGE_LIMIT)


def _spend(what: str, most: int, seconds: int) -> None:
    # Real time, also where the shop's clock stands still: a limit must end.
    window, passed = divmod(time.time(), seconds)
    key = f"limit:{what}:{int(window)}"
    cache.add(key, 0, timeout=seconds)
    try:
        spent = cache.incr(key)
    except ValueError:
        # The window ended between the two lines.
        return
    if spent > most:
        raise Refused("too_many_requests", retry_after=max(1, round(seconds - passed)))


def _address(request: HttpRequest) -> str:
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if settings.CHAT_PROXIES and len(forwarded) >= settings.CHAT_PROXIES:
        # Each proxy of ours adds one at the end; what stands before, anyone may have written.
        return forwarded[-settings.CHAT_PROXIES].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
