"""A person who steps into a conversation, and out of it again.

Each step is one transaction: who owns the conversation, what is said and who did it change
together, or not at all.
"""

from django.contrib.auth.models import User
from django.db import transaction

from bot.chat import announce, record, sentences
from bot.chat.models import Conversation, Sender, State
from bot.chat.naming import bot_name
from bot.chat.ownership import hand_over
from bot.chat.record import Utterance
from bot.review.models import Deed, StaffDeed


class HeldBySomebodyElse(Exception):
    """A colleague talks with this customer; taking over needs a second word."""

    def __init__(self, holder: StaffDeed) -> None:
        super().__init__(holder.name)
        self.holder = holder


def shown_name(user: User) -> str:
    """Return the name that customers see."""
    return (user.get_short_name() or user.get_username())[:80]


def holder_of(conversation: Conversation) -> StaffDeed | None:
    """Return who talks with the customer now, when a person does."""
    if conversation.state != State.STAFF:
        return None
    return conversation.deeds.filter(deed=Deed.TOOK_OVER).last()


def take_over(conversation: Conversation, user: User, is_sure: bool = False) -> None:
    with transaction.atomic():
        _take(conversation, user, is_sure)
    announce.wake_from_sync(conversation)


def answer(conversation: Conversation, user: User, text: str, is_sure: bool = False) -> None:
    """Say something to the customer; the first word takes the conversation over."""
    with transaction.atomic():
        _take(conversation, user, is_sure)
        record.say(conversation, Sender.STAFF, shown_name(user), [Utterance(text)])
        _note(conversation, user, Deed.ANSWERED)
    # What was woken inside the transaction looked before it was there.
    announce.wake_from_sync(conversation)


def hand_back(conversation: Conversation, user: User) -> None:
    with transaction.atomic():
        _lock(conversation)
        if hand_over(conversation, State.BOT, "staff handed back"):
            record.say(conversation, Sender.BOT, bot_name(), [Utterance(sentences.BACK_WITH_BOT)])
            _note(conversation, user, Deed.HANDED_BACK)
    announce.wake_from_sync(conversation)


def close(conversation: Conversation, user: User) -> None:
    with transaction.atomic():
        _lock(conversation)
        if hand_over(conversation, State.CLOSED, "staff closed it"):
            _note(conversation, user, Deed.CLOSED)
    announce.wake_from_sync(conversation)


def type_to(conversation: Conversation, user: User) -> None:
    """Show the customer who waits for a person that one is typing."""
    if conversation.state in {State.WAITING, State.STAFF}:
        announce.typing_from_sync(conversation, Sender.STAFF, shown_name(user))


def _take(conversation: Conversation, user: User, is_sure: bool) -> None:
    _lock(conversation)
    holder = holder_of(conversation)
    if holder and holder.user_id == user.pk:
        return
    if holder and not is_sure:
        raise HeldBySomebodyElse(holder)
    hand_over(conversation, State.STAFF, "a person took over")
    _note(conversation, user, Deed.TOOK_OVER)


def _lock(conversation: Conversation) -> None:
    """Read anew who owns the conversation, and let nobody change it meanwhile."""
    conversation.state = (
        Conversation.objects.select_for_update()
        .values_list("state", flat=True)
        .get(pk=conversation.pk)
    )


def _note(conversation: Conversation, user: User, deed: Deed) -> None:
    StaffDeed.objects.create(conversation=conversation, user=user, name=shown_name(user), deed=deed)
