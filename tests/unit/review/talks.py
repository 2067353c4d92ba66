"""Conversations as the door would have written them down."""

from typing import Any

from bot.chat import record
from bot.chat.models import Conversation, Message, Sender, State
from bot.chat.ownership import hand_over
from bot.chat.record import Button, Utterance


def talk(*texts: str, state: State = State.BOT) -> Conversation:
    conversation, _ = record.begin("https://winkel.example/", None)
    for text in texts:
        says(conversation, text)
    if state != State.BOT:
        hand_over(conversation, state, "a test")
    return conversation


def says(
    conversation: Conversation, text: str, buttons: list[str] | None = None, **understood: Any
) -> Message:
    """Let the customer say something and, when it was understood somehow, the bot answer it."""
    message = record.customer_says(conversation, text)
    if understood:
        Message.objects.filter(pk=message.pk).update(**understood)
        offered = [Button(title, f"/{title}") for title in buttons or []]
        answer = [Utterance(f"Antwoord op: {text}", offered)]
        record.say(conversation, Sender.BOT, "Helder", answer, reply_to=message)
    return message


def said(conversation: Conversation) -> list[tuple[str, str, str]]:
    return list(conversation.messages.values_list("sender", "name", "text"))


def state_of(conversation: Conversation) -> str:
    return Conversation.objects.values_list("state", flat=True).get(pk=conversation.pk)


def address(conversation: Conversation, step: str = "") -> str:
    return f"/staf/gesprek/{conversation.public_id}/{step}"
