"""A customer's browser, as far as the chat API sees it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx


class Customer:
    def __init__(self, door_url: str) -> None:
        self.http = httpx.AsyncClient(base_url=door_url, trust_env=False, timeout=30)
        self.token = ""
        self.conversation = ""
        self.welcome: list[dict[str, Any]] = []

    async def opens(self, **body: str) -> "Customer":
        response = await self.http.post("/api/chat/conversations", json=body)
        assert response.status_code == 201, response.text
        opened = response.json()
        self.token = opened["token"]
        self.conversation = opened["conversation"]
        self.welcome = opened["messages"]
        self.http.headers["Authorization"] = f"Bearer {self.token}"
        return self

    async def posts(self, **body: Any) -> httpx.Response:
        # As ASCII, like any client may: half a surrogate pair cannot be sent otherwise.
        return await self.http.post("/api/chat/messages", content=json.dumps(body))

    async def says(self, text: str, **rest: Any) -> list[dict[str, Any]]:
        response = await self.posts(text=text, **rest)
        assert response.status_code == 201, response.text
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages

    async def reads(self, after: int = 0) -> list[dict[str, Any]]:
        response = await self.http.get("/api/chat/messages", params={"after": after})
        assert response.status_code == 200, response.text
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages

    async def erases(self) -> httpx.Response:
        return await self.http.delete("/api/chat/conversation")

    @asynccontextmanager
    async def listening(
        self, after: int = 0, **headers: str
    ) -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
        async with self.http.stream(
            "GET", "/api/chat/stream", params={"after": after}, headers=headers
        ) as response:
            assert response.status_code == 200
            assert response.headers["content-type"].startswith("text/event-stream")
            yield _events(response)


async def _events(response: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    name = ""
    async for line in response.aiter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)
        elif field == "" and value:
            yield "comment", value
