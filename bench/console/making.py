"""Conversations of realistic sizes: customers' words from the training data, the bot's own."""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import yaml
from django.conf import settings

from bot import clock
from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.review.models import Colour, ConversationDigest, Label, Labelling, Review
from bot.review.talks.digests import refresh_stale
from bot.shop.models import Appointment, Service

# How many questions a conversation has, and how often.
_QUESTIONS = {1: 25, 2: 30, 3: 20, 4: 12, 5: 8, 8: 5}
_DAYS = 90
_PAGES = ["", "brillen", "zonnebrillen", "hoortoestellen", "contact", "afspraak", "over-ons"]
_LABELS = ["terugbellen", "leuk voorbeeld", "levertijd", "garantie", "prijs", "school"]
# Of each conversation with a number, one so long: for the conversation's page.
_LONG = {20: 40, 250: 500}
RARE_WORD = "vuurtorenwachter"
_RARE = 12
_CHUNK = 1000
_ENTITY = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True)
class _Material:
    questions: Sequence[tuple[str, str]]
    answers: Sequence[str]


@dataclass
class _Made:
    conversations: list[Conversation] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    # Answers that offer something to choose, each with its question.
    replies: list[tuple[Message, Message]] = field(default_factory=list)
    thumbs: list[Message] = field(default_factory=list)
    appointments: list[Conversation] = field(default_factory=list)


def make(many: int) -> Iterator[int]:
    """Make so many; yield how many there are after each chunk."""
    chance = random.Random(7)
    material = _material()
    labels = [
        Label.objects.get_or_create(name=name, defaults={"colour": colour})[0]
        for name, colour in zip(_LABELS, Colour.values, strict=False)
    ]
    rare = set(chance.sample(range(many), min(_RARE, many)))
    there = 0
    while there < many:
        made = _Made()
        for number in range(there, min(there + _CHUNK, many)):
            _talk(made, chance, material, number, many, number in rare)
        _store(made, chance, labels)
        there += len(made.conversations)
        yield there


def _talk(
    made: _Made, chance: random.Random, material: _Material, number: int, many: int, is_rare: bool
) -> None:
    newest_first = many - number
    began = clock.now() - timedelta(days=_DAYS) * (newest_first / many)
    conversation = Conversation(
        public_id=uuid.UUID(int=chance.getrandbits(128), version=4),
        token_hash=f"{chance.getrandbits(256):064x}",
        state=_state(chance, newest_first),
        page=f"https://www.winkel.example/{chance.choice(_PAGES)}",
        created=began,
    )
    made.conversations.append(conversation)
    if number in _LONG:
        questions = _LONG[number] // 2
    else:
        questions = chance.choices(list(_QUESTIONS), list(_QUESTIONS.values()))[0]
    at = began
    _say(made, conversation, Sender.BOT, material.answers[0], at)
    for place in range(questions):
        at += timedelta(seconds=chance.randint(15, 120))
        intent, text = chance.choice(material.questions)
        if is_rare and place == 0:
            text = f"{text} groet van de {RARE_WORD}"
        unsure = chance.random() < 0.06
        asked = _say(made, conversation, Sender.CUSTOMER, text, at)
        asked.intent = "nlu_fallback" if unsure else intent
        asked.confidence = 0.5 if unsure else round(chance.uniform(0.7, 1), 3)
        asked.actions = [f"action_{intent}"]
        asked.answered_at = at
        answer = _say(made, conversation, Sender.BOT, chance.choice(material.answers), at)
        if unsure and chance.random() < 0.5:
            answer.buttons = [{"id": f"{answer.number}-0", "title": "Openingstijden"}]
            made.replies.append((answer, asked))
        if chance.random() < 0.01:
            made.thumbs.append(answer)
    if conversation.state == State.STAFF:
        _say(made, conversation, Sender.STAFF, "Ik kijk het even voor je na.", at)
    if chance.random() < 0.04:
        made.appointments.append(conversation)
    conversation.last_activity = at


def _state(chance: random.Random, newest_first: int) -> State:
    if newest_first < 2000 and chance.random() < 0.01:
        return chance.choice([State.WAITING, State.STAFF])
    return State.CLOSED if chance.random() < 0.05 else State.BOT


def _say(
    made: _Made, conversation: Conversation, sender: Sender, text: str, at: datetime
) -> Message:
    conversation.last_number += 1
    message = Message(
        conversation=conversation,
        number=conversation.last_number,
        sender=sender,
        name={Sender.BOT: "Helder", Sender.STAFF: "Erik"}.get(sender, ""),
        text=text,
        created=at,
    )
    made.messages.append(message)
    return message


def _store(made: _Made, chance: random.Random, labels: Sequence[Label]) -> None:
    Conversation.objects.bulk_create(made.conversations)
    Message.objects.bulk_create(made.messages)
    for answer, asked in made.replies:
        answer.reply_to = asked
    Message.objects.bulk_update([answer for answer, _ in made.replies], ["reply_to"])
    Feedback.objects.bulk_create(
        Feedback(message=message, helpful=chance.random() < 0.4) for message in made.thumbs
    )
    Review.objects.bulk_create(
        Review(conversation=each, name="Erik", up_to=each.last_number)
        for each in made.conversations
        if chance.random() < 0.6
    )
    Labelling.objects.bulk_create(
        Labelling(conversation=each, label=chance.choice(labels))
        for each in made.conversations
        if chance.random() < 0.03
    )
    service = Service.objects.order_by("pk")[0]
    Appointment.objects.bulk_create(
        Appointment(
            number=f"M{each.pk:010}",
            service=service,
            start=each.created,
            end=each.created,
            name="een klant",
            phone="",
            conversation=str(each.public_id),
        )
        for each in made.appointments
    )
    _digest(made.conversations)


def _digest(conversations: Sequence[Conversation]) -> None:
    ConversationDigest.objects.bulk_create(
        ConversationDigest(conversation=each, last_activity=each.last_activity)
        for each in conversations
    )
    refresh_stale(len(conversations))


def _material() -> _Material:
    questions = []
    for path in sorted((settings.BASE_DIR / "data" / "nlu").glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block.get("examples", "").splitlines():
                text = _ENTITY.sub(r"\1", line.removeprefix("- ").strip())
                if "intent" in block and text:
                    questions.append((str(block["intent"]), text))
    domain: dict[str, Any] = yaml.safe_load((settings.BASE_DIR / "domain.yml").read_text("utf-8"))
    answers = [
        variant["text"].strip()
        for variants in domain["responses"].values()
        for variant in variants
        if variant.get("text")
    ]
    return _Material(questions, answers)
