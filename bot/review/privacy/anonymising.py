"""Making a conversation anonymous. Who it was can't be found back from it, also not by us.

What was asked and how it went stays, so the figures do too: texts with what is personal masked,
intents, times, who owned it when. Names, of staff too, and every link to the customer's browser,
earlier talks, appointments and messages go.
"""

import secrets
import uuid
from typing import Any

from asgiref.sync import async_to_sync
from django.db import models, transaction

from bot.chat import announce, erasure
from bot.chat.models import Conversation, Message, Sender, State
from bot.chat.ownership import hand_over
from bot.review.masking import Masker
from bot.review.models import AnonymousConversation, AuditEntry, StaffDeed
from bot.review.privacy.hanging import hanging_on, texts_of
from bot.review.talks import digests

SOMEBODY = "Medewerker"


def anonymise(conversation: Conversation) -> None:
    with transaction.atomic():
        Conversation.objects.select_for_update().get(pk=conversation.pk)
        masker = Masker.of(conversation)
        _mask_messages(conversation, masker)
        _mask_what_hangs_on(conversation, masker)
        conversation.deeds.update(name=SOMEBODY, user=None)
        erasure.forget_elsewhere(conversation)
        AuditEntry.objects.filter(subject=str(conversation.public_id)).update(subject="")
        hand_over(conversation, State.CLOSED, "it was made anonymous")
        _cut_loose(conversation, masker)
        AnonymousConversation.objects.create(conversation=conversation)
        # Search knows every word, written in its own way: it learns anew what is left of them.
        digests.refresh(conversation)
    async_to_sync(announce.erased)(conversation, [])


def _mask_messages(conversation: Conversation, masker: Masker) -> None:
    messages = list(conversation.messages.all())
    for message in messages:
        message.text = masker.message(message)
        message.entities = [
            {key: value for key, value in entity.items() if key not in {"start", "end"}}
            for entity in masker.entities(message.entities)
        ]
        message.card = masker.data(message.card)
        message.buttons = masker.data(message.buttons)
        # What a button means may hold what was filled in.
        message.payloads = {}
        message.choice = message.choice.partition("{")[0]
        message.client_id = None
        if message.sender == Sender.STAFF:
            message.name = SOMEBODY
    Message.objects.bulk_update(
        messages,
        ["text", "entities", "card", "buttons", "payloads", "choice", "client_id", "name"],
        batch_size=200,
    )


def _mask_what_hangs_on(conversation: Conversation, masker: Masker) -> None:
    for hanging in hanging_on(conversation):
        if hanging.rows.model is StaffDeed:
            continue
        for row in hanging.rows:
            masked = {field.name: _masked(row, field, masker) for field in texts_of(row)}
            if masked:
                hanging.rows.filter(pk=row.pk).update(**masked)


def _masked(row: models.Model, field: "models.Field[Any, Any]", masker: Masker) -> Any:
    value = getattr(row, field.attname)
    if field.name == "entities" and isinstance(value, list):
        return masker.entities(value)
    masked = masker.data(value)
    length = getattr(field, "max_length", None)
    return masked[:length] if length and isinstance(masked, str) else masked


def _cut_loose(conversation: Conversation, masker: Masker) -> None:
    conversation.later.update(previous=None)
    Conversation.objects.filter(pk=conversation.pk).update(
        public_id=uuid.uuid4(),
        # Nobody holds a token of this.
        token_hash=f"anonymous-{secrets.token_hex(24)}",
        summary=masker.text(conversation.summary),
        previous=None,
    )
