"""A conversation as staff read it: what was said, what was understood, who did what."""

from dataclasses import dataclass
from typing import Any

from bot.chat.models import Conversation, Feedback, Message, Sender
from bot.review.models import StaffDeed
from bot.review.stepping_in.steps import holder_of
from bot.review.understanding import FALLBACK, threshold, title_of


@dataclass(frozen=True)
class Understanding:
    title: str
    intent: str
    confidence: str
    entities: list[dict[str, Any]]
    actions: list[str]


@dataclass(frozen=True)
class Line:
    """One message, with what is known of it."""

    message: Message
    understood: Understanding | None
    helpful: bool | None


@dataclass(frozen=True)
class Reading:
    conversation: Conversation
    messages: list[Line]
    # Messages of before these that are known better by now: the engine understood them meanwhile.
    renewed: list[Line]
    last_number: int
    holder: StaffDeed | None
    deeds: list[StaffDeed]

    @property
    def mark(self) -> str:
        """Changes whenever what stands above the messages does."""
        return f"{self.conversation.state}-{self.deeds[-1].pk if self.deeds else 0}"


def read(conversation: Conversation, after: int) -> Reading:
    """Read a conversation from one message on."""
    messages = list(
        conversation.messages.filter(number__gt=after)
        .select_related("feedback", "mailed")
        .order_by("number")
    )
    answered = [message.reply_to_id for message in messages if message.reply_to_id is not None]
    renewed = conversation.messages.filter(pk__in=answered, number__lte=after) if after else ()
    return Reading(
        conversation,
        [_line(message) for message in messages],
        [_line(message) for message in renewed],
        messages[-1].number if messages else after,
        holder_of(conversation),
        list(conversation.deeds.all()),
    )


def _line(message: Message) -> Line:
    try:
        helpful = message.feedback.helpful
    except Feedback.DoesNotExist:
        helpful = None
    return Line(message, _understanding(message), helpful)


def _understanding(message: Message) -> Understanding | None:
    if message.sender != Sender.CUSTOMER or not message.intent:
        return None
    confidence = ""
    if message.intent == FALLBACK:
        confidence = f"onder de {threshold():.0%}"
    elif message.confidence is not None:
        # Never rounded up to certainty.
        confidence = f"{int(message.confidence * 100)}%"
    return Understanding(
        title_of(message.intent),
        message.intent,
        confidence,
        message.entities,
        message.actions,
    )
