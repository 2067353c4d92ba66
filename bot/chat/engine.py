"""Asking the engine, over HTTP. Which engine follows from the conversation."""

import asyncio
import hashlib
import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from weakref import WeakKeyDictionary

import httpx
from django.conf import settings

from bot.chat.record import Button, Utterance

WELCOME_TIMEOUT_SECONDS = 5.0
HEALTH_TIMEOUT_SECONDS = 2.0
UNDERSTAND_TIMEOUT_SECONDS = 3.0
_TRIES = 2
_AT_MOST_ENTITIES = 50

# Intents with how likely each is.
Ranking = list[tuple[str, float]]


class EngineUnavailable(Exception):
    """No answer came. `reached` tells whether an engine was there to fail."""

    def __init__(self, why: str, reached: bool) -> None:
        super().__init__(why)
        self.reached = reached


@dataclass
class Understood:
    intent: str = ""
    confidence: float | None = None
    entities: list[dict[str, Any]] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)


@dataclass
class Reply:
    utterances: list[Utterance] = field(default_factory=list)
    understood: Understood = field(default_factory=Understood)
    hand_over: bool = False
    summary: str = ""
    close: bool = False
    erase: bool = False
    remember: str = ""

    @property
    def empty(self) -> bool:
        return not (self.utterances or self.hand_over or self.erase)


async def welcome(conversation: UUID, remembered: str) -> list[Utterance]:
    """Let the engine open the conversation, knowing what may be remembered; return its welcome."""
    body = {"conversation": str(conversation), "remembered": remembered}
    reply = _read(await _post(conversation, "conversations", body, WELCOME_TIMEOUT_SECONDS))
    if not reply.utterances:
        raise EngineUnavailable("the engine has no welcome", reached=True)
    return reply.utterances


async def ask(conversation: UUID, number: int, text: str, choice: str) -> Reply:
    """Return the engine's answer to a text, or to a choice; an empty one counts as a failure.

    By its number the engine knows a message that is asked again, and handles it once. So it is the
    same engine that is asked again, also when another took over meanwhile, unless it is gone.
    """
    body = {
        "conversation": str(conversation),
        "message": str(number),
        **({"choice": choice} if choice else {"text": text}),
    }
    failure = EngineUnavailable("never asked", reached=False)
    engine = ""
    for _ in range(_TRIES):
        if not failure.reached:
            engine = _engine_of(conversation)
        try:
            answer = await _post_to(engine, "messages", body, settings.ENGINE_TIMEOUT_SECONDS)
            reply = _read(answer)
        except EngineUnavailable as failed:
            failure = failed
            continue
        if not reply.empty:
            return reply
        failure = EngineUnavailable("the answer is empty", reached=True)
    raise failure


