"""What the door turns down, and how it says so."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from bot.chat import sentences

API = "/api/chat"

STATUS = {
    "empty": 400,
    "too_long": 400,
    "not_text": 400,
    "unknown_choice": 400,
    "unknown_token": 401,
    "unknown_site": 403,
    "unknown_message": 404,
    "unknown_address": 404,
    "wrong_method": 405,
    "too_large": 413,
    "too_many_requests": 429,
    "out_of_order": 500,
    "engine_unavailable": 503,
}


class Refused(Exception):
    """A request that the door turns down, with a sentence for the customer."""

    def __init__(self, code: str, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


def refusal(
    code: str, retry_after: int | None = None, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Return the API's answer for what is turned down."""
    body = {"error": {"code": code, "message": sentences.ERRORS[code]}}
    response = JsonResponse(body, status=STATUS[code], headers=dict(headers or {}))
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    if response.status_code == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path_info.startswith(API):
        return refusal("unknown_address")
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(API):
        return refusal("out_of_order")
    return defaults.server_error(request)
