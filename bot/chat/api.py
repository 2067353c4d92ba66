"""The public chat API, as customers' browsers use it."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import NinjaAPI, Query, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import HttpBearer

from bot.chat import (
    announce,
    answering,
    background,
    engine,
    erasure,
    limits,
    record,
    sentences,
    stream,
)
from bot.chat.errors import Refused, refusal
from bot.chat.models import Conversation, Message, Sender, State
from bot.chat.naming import bot_name, shop_name
from bot.chat.pool import in_pool
from bot.chat.record import Utterance
from bot.chat.schemas import (
    DESCRIPTION,
    EVENT_STREAM,
    LAST_EVENT_ID,
    Answered,
    Judgement,
    Opened,
    Opening,
    Sent,
    problems,
)
from bot.chat.text import checked_page, checked_text


class ChatRequest(HttpRequest):
    auth: Conversation


class TokenHolder(HttpBearer):
    async def authenticate(self, request: HttpRequest, token: str) -> Conversation | None:
        conversation = await in_pool(record.find)(token)
        if conversation is None:
            await limits.spend_unknown_token(request)
        return conversation


class ObjectParser(Parser):
    """The library reads any JSON value as if it were an object."""

    def parse_body(self, request: HttpRequest) -> Any:
        body: Any = super().parse_body(request)
        if not isinstance(body, dict | None):
            raise HttpError(400, "no object")
        return body


api = NinjaAPI(
    title="Buur: de chat",
    version="1",
    description=DESCRIPTION,
    urls_namespace="chat",
    auth=TokenHolder(),
    parser=ObjectParser(),
)


@api.post(
    "/conversations",
    auth=None,
    response={201: Opened, **problems(400, 429)},
    by_alias=True,
    exclude_none=True,
)
async def open_conversation(request: HttpRequest, body: Opening | None = None) -> Any:
    """Opens a conversation. The first message says that a chatbot is talking."""
    await limits.spend_opening(request)
    page, returning = (body.page, body.returning) if body else (None, None)
    conversation, token = await in_pool(record.begin)(checked_page(page), returning)
    try:
        welcome = await engine.welcome(conversation.public_id, conversation.remembered)
        background.start(erasure.settle_debts())
    except engine.EngineUnavailable:
        welcome = await in_pool(_own_welcome)()
    said = await in_pool(_bot_says)(conversation, welcome)
    opened = {
        "token": token,
        "conversation": conversation.public_id,
        "messages": [record.as_public(message) for message in said],
    }
    return Status(201, opened)


@api.post(
    "/messages",
    response={201: Answered, **problems(400, 401, 429, 503)},
    by_alias=True,
    exclude_none=True,
)
async def send_message(request: ChatRequest, body: Sent) -> Any:
    """Stores a message, asks the engine, and returns what was answered."""
    conversation = request.auth
    await limits.spend_message(request, conversation)
    message = await in_pool(_customer_says)(conversation, body)
    await announce.wake(conversation)
    outcome = await answering.answer(conversation, message)
    return Status(201, {"messages": outcome.messages, "state": outcome.state})


@api.get(
    "/messages",
    response={200: Answered, **problems(400, 401, 429)},
    by_alias=True,
    exclude_none=True,
)
async def read_messages(request: ChatRequest, after: int = Query(0, ge=0)) -> Any:
    """Returns what was said after a message."""
    await limits.spend_look(request.auth)
    messages = await in_pool(record.messages_after)(request.auth, after)
    return {
        "messages": [record.as_public(message) for message in messages],
        "state": request.auth.state,
    }


@api.get(
    "/stream",
    response={200: None, **problems(400, 401, 429)},
    openapi_extra={"parameters": [LAST_EVENT_ID], "responses": {200: EVENT_STREAM}},
)
async def listen(request: ChatRequest, after: int = Query(0, ge=0)) -> StreamingHttpResponse:
    """Server-sent events: message, state and typing. Last-Event-ID wins over `after`."""
    await limits.spend_look(request.auth)
    stream.check_room(request.auth)
    last = request.headers.get("Last-Event-ID", "")
    if last.isascii() and last.isdigit():
        after = min(int(last), 2**31 - 1)
    return StreamingHttpResponse(
        stream.events(request.auth, after),
        content_type="text/event-stream; charset=utf-8",
        headers={"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"},
    )


@api.post("/typing", response={204: None, **problems(401, 429)})
async def tell_typing(request: ChatRequest) -> Any:
    """Tells the person in the conversation that the customer is typing, and not what."""
    await limits.spend_typing(request.auth)
    if request.auth.state in {State.WAITING, State.STAFF}:
        await announce.customer_types(request.auth)
    return Status(204, None)


@api.post("/feedback", response={204: None, **problems(400, 401, 404, 429)})
async def give_feedback(request: ChatRequest, body: Judgement) -> Any:
    """Keeps whether an answer helped."""
    await limits.spend_look(request.auth)
    await in_pool(record.judge)(request.auth, body.message, body.helpful)
    return Status(204, None)


@api.delete("/conversation", response={204: None, **problems(401, 429)})
async def erase_conversation(request: ChatRequest) -> Any:
    """Erases the conversation, here and in the engine."""
    await erasure.erase(request.auth)
    return Status(204, None)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return refusal(error.code, error.retry_after)


@api.exception_handler(AuthenticationError)
def unknown_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refusal("unknown_token")


@api.exception_handler(ValidationError)
def another_form(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return refusal("not_text")


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return refusal("not_text")


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return refusal("too_long")


def _own_welcome() -> list[Utterance]:
    return [Utterance(sentences.WELCOME.format(bot=bot_name(), shop=shop_name()))]


def _bot_says(conversation: Conversation, utterances: list[Utterance]) -> list[Message]:
    return record.say(conversation, Sender.BOT, bot_name(), utterances)


def _customer_says(conversation: Conversation, sent: Sent) -> Message:
    if sent.text is not None and sent.choice is not None:
        raise Refused("not_text")
    if sent.choice is None:
        text = checked_text("" if sent.text is None else sent.text)
        return record.customer_says(conversation, text, client_id=sent.client_id)
    choice = record.choice_of(conversation, sent.choice)
    return record.customer_says(conversation, choice.title, choice.payload, sent.client_id)
