"""Middleware of the whole site; all of it async, so that a listening customer holds no thread."""

import gzip
from collections.abc import Awaitable, Callable, Iterable
from functools import lru_cache
from typing import Any, cast

import brotli
from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseNotFound,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils.cache import patch_vary_headers
from whitenoise.middleware import WhiteNoiseMiddleware

from bot.chat.errors import API, refusal
from bot.chat.pool import in_pool
from bot.chat.websites import may_hold_chat

NextHandler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
CONSOLE = "/staf/"
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=()"


class _Middleware:
    sync_capable = False
    async_capable = True

    def __init__(self, get_response: NextHandler) -> None:
        self.get_response = get_response
        # Django asks of an object what it asks of a function.
        markcoroutinefunction(cast(Callable[..., Any], self))


class SecurityHeaders(_Middleware):
    async def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = await self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            response.headers["Strict-Transport-Security"] = (
                f"max-age={settings.SECURE_HSTS_SECONDS}"
            )
        if request.path_info.startswith(CONSOLE):
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


class StaticFiles(_Middleware):
    """WhiteNoise, which is synchronous, for its own files only."""

    def __init__(self, get_response: NextHandler) -> None:
        super().__init__(get_response)
        self.files = WhiteNoiseMiddleware(lambda request: HttpResponseNotFound())

    async def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(settings.STATIC_URL):
            return await self.get_response(request)
        served: HttpResponseBase = await sync_to_async(self.files, thread_sensitive=False)(request)
        if not isinstance(served, StreamingHttpResponse):
            return served
        # The files are small, and read whole they need no thread while they are sent.
        chunks = cast(Iterable[bytes], served.streaming_content)
        content = await sync_to_async(b"".join, thread_sensitive=False)(chunks)
        response = HttpResponse(content, status=served.status_code)
        del response["Content-Type"]
        for name, value in served.items():
            response[name] = value
        return response


class Compression(_Middleware):
    """Packs text on its way, except what answers one person: a secret's length must not show."""

    PRIVATE = (API, CONSOLE)

    async def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = await self.get_response(request)
        if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return response
        kind = response.headers.get("Content-Type", "")
        is_text = kind.startswith(("text/", "image/svg", "application/json"))
        if not is_text or request.path_info.startswith(self.PRIVATE):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        understood = request.headers.get("Accept-Encoding", "")
        way = next((way for way in _PACKING if way in understood), None)
        if way and len(response.content) > 500:
            packed = sync_to_async(_packed, thread_sensitive=False)
            response.content = await packed(response.content, way, not kind.startswith("text/html"))
            response.headers["Content-Encoding"] = way
            response.headers["Content-Length"] = str(len(response.content))
            _weaken_etag(response)
        return response


@lru_cache(maxsize=128)
def _packed(content: bytes, way: str, is_file: bool) -> bytes:
    return _PACKING[way](content, is_file)


def _brotli(content: bytes, is_file: bool) -> bytes:
    # The best takes a tenth of a second, which only what is the same next time is worth.
    packed: bytes = brotli.compress(content, quality=11 if is_file else 5)
    return packed


def _gzip(content: bytes, is_file: bool) -> bytes:
    return gzip.compress(content, mtime=0)


# The better one first.
_PACKING: dict[str, Callable[[bytes, bool], bytes]] = {"br": _brotli, "gzip": _gzip}


def _weaken_etag(response: HttpResponse) -> None:
    """Packed, it is no longer the same to the byte; a date serves as well, if there is one."""
    etag = response.headers.get("ETag", "")
    if etag.startswith('"'):
        del response.headers["ETag"]
        if not response.has_header("Last-Modified"):
            response.headers["ETag"] = f"W/{etag}"


class CrossOrigin(_Middleware):
    """Lets the shop's websites use the chat API, and no others; no cookies are involved.

    A request that names no origin comes from this site itself or from no website at all.
    """

    async def __call__(self, request: HttpRequest) -> HttpResponseBase:
        origin = request.headers.get("Origin")
        if not request.path_info.startswith(API):
            return await self.get_response(request)
        if origin is None or _is_this_site(request, origin):
            response = await self.get_response(request)
        elif not await in_pool(may_hold_chat)(origin):
            response = _refused_site(request)
        else:
            response = await self._for(request, origin)
        patch_vary_headers(response, ["Origin"])
        return response

    async def _for(self, request: HttpRequest, origin: str) -> HttpResponseBase:
        asks = _asks_leave(request)
        return _readable(
            HttpResponse(status=204) if asks else await self.get_response(request), origin
        )


class CustomersFirst(_Middleware):
    """Takes customers straight to the door.

    What follows is for staff, who log in. It is synchronous, and would give every customer who
    listens a thread of their own.
    """

    async def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith((API, "/healthz", "/buur")):
            return await self.get_response(request)
        view, args, kwargs = resolve(request.path_info)
        if not iscoroutinefunction(view):
            return await self.get_response(request)
        response = cast(HttpResponseBase, await view(request, *args, **kwargs))
        if isinstance(response, HttpResponseNotAllowed):
            # The library says so in English.
            return refusal("wrong_method", headers={"Allow": response["Allow"]})
        return response


def _asks_leave(request: HttpRequest) -> bool:
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def _refused_site(request: HttpRequest) -> HttpResponseBase:
    """Let another site send its request, and read why nothing is done with it.

    Else its visitors would be told of a connection that fails. A refusal tells nothing of anybody.
    """
    response = HttpResponse(status=204) if _asks_leave(request) else refusal("unknown_site")
    return _readable(response, "*")


def _readable(response: HttpResponseBase, by: str) -> HttpResponseBase:
    response["Access-Control-Allow-Origin"] = by
    response["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
    response["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Last-Event-ID"
    response["Access-Control-Expose-Headers"] = "Retry-After"
    # Short, so that a site that may no longer is soon stopped.
    response["Access-Control-Max-Age"] = "600"
    return response


def _is_this_site(request: HttpRequest, origin: str) -> bool:
    try:
        # The scheme is left out: a proxy in front may speak https where we hear http.
        return origin.partition("://")[2] == request.get_host()
    except DisallowedHost:
        return False
