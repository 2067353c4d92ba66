"""The widget's files as browsers get them: the script of the one line, and the parts of the window.

They are made of the files in `static/` when they are first asked for; nothing needs building.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from bot.chat.bundle import bundle, minified
from bot.chat.pool import in_pool
from bot.shop.models import Shop, ShopNotLoaded

_FILES = Path(__file__).parent / "static"
_PARTS = ("window", "labels.en")
_PLACE_OF_FACTS = "const SERVED = {};"
# The script is in every page of a shop: soon forgotten, so that what changes here is soon there.
_FOR_NOW = "public, max-age=300, stale-while-revalidate=86400"
# The address of a part changes with what is in it.
_FOR_GOOD = "public, max-age=31536000, immutable"


@require_safe
async def script(request: HttpRequest) -> HttpResponseBase:
    """The launcher, told what it should know of the shop."""
    source = await in_pool(_launcher)()
    return _javascript(request, source, _FOR_NOW)


@require_safe
async def part(request: HttpRequest, name: str) -> HttpResponseBase:
    if name not in _PARTS:
        raise Http404(name)
    is_current = request.META["QUERY_STRING"] == _version(_stamp())
    return _javascript(request, _part(name, _stamp()), _FOR_GOOD if is_current else _FOR_NOW)


def _launcher() -> str:
    return _told(json.dumps(_facts() | {"version": _version(_stamp())}), _stamp())


def _facts() -> dict[str, str]:
    try:
        shop = Shop.current()
    except ShopNotLoaded:
        return {}
    return {"bot": shop.bot_name, "shop": shop.name, "days": str(shop.rules.kept_days)}


@lru_cache(maxsize=4)
def _told(facts: str, stamp: int) -> str:
    source = (_FILES / "buur.js").read_text("utf-8")
    return minified(source.replace(_PLACE_OF_FACTS, f"const SERVED = {facts};"))


@lru_cache(maxsize=8)
def _part(name: str, stamp: int) -> str:
    return bundle(_FILES / "buur" / f"{name}.js")


@lru_cache(maxsize=1)
def _version(stamp: int) -> str:
    parts = "".join(_part(name, stamp) for name in _PARTS)
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


def _stamp() -> int:
    """Tell whether a file changed since it was last made into something."""
    return max(file.stat().st_mtime_ns for file in _FILES.glob("**/*.js"))


def _javascript(request: HttpRequest, source: str, keep: str) -> HttpResponseBase:
    content = source.encode()
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:20]}"'
    response = HttpResponse(
        content,
        content_type="text/javascript; charset=utf-8",
        headers={
            "Cache-Control": keep,
            "ETag": etag,
            # For every site: the files hold nothing that is not on the shop's own pages.
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Timing-Allow-Origin": "*",
        },
    )
    return get_conditional_response(request, etag=etag, response=response) or response
