"""Keeping the digests: marked stale by who changes a conversation, made anew by who looks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.review.masking import Masker, names_of_records
from bot.review.models import (
    Assignment,
    ConversationDigest,
    ConversationWords,
    Correction,
    Mark,
    Review,
    Verdict,
)
from bot.review.talks.words import composed, folded
from bot.review.understanding import FALLBACK, threshold
from bot.shop.models import Appointment

# So that a customer's message never waits long for a batch.
_AT_ONCE = 25
_SHOWN = 200
_DISCOUNT = {"ask_discount", "negotiate_price"}
# PostgreSQL refuses to index more than a megabyte; of so long a talk the newest words are found.
_MOST_FOUND = 200_000
_PLACEHOLDER = re.compile(r"\[[\w-]+\]")
_OF_STATE = {State.WAITING: Mark.WAITING, State.STAFF: Mark.WITH_STAFF}


def mark_stale(pk: int) -> None:
    """Say, in the transaction that changes a conversation, that its digest no longer holds.

    An update rather than nothing where it is stale already: it holds off who would make the
    digest anew before this transaction can be seen.
    """
    ConversationDigest.objects.bulk_create(
        [ConversationDigest(conversation_id=pk, stale=True)],
        update_conflicts=True,
        unique_fields=["conversation"],
        update_fields=["stale"],
    )


def refresh(conversation: Conversation) -> None:
    """Make one digest anew at once, for who changed it and looks."""
    mark_stale(conversation.pk)
    with transaction.atomic():
        _make(_free().filter(pk=conversation.pk)[:1])


def refresh_stale(most: int) -> int:
    """Make the stale ones anew, those of the newest activity first; return how many."""
    made = 0
    while made < most and _stale().exists():
        with transaction.atomic():
            done = _make(_free().order_by("-last_activity")[: min(_AT_ONCE, most - made)])
        if not done:
            break
        made += done
    return made


def _stale() -> QuerySet[ConversationDigest]:
    return ConversationDigest.objects.filter(stale=True)


def _free() -> QuerySet[ConversationDigest]:
    # Another process may be at it already; its share is not ours.
    return _stale().select_for_update(skip_locked=True)


@dataclass
class _Talk:
    """What one digest is made of."""

    conversation: Conversation
    messages: list[Message]
    # What this customer is called in what was made or left here.
    names: set[str]
    corrected: set[str]
    thumb_down: bool
    appointment: bool
    reviewed_up_to: int
    assigned_to: int | None


def _make(stale: Iterable[ConversationDigest]) -> int:
    digests = {digest.pk: digest for digest in stale}
    words = []
    for talk in _talks(list(digests)):
        digest = digests[talk.conversation.pk]
        mask = Masker([(each.text, each.entities) for each in talk.messages], talk.names)
        last = next((m for m in reversed(talk.messages) if m.sender == Sender.CUSTOMER), None)
        digest.last_activity = talk.conversation.last_activity
        digest.page = talk.conversation.page
        digest.marks = _marks(talk)
        digest.assigned_to_id = talk.assigned_to
        digest.last_words = last.text[:_SHOWN] if last else ""
        digest.masked_last_words = mask.text(last.text, last.entities)[:_SHOWN] if last else ""
        digest.stale = False
        words.append(_words(talk, mask))
    ConversationDigest.objects.bulk_update(
        digests.values(),
        [
            "last_activity",
            "page",
            "marks",
            "assigned_to",
            "last_words",
            "masked_last_words",
            "stale",
        ],
    )
    ConversationWords.objects.bulk_create(
        words,
        update_conflicts=True,
        unique_fields=["conversation"],
        update_fields=["words", "personal"],
    )
    return len(digests)


def _talks(pks: Sequence[int]) -> Iterable[_Talk]:
    messages: dict[int, list[Message]] = defaultdict(list)
    for message in Message.objects.filter(conversation__in=pks).order_by("conversation", "number"):
        messages[message.conversation_id].append(message)
    corrected: dict[int, set[str]] = defaultdict(set)
    for pk, intent in Correction.objects.filter(
        message__conversation__in=pks, verdict=Verdict.CORRECTED
    ).values_list("message__conversation", "intent"):
        corrected[pk].add(intent)
    down = set(
        Feedback.objects.filter(message__conversation__in=pks, helpful=False).values_list(
            "message__conversation", flat=True
        )
    )
    reviewed = dict(
        Review.objects.filter(conversation__in=pks).values_list("conversation", "up_to")
    )
    assigned = dict(
        Assignment.objects.filter(conversation__in=pks).values_list("conversation", "user")
    )
    conversations = Conversation.objects.in_bulk(pks)
    names = names_of_records(conversations.values())
    made = set(
        Appointment.objects.filter(
            conversation__in=[str(each.public_id) for each in conversations.values()]
        ).values_list("conversation", flat=True)
    )
    for pk, conversation in conversations.items():
        yield _Talk(
            conversation,
            messages[pk],
            names[pk],
            corrected[pk],
            pk in down,
            str(conversation.public_id) in made,
            reviewed.get(pk, 0),
            assigned.get(pk),
        )


def _marks(talk: _Talk) -> Mark:
    asked = [message for message in talk.messages if message.sender == Sender.CUSTOMER]
    asked_back = {m.reply_to_id for m in talk.messages if m.buttons and m.reply_to_id is not None}
    # The engine writes its threshold where its confidence stood below.
    unsure = {
        message.pk
        for message in asked
        if message.intent == FALLBACK
        or (message.confidence is not None and message.confidence < threshold())
    }
    intents = {message.intent for message in asked} | talk.corrected
    with_person = talk.conversation.state in _OF_STATE or any(
        message.sender == Sender.STAFF for message in talk.messages
    )
    holds = {
        Mark.BY_BOT: bool(asked) and not with_person,
        Mark.NOT_UNDERSTOOD: bool(unsure - asked_back),
        Mark.DOUBTFUL: bool(unsure & asked_back),
        Mark.THUMB_DOWN: talk.thumb_down,
        Mark.COMPLAINT: "complaint" in intents,
        Mark.DISCOUNT: bool(intents & _DISCOUNT),
        Mark.APPOINTMENT: talk.appointment,
        Mark.TO_REVIEW: bool(asked) and asked[-1].number > talk.reviewed_up_to,
    }
    marks = _OF_STATE.get(State(talk.conversation.state), Mark(0))
    for mark, is_so in holds.items():
        if is_so:
            marks |= mark
    return marks


def _words(talk: _Talk, mask: Masker) -> ConversationWords:
    open_to_all, personal = [], []
    for message in talk.messages:
        shown = mask.text(message.text, message.entities)
        open_to_all.append(folded(composed(_PLACEHOLDER.sub(" ", shown))))
        if shown != message.text:
            personal.append(folded(composed(message.text)))
    return ConversationWords(
        conversation_id=talk.conversation.pk,
        words="\n".join(open_to_all)[-_MOST_FOUND:],
        personal="\n".join(personal)[-_MOST_FOUND:],
    )
