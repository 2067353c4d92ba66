"""Conversations at a chosen moment, for what is counted of them."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from bot.chat import record
from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.chat.ownership import hand_over
from bot.chat.record import GO_ON, Button, Utterance

_CARD = {"kind": "appointment", "title": "Oogmeting"}


class Customer:
    """Somebody who writes at moments of the test's choosing: `at("2026-11-23T12:00")`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
        self._patch = monkeypatch
        self._now = datetime.fromisoformat(moment)
        self.at(moment)
        self.conversation, _ = record.begin("", None)
        record.say(self.conversation, Sender.BOT, "Helder", [Utterance("Hoi")])

    def at(self, moment: str) -> Customer:
        self._now = datetime.fromisoformat(moment)
        self._patch.setenv("BOT_NOW", moment)
        return self

    def later(self, **time: float) -> Customer:
        return self.at((self._now + timedelta(**time)).isoformat())

    def says(
        self,
        intent: str,
        *actions: str,
        confidence: float = 0.95,
        offers: bool = False,
        shows_card: bool = False,
        hands_over: bool = False,
        is_answered: bool = True,
    ) -> Message:
        """Say something that is understood so; return the answer."""
        self.at(self._now.isoformat())
        message = record.customer_says(self.conversation, f"een geheim over {intent}")
        Message.objects.filter(pk=message.pk).update(
            intent=intent, confidence=confidence, actions=list(actions)
        )
        if not is_answered:
            return message
        buttons = [Button("Iets", "/iets")] if offers else []
        buttons += [Button("Ga verder", GO_ON)] if hands_over else []
        answer = Utterance("Dat zit zo.", buttons, _CARD if shows_card else None)
        (said,) = record.say(self.conversation, Sender.BOT, "Helder", [answer], reply_to=message)
        if hands_over:
            hand_over(self.conversation, State.WAITING, "a test")
        return said

    def is_answered_by_a_person(self) -> None:
        hand_over(self.conversation, State.STAFF, "a test")
        record.say(self.conversation, Sender.STAFF, "Erik", [Utterance("Hoi, Erik hier.")])

    def goes_on_with_the_bot(self) -> None:
        record.customer_says(self.conversation, "ga verder", choice=GO_ON)
        hand_over(self.conversation, State.BOT, "a test")
        record.say(self.conversation, Sender.BOT, "Helder", [Utterance("Daar ben ik weer")])

    def thumbs(self, message: Message, helpful: bool) -> None:
        record.judge(self.conversation, message.number, helpful)


def erase(conversation: Conversation) -> None:
    Conversation.objects.filter(pk=conversation.pk).delete()
    assert not Feedback.objects.filter(message__conversation=conversation.pk).exists()


def table(client: Client, key: str, period: str = "week", day: str = "") -> list[list[str]]:
    """Return the rows of a table as it is taken along, without its header."""
    response = client.get(f"/staf/cijfers/{key}.csv", {"periode": period, "dag": day})
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))[1:]


def row(client: Client, key: str, name: str, **period: Any) -> list[str]:
    """Return the cells after the name of one row."""
    return next((row[1:] for row in table(client, key, **period) if row[0] == name), [])