async def understand(texts: list[str]) -> list[Ranking]:
    """Return what the engine takes each text for, likeliest first, outside any conversation."""
    answer = await _post(uuid4(), "parse", {"texts": texts}, UNDERSTAND_TIMEOUT_SECONDS)
    try:
        return [
            [(str(guess["intent"]), float(guess["confidence"])) for guess in one["ranking"]]
            for one in answer["understood"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise EngineUnavailable("the answer has another form", reached=True) from error


async def forget(conversation: UUID) -> None:
    """Erase what the engine remembers of a conversation."""
    url = f"{_engine_of(conversation)}/webhooks/door/conversations/{conversation}"
    try:
        response = await _client().delete(url, timeout=settings.ENGINE_TIMEOUT_SECONDS)
    except httpx.HTTPError as error:
        raise EngineUnavailable(type(error).__name__, reached=False) from error
    if response.status_code != httpx.codes.NOT_FOUND and response.is_error:
        raise EngineUnavailable(f"status {response.status_code}", reached=True)


async def complaint(url: str) -> str:
    """Return why a health address is not well, or nothing."""
    try:
        response = await _client().get(url, timeout=HEALTH_TIMEOUT_SECONDS)
    except httpx.HTTPError as error:
        return type(error).__name__
    return f"status {response.status_code}" if response.is_error else ""


def engine_urls() -> list[str]:
    """Return where the engines are: as the supervisor last wrote, or as the settings say."""
    urls = _written(settings.ENGINE_URL_FILE) or settings.ENGINE_URL
    return [url.strip().rstrip("/") for url in urls.split(",")]


def _written(path: str) -> str:
    """Read the file again only when it is another: this is asked for each message."""
    if not path:
        return ""
    try:
        known = os.stat(path)
        return _read_once(path, known.st_mtime_ns, known.st_ino)
    except OSError:
        return ""


@lru_cache(maxsize=1)
def _read_once(path: str, _: int, __: int) -> str:
    return Path(path).read_text("utf-8").strip()


def _engine_of(conversation: UUID) -> str:
    """Choose by rendezvous hashing: an engine more or less moves only its own share."""
    return max(
        engine_urls(),
        key=lambda url: hashlib.sha256(f"{url} {conversation}".encode()).digest(),
    )


async def _post(conversation: UUID, path: str, body: dict[str, Any], timeout: float) -> Any:
    return await _post_to(_engine_of(conversation), path, body, timeout)


async def _post_to(engine: str, path: str, body: dict[str, Any], timeout: float) -> Any:
    url = f"{engine}/webhooks/door/{path}"
    try:
        # The client's own limit counts between bytes; the customer waits for the whole.
        async with asyncio.timeout(timeout):
            response = await _client().post(url, json=body, timeout=timeout)
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        raise EngineUnavailable(type(error).__name__, reached=False) from error
    except (httpx.HTTPError, TimeoutError) as error:
        raise EngineUnavailable(type(error).__name__, reached=True) from error
    if response.is_error:
        raise EngineUnavailable(f"status {response.status_code}", reached=True)
    try:
        return response.json()
    except ValueError as error:
        raise EngineUnavailable("the answer is no JSON", reached=True) from error


def _read(answer: Any) -> Reply:
    try:
        reply = Reply(understood=_understood(answer.get("understood") or {}))
        for message in answer["messages"]:
            _add(reply, message)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise EngineUnavailable("the answer has another form", reached=True) from error
    return reply


def _add(reply: Reply, message: dict[str, Any]) -> None:
    custom = message.get("custom") or {}
    card = custom.get("card")
    text = (message.get("text") or "").strip()
    buttons = [Button(button["title"], button["payload"]) for button in message.get("buttons", [])]
    before = reply.utterances[-1] if reply.utterances else None
    if text or buttons:
        reply.utterances.append(Utterance(text, buttons, card))
    elif card and before and not before.card:
        # Rasa sends a response's custom part as a message of its own.
        before.card = card
    elif card:
        reply.utterances.append(Utterance(card.get("title", ""), card=card))
    reply.hand_over = reply.hand_over or custom.get("hand_over") == "waiting"
    reply.summary = reply.summary or str(custom.get("summary") or "")
    reply.close = reply.close or custom.get("close") is True
    reply.erase = reply.erase or custom.get("erase") is True
    reply.remember = reply.remember or str(custom.get("remember") or "")


def _understood(answer: dict[str, Any]) -> Understood:
    return Understood(
        intent=answer.get("intent") or "",
        confidence=answer.get("confidence"),
        entities=list(answer.get("entities") or [])[:_AT_MOST_ENTITIES],
        actions=list(answer.get("actions") or []),
    )


_clients: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()


def _client() -> httpx.AsyncClient:
    """Return this event loop's client; making one for each question costs more than asking."""
    loop = asyncio.get_running_loop()
    if loop not in _clients:
        # The engine is on this machine; a proxy in the environment is not for it.
        _clients[loop] = httpx.AsyncClient(trust_env=False)
    return _clients[loop]
