"""How much one address or one conversation may ask in a while.

Counted in Redis when there is one, for all web processes together, and else in this process.
"""

import logging
import time
from contextlib import suppress
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from limits import RateLimitItemPerSecond
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

from bot.chat.errors import Refused
from bot.chat.models import Conversation
from bot.chat.pool import in_pool

logger = logging.getLogger(__name__)

_IN_THIS_PROCESS = "memory://"
# A customer waits for Redis no longer than this.
_REDIS_SECONDS = 1.0
# Who has a /64 of IPv6, as every household has, has all its addresses.
_HOUSEHOLD_BITS = 64
_LOOPBACK_HOUSEHOLD = f"0::/{_HOUSEHOLD_BITS}"


async def spend_opening(request: HttpRequest) -> None:
    await _spend_of_address("open", request, settings.CHAT_OPEN_LIMIT)


async def spend_message(request: HttpRequest, conversation: Conversation) -> None:
    await _spend("message", conversation.public_id.hex, settings.CHAT_MESSAGE_LIMIT)
    await _spend_of_address("message", request, settings.CHAT_ADDRESS_LIMIT)


async def spend_look(conversation: Conversation) -> None:
    """Reading, listening and judging: cheap, but not for nothing."""
    await _spend("look", conversation.public_id.hex, settings.CHAT_LOOK_LIMIT)


async def spend_typing(conversation: Conversation) -> None:
    await _spend("typing", conversation.public_id.hex, settings.CHAT_TYPING_LIMIT)


async def spend_unknown_token(request: HttpRequest) -> None:
    await _spend_of_address("unknown", request, settings.CHAT_ADDRESS_LIMIT)


def address_of(request: HttpRequest) -> str:
    """Return whom a request counts for: an IPv4 address, or the household of an IPv6 one."""
    claimed = _claimed_address(request)
    try:
        address = ip_address(claimed)
    except ValueError:
        return claimed
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{int(address) >> (128 - _HOUSEHOLD_BITS):x}::/{_HOUSEHOLD_BITS}"


async def _spend_of_address(what: str, request: HttpRequest, limit: tuple[int, int]) -> None:
    """Count for an address. One of this machine is a proxy that nobody told us of, or a developer.

    Behind it may be every customer of the shop, whom one limit for all would lock out.
    """
    whose = address_of(request)
    await _spend(what, whose, for_address(whose, limit))


def for_address(address: str, limit: tuple[int, int]) -> tuple[int, int]:
    most, seconds = limit
    return (most * settings.CHAT_LOOPBACK_FACTOR if _is_loopback(address) else most, seconds)


def _is_loopback(address: str) -> bool:
    return address.startswith("127.") or address == _LOOPBACK_HOUSEHOLD


async def _spend(what: str, whose: str, limit: tuple[int, int]) -> None:
    wait = await in_pool(count)(what, whose, limit)
    if wait is not None:
        raise Refused("too_many_requests", retry_after=wait)


def count(what: str, whose: str, limit: tuple[int, int]) -> int | None:
    """Count one; return after how many seconds there is room again when there is none."""
    return _hit(settings.REDIS_URL or _IN_THIS_PROCESS, _item(what, limit), whose)


def forget(what: str, whose: str, limit: tuple[int, int]) -> None:
    """Count anew from nothing."""
    for storage in {settings.REDIS_URL or _IN_THIS_PROCESS, _IN_THIS_PROCESS}:
        with suppress(StorageError):
            limiter_on(storage).clear(_item(what, limit), whose)


def _item(what: str, limit: tuple[int, int]) -> RateLimitItemPerSecond:
    return RateLimitItemPerSecond(*limit, namespace=f"buur:{what}")


def _hit(storage: str, item: RateLimitItemPerSecond, whose: str) -> int | None:
    limiter = limiter_on(storage)
    try:
        if limiter.hit(item, whose):
            return None
        return max(1, round(limiter.get_window_stats(item, whose).reset_time - time.time()))
    except StorageError as error:
        logger.warning("Limits are counted in this process, Redis is away: %s", error)
        return _hit(_IN_THIS_PROCESS, item, whose)


@lru_cache
def limiter_on(storage: str) -> MovingWindowRateLimiter:
    if storage == _IN_THIS_PROCESS:
        return MovingWindowRateLimiter(storage_from_string(storage))
    options: dict[str, Any] = {
        "socket_timeout": _REDIS_SECONDS,
        "socket_connect_timeout": _REDIS_SECONDS,
        # A connection of before Redis restarted fails once.
        "retry": Retry(NoBackoff(), retries=1),
    }
    return MovingWindowRateLimiter(storage_from_string(storage, wrap_exceptions=True, **options))


def _claimed_address(request: HttpRequest) -> str:
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if settings.CHAT_PROXIES and len(forwarded) >= settings.CHAT_PROXIES:
        # Each proxy of ours adds one at the end; what stands before, anyone may have written.
        return forwarded[-settings.CHAT_PROXIES].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
