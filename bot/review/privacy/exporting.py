"""One customer's data, to hand over: for machines, and for people."""

from typing import Any

from bot import clock
from bot.chat.models import Conversation, Feedback, Message
from bot.review.privacy.hanging import as_data, hanging_on
from bot.review.privacy.selection import Selection
from bot.shop.models import Shop


def as_document(selection: Selection) -> dict[str, Any]:
    """Return all that is kept of what was ticked, under names that people know."""
    return {
        "winkel": Shop.current().name,
        "gemaakt op": clock.now(),
        "gesprekken": [_conversation(each) for each in selection.conversations],
        "berichten voor de winkel": [as_data(each) for each in selection.messages],
        "afspraken": [
            {"dienst": each.service.name, **as_data(each)} for each in selection.appointments
        ],
        "bestellingen": [as_data(each) for each in selection.orders],
    }


def _conversation(conversation: Conversation) -> dict[str, Any]:
    messages = conversation.messages.order_by("number")
    return {
        "nummer": str(conversation.public_id),
        "begonnen": conversation.created,
        "laatst actief": conversation.last_activity,
        "pagina": conversation.page,
        "waar het over gaat": conversation.summary,
        "onthouden": conversation.remembered,
        "berichten": [_message(each) for each in messages],
        "wat er verder bij staat": {
            hanging.title: rows
            for hanging in hanging_on(conversation)
            if hanging.rows.model is not Feedback
            and (rows := [as_data(row) for row in hanging.rows])
        },
    }


def _message(message: Message) -> dict[str, Any]:
    judged = Feedback.objects.filter(message=message).first()
    return {
        "van": message.get_sender_display(),
        "naam": message.name,
        "wanneer": message.created,
        "tekst": message.text,
        **({"kaart": message.card} if message.card else {}),
        **({"begrepen als": message.intent} if message.intent else {}),
        **({"gegevens": _details(message)} if message.entities else {}),
        **({"oordeel": str(judged)} if judged else {}),
    }


def _details(message: Message) -> list[str]:
    return [f"{entity.get('entity')}: {entity.get('value')}" for entity in message.entities]
