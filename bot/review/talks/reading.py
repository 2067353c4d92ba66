"""A conversation as staff read it: what was said, what was understood, who did what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from bot.chat.models import Conversation, Feedback, Message, Sender
from bot.review.masking import Masker
from bot.review.models import StaffDeed
from bot.review.stepping_in.steps import holder_of
from bot.review.understanding import FALLBACK, threshold, title_of

# A phone scrolls that far without a word of complaint.
AT_ONCE = 50
# Of those, how many before a message that somebody links to.
_BEFORE = 5


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
class Window:
    """Which messages of a long conversation are shown, by their numbers."""

    first: int
    last: int

    @classmethod
    def of(cls, conversation: Conversation, query: QueryDict) -> "Window":
        end = conversation.last_number
        if query.get("alles"):
            return cls(1, end)
        if wanted := _number(query.get("bericht", "")):
            first = max(1, min(wanted - _BEFORE, end - AT_ONCE + 1))
            return cls(first, first + AT_ONCE - 1)
        if before := _number(query.get("tot", "")):
            return cls(max(1, before - AT_ONCE), before - 1)
        return cls(max(1, end - AT_ONCE + 1), end)


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

    @property
    def first_number(self) -> int:
        return self.messages[0].message.number if self.messages else 1

    @property
    def has_earlier(self) -> bool:
        return self.first_number > 1

    @property
    def is_at_end(self) -> bool:
        return self.last_number >= self.conversation.last_number


def read_window(conversation: Conversation, window: Window, mask: Masker | None = None) -> Reading:
    """Read a part of a conversation."""
    numbers = {"number__gte": window.first, "number__lte": window.last}
    return _reading(conversation, conversation.messages.filter(**numbers), (), 0, mask)


def read(conversation: Conversation, after: int, mask: Masker | None = None) -> Reading:
    """Read a conversation from one message on."""
    messages = conversation.messages.filter(number__gt=after)
    renewed: Iterable[Message] = ()
    if after:
        answered = messages.exclude(reply_to=None).values("reply_to")
        renewed = conversation.messages.filter(pk__in=answered, number__lte=after)
    return _reading(conversation, messages, renewed, after, mask)


def _reading(
    conversation: Conversation,
    messages: QuerySet[Message],
    renewed: Iterable[Message],
    after: int,
    mask: Masker | None,
) -> Reading:
    found = messages.select_related("feedback", "decision", "mailed").prefetch_related(
        "corrections"
    )
    lines = [_line(each, mask) for each in found.order_by("number")]
    if mask:
        # Shown, never saved.
        conversation.summary = mask.text(conversation.summary)
    return Reading(
        conversation,
        lines,
        [_line(message, mask) for message in renewed],
        lines[-1].message.number if lines else after,
        holder_of(conversation),
        list(conversation.deeds.all()),
    )


def _line(message: Message, mask: Masker | None) -> Line:
    if mask:
        _mask(message, mask)
    try:
        helpful = message.feedback.helpful
    except Feedback.DoesNotExist:
        helpful = None
    return Line(message, _understanding(message), helpful)


def _mask(message: Message, mask: Masker) -> None:
    """Mask a message that is shown and never saved."""
    message.text = mask.message(message)
    message.entities = mask.entities(message.entities)
    message.buttons = mask.data(message.buttons)
    message.card = mask.data(message.card)


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


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
