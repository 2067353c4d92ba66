"""The record of a conversation, written as the shop's side of it does."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from typing import Any

from tests.conftest import System

_AT = "2026-11-24 09:00:00"


def write(system: System, token: str, said: list[dict[str, Any]], state: str = "") -> None:
    """Add messages to a conversation; its stream tells them as any other."""
    with sqlite3.connect(system.var / "buur.sqlite3", timeout=10) as database:
        conversation, number = _conversation(database, token)
        for message in said:
            number += 1
            _add(database, conversation, number, message)
        database.execute(
            "update chat_conversation set last_number = ?, state = coalesce(?, state) where id = ?",
            [number, state or None, conversation],
        )


def stored(system: System, token: str, sender: str = "customer") -> list[str]:
    with sqlite3.connect(system.var / "buur.sqlite3", timeout=10) as database:
        conversation, _ = _conversation(database, token)
        rows = database.execute(
            "select text from chat_message where conversation_id = ? and sender = ?"
            " order by number",
            [conversation, sender],
        )
        return [row[0] for row in rows]


def client_id(system: System, token: str) -> str:
    """How the browser marked a message that is stored."""
    with sqlite3.connect(system.var / "buur.sqlite3", timeout=10) as database:
        conversation, _ = _conversation(database, token)
        row = database.execute(
            "select client_id from chat_message"
            " where conversation_id = ? and client_id is not null",
            [conversation],
        ).fetchone()
    return str(uuid.UUID(row[0]))


def judgements(system: System, token: str) -> list[bool]:
    with sqlite3.connect(system.var / "buur.sqlite3", timeout=10) as database:
        conversation, _ = _conversation(database, token)
        rows = database.execute(
            "select helpful from chat_feedback join chat_message on message_id = chat_message.id"
            " where conversation_id = ?",
            [conversation],
        )
        return [bool(row[0]) for row in rows]


def exists(system: System, token: str) -> bool:
    with sqlite3.connect(system.var / "buur.sqlite3", timeout=10) as database:
        return _row(database, token) is not None


def _row(database: sqlite3.Connection, token: str) -> Any:
    return database.execute(
        "select id, last_number from chat_conversation where token_hash = ?",
        [hashlib.sha256(token.encode()).hexdigest()],
    ).fetchone()


def _conversation(database: sqlite3.Connection, token: str) -> tuple[int, int]:
    row = _row(database, token)
    assert row, "no such conversation"
    return (row[0], row[1])


def _add(
    database: sqlite3.Connection, conversation: int, number: int, message: dict[str, Any]
) -> None:
    values = {
        "conversation_id": conversation,
        "number": number,
        "sender": message.get("from", "bot"),
        "name": message.get("name", "Helder"),
        "text": message.get("text", ""),
        "buttons": json.dumps(
            [
                {"id": f"{number}-{place}", "title": title}
                for place, title in enumerate(message.get("buttons", []))
            ]
        ),
        "payloads": "{}",
        "card": json.dumps(message["card"]) if "card" in message else None,
        "created": message.get("at", _AT),
        "client_id": uuid.uuid4().hex if message.get("from") == "customer" else None,
        "choice": "",
        "for_bot": False,
        "attempts": 0,
        "intent": "",
        "entities": "[]",
        "actions": "[]",
    }
    marks = ", ".join("?" * len(values))
    database.execute(
        f"insert into chat_message ({', '.join(values)}) values ({marks})", list(values.values())
    )
