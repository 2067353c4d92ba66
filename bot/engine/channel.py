"""The one way in: the door's channel.

Unlike Rasa's REST channel it tells commands from words (a customer's "/restart" is text), answers
an error as an error instead of `200 []`, and says what was understood and done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.engine.once import Once
from bot.engine.plain_text import as_plain_text

logger = logging.getLogger(__name__)
_UNSURE = "nlu_fallback"
_AT_MOST_TEXTS = 32


class DoorChannel(InputChannel):
    @classmethod
    def name(cls) -> str:
        return "door"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        door = Blueprint("door_webhook", "bot_engine_channel")
        once = Once()

        @door.get("/health")
        async def health(request: Request) -> HTTPResponse:
            status = "ok" if _agent(request).is_ready() else "loading"
            return response.json({"status": status, "at_work": once.at_work})

        @door.post("/conversations")
        async def open_conversation(request: Request) -> HTTPResponse:
            said = CollectingOutputChannel()
            processor = _agent(request).processor
            tracker = await processor.fetch_tracker_with_initial_session(
                request.json["conversation"],
                said,
                metadata={"remembered": request.json.get("remembered") or ""},
            )
            await processor.save_tracker(tracker)
            return response.json({"messages": _messages(said)})

        @door.post("/messages")
        async def take_message(request: Request) -> HTTPResponse:
            body = request.json
            conversation = body["conversation"]
            text = body["choice"] if body.get("choice") else as_plain_text(body.get("text", ""))

            async def handle() -> dict[str, Any]:
                said = CollectingOutputChannel()
                await on_new_message(
                    UserMessage(text, said, conversation, input_channel=self.name())
                )
                tracker = await _agent(request).tracker_store.retrieve(conversation)
                return {"messages": _messages(said), "understood": _understood(tracker)}

            message = body.get("message") or uuid4().hex
            try:
                return response.json(await once.answer(conversation, message, handle))
            except Exception:
                # Whatever broke inside Rasa, the door must hear of it: a customer waits.
                logger.exception("The engine could not handle a message")
                return response.json({"error": "the engine could not handle the message"}, 500)

        @door.post("/parse")
        async def parse(request: Request) -> HTTPResponse:
            """Tell how texts would be understood, outside any conversation."""
            understood = []
            for text in request.json["texts"][:_AT_MOST_TEXTS]:
                understood.append(await _parsed(_agent(request), text))
                # Customers come first: let theirs in between.
                await asyncio.sleep(0)
            return response.json({"understood": understood})

        @door.delete("/conversations/<conversation>")
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            once.forget(conversation)
            store = _agent(request).tracker_store
            # Rasa wraps every store in one that survives a broken database.
            getattr(store, "_tracker_store", store).forget(conversation)
            return response.empty()

        return door


def _agent(request: Request) -> Agent:
    return request.app.ctx.agent


async def _parsed(agent: Agent, text: str) -> dict[str, Any]:
    parsed = await agent.processor.parse_message(UserMessage(as_plain_text(text)))
    return {
        "ranking": [
            {"intent": one["name"], "confidence": one["confidence"]}
            for one in parsed.get("intent_ranking", [])
            if one["name"] != _UNSURE
        ],
        "entities": _entities(parsed.get("entities", [])),
    }


def _messages(said: CollectingOutputChannel) -> list[dict[str, Any]]:
    """Return what was said; Rasa sends a custom payload apart, here it joins the text before it."""
    messages: list[dict[str, Any]] = []
    for sent in said.messages:
        if sent.get("custom") and not sent.get("text") and messages:
            messages[-1]["custom"] = {**(messages[-1]["custom"] or {}), **sent["custom"]}
            continue
        buttons = [{"title": b["title"], "payload": b["payload"]} for b in sent.get("buttons", [])]
        messages.append(
            {"text": sent.get("text"), "buttons": buttons, "custom": sent.get("custom")}
        )
    return messages


def _understood(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    nothing: dict[str, Any] = {"intent": None, "confidence": 0.0, "entities": [], "actions": []}
    if tracker is None:
        return nothing
    actions: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return {
                "intent": event.intent_name,
                "confidence": event.intent.get("confidence", 0.0),
                "entities": _entities(event.entities),
                "actions": [name for name in reversed(actions) if name != "action_listen"],
            }
        if isinstance(event, ActionExecuted) and event.action_name:
            actions.append(event.action_name)
    return nothing


def _entities(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: one.get(key) for key in ("entity", "value", "start", "end")} for one in found]
