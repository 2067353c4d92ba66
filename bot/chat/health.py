"""Whether each part of the whole is well."""

import asyncio
from collections.abc import Iterable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from bot.chat import engine
from bot.chat.pool import in_pool

OK = "ok"


async def healthz(request: HttpRequest) -> JsonResponse:
    engines = [f"{url}/webhooks/door/health" for url in engine.engine_urls()]
    database, actions, *of_engines = await asyncio.gather(
        in_pool(_database_complaint)(),
        engine.complaint(f"{settings.ACTIONS_URL}/health"),
        *(engine.complaint(url) for url in engines),
    )
    parts = {
        "web": OK,
        "database": database or OK,
        "engine": _first(of_engines) or OK,
        "actions": actions or OK,
    }
    well = all(part == OK for part in parts.values())
    return JsonResponse(parts, status=200 if well else 503, headers={"Cache-Control": "no-store"})


def _first(complaints: Iterable[str]) -> str:
    return next((complaint for complaint in complaints if complaint), "")


def _database_complaint() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return type(error).__name__
    return ""
