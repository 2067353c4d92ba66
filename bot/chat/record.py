"""Writing down and reading back what was said. Synchronous; call it through bot.chat.pool."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from bot import clock
from bot.chat import sentences
from bot.chat.errors import Refused
from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.chat.ownership import a_person_spoke, wait_for_a_person
from bot.chat.signals import conversation_changed
from bot.chat.text import asks_bot_to_go_on, calls_person_off

GO_ON = "door:go_on"
PERSON = "door:person"
# The one that stands in the window always; the engine may say something to it first.
CALL_PERSON = "door:call_person"
CALL_PERSON_ID = "person"


@dataclass(frozen=True)
class Button:
    title: str
    payload: str


@dataclass
class Utterance:
    """One message of the bot or of a person, before it is written down."""

    text: str
    buttons: list[Button] = field(default_factory=list)
    card: dict[str, Any] | None = None
    # By which a person's answer that is sent twice is known.
    client_id: UUID | None = None


@dataclass(frozen=True)
class Choice:
    title: str
    payload: str


@transaction.atomic
def begin(page: str, returning: str | None) -> tuple[Conversation, str]:
    """Open a conversation; return it with the token, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    previous = find(returning) if returning else None
    conversation = Conversation.objects.create(
        token_hash=_hashed(token),
        page=page,
        previous=previous,
        remembered=previous.remembered if previous else "",
    )
    conversation_changed.send(Conversation, pk=conversation.pk)
    return conversation, token


def find(token: str) -> Conversation | None:
    return Conversation.objects.filter(token_hash=_hashed(token)).first()


def customer_says(
    conversation: Conversation, text: str, choice: str = "", client_id: UUID | None = None
) -> Message:
    """Write a customer's message down, once: a second with the same client_id is the first."""
    with transaction.atomic():
        number, state = _next_number(conversation)
        if client_id:
            earlier = Message.objects.filter(conversation=conversation, client_id=client_id).first()
            if earlier:
                transaction.set_rollback(True)
                return earlier
        with_person = state in {State.WAITING, State.STAFF}
        back_to_bot = (
            choice == GO_ON
            or (with_person and asks_bot_to_go_on(text))
            or (state == State.WAITING and calls_person_off(text))
        )
        if state == State.STAFF and not back_to_bot:
            wait_for_a_person(conversation)
        return Message.objects.create(
            conversation=conversation,
            number=number,
            sender=Sender.CUSTOMER,
            text=text,
            choice=choice,
            client_id=client_id,
            # Who answers is settled here, under the conversation's lock.
            for_bot=back_to_bot or not with_person,
        )


def say(
    conversation: Conversation,
    sender: Sender,
    name: str,
    utterances: list[Utterance],
    reply_to: Message | None = None,
) -> list[Message]:
    """Write down what the bot or a person says."""
    said = []
    with transaction.atomic():
        if sender == Sender.STAFF:
            a_person_spoke(conversation)
        for utterance in utterances:
            number, _ = _next_number(conversation)
            ids = [f"{number}-{place}" for place, _ in enumerate(utterance.buttons)]
            said.append(
                Message.objects.create(
                    conversation=conversation,
                    number=number,
                    sender=sender,
                    name=name,
                    text=utterance.text,
                    buttons=[
                        {"id": id_, "title": button.title}
                        for id_, button in zip(ids, utterance.buttons, strict=True)
                    ],
                    payloads={
                        id_: button.payload
                        for id_, button in zip(ids, utterance.buttons, strict=True)
                    },
                    card=utterance.card,
                    client_id=utterance.client_id,
                    reply_to=reply_to,
                )
            )
    return said


def choice_of(conversation: Conversation, id_: str) -> Choice:
    """Return what a button means; one of an older message still counts."""
    if id_ == CALL_PERSON_ID:
        return Choice(sentences.PERSON_BUTTON, CALL_PERSON)
    number, _, _ = id_.partition("-")
    message = (
        Message.objects.filter(conversation=conversation, number=int(number)).first()
        if number.isascii() and number.isdigit() and len(number) < 10
        else None
    )
    if message is None or id_ not in message.payloads:
        raise Refused("unknown_choice")
    title = next(button["title"] for button in message.buttons if button["id"] == id_)
    return Choice(title, message.payloads[id_])


def messages_after(conversation: Conversation, number: int) -> list[Message]:
    """Return what was said after a message, each with whether it helped, if that was told."""
    said = Message.objects.filter(conversation=conversation, number__gt=number)
    return list(said.annotate(helpful=F("feedback__helpful")).order_by("number"))


def answers_to(message: Message) -> list[Message]:
    return list(message.answers.order_by("number"))


def judge(conversation: Conversation, number: int, helpful: bool) -> None:
    message = (
        Message.objects.filter(conversation=conversation, number=number)
        .exclude(sender=Sender.CUSTOMER)
        .first()
    )
    if message is None:
        raise Refused("unknown_message")
    with transaction.atomic():
        Feedback.objects.update_or_create(message=message, defaults={"helpful": helpful})
        conversation_changed.send(Conversation, pk=conversation.pk)


def as_public(message: Message) -> dict[str, Any]:
    """Return the message as the public API shows it."""
    public: dict[str, Any] = {
        "id": message.number,
        "from": message.sender,
        "name": message.name,
        "text": message.text,
        "buttons": message.buttons,
        "at": message.created.astimezone(clock.ZONE).isoformat(timespec="seconds"),
    }
    if message.card:
        public["card"] = message.card
    if message.client_id and message.sender == Sender.CUSTOMER:
        public["client_id"] = str(message.client_id)
    # What was said a moment ago nobody has judged.
    helpful = getattr(message, "helpful", None)
    if helpful is not None:
        public["helpful"] = helpful
    return public


def _next_number(conversation: Conversation) -> tuple[int, str]:
    """Lock the conversation, count one message and return its number and the present state.

    Numbers are given under the lock, so that nobody can read number 8 before number 7 is there.
    """
    own = Conversation.objects.filter(pk=conversation.pk)
    if not own.update(last_number=F("last_number") + 1, last_activity=clock.now()):
        raise Refused("unknown_token")
    conversation_changed.send(Conversation, pk=conversation.pk)
    return own.values_list("last_number", "state").get()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
