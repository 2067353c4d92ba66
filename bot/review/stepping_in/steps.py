"""A person who steps into a conversation, and out of it again.

Each step is one transaction: who owns the conversation, what is said and who did it change
together, or not at all.
"""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from bot.chat import announce, record, sentences
from bot.chat.models import Conversation, Message, Sender, State
from bot.chat.naming import bot_name
from bot.chat.ownership import hand_over
from bot.chat.record import Utterance
from bot.review import audit
from bot.review.models import Deed, MailedAnswer, StaffDeed
from bot.review.stepping_in import mail
from bot.review.stepping_in.calls import settle_notes


@dataclass(frozen=True)
class Answer:
    """What a person says, whichever way it is said; with an address it goes by mail as well."""

    text: str
    # The same one twice is said once.
    client_id: UUID | None = None
    mail_to: str = ""


class HeldBySomebodyElse(Exception):
    """A colleague talks with this customer; to come between them needs a second word."""

    def __init__(self, holder: StaffDeed) -> None:
        super().__init__(holder.name)
        self.holder = holder


class SaidOtherwise(Exception):
    """This answer did arrive, before it was changed."""


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


def answer(conversation: Conversation, user: User, given: Answer, is_sure: bool = False) -> None:
    """Say something to the customer; the first word takes the conversation over."""
    with transaction.atomic():
        _lock(conversation)
        if earlier := _said_before(conversation, given):
            if earlier.text != given.text:
                raise SaidOtherwise
            return
        _take(conversation, user, is_sure)
        words = Utterance(given.text, client_id=given.client_id)
        [said] = record.say(conversation, Sender.STAFF, shown_name(user), [words])
        _note(conversation, user, Deed.ANSWERED)
        settle_notes(conversation)
        mailed = _mail(said, user, given.mail_to) if given.mail_to else None
    # What was woken inside the transaction looked before it was there.
    announce.wake_from_sync(conversation)
    announce.calls_from_sync()
    if mailed:
        mail.send(mailed)


def hand_back(conversation: Conversation, user: User, is_sure: bool = False) -> None:
    with transaction.atomic():
        _lock(conversation)
        _leave_to_the_holder(conversation, user, is_sure)
        if hand_over(conversation, State.BOT, "staff handed back"):
            record.say(conversation, Sender.BOT, bot_name(), [Utterance(sentences.BACK_WITH_BOT)])
            _note(conversation, user, Deed.HANDED_BACK)
    announce.wake_from_sync(conversation)


def close(conversation: Conversation, user: User, is_sure: bool = False) -> None:
    with transaction.atomic():
        _lock(conversation)
        _leave_to_the_holder(conversation, user, is_sure)
        if hand_over(conversation, State.CLOSED, "staff closed it"):
            _note(conversation, user, Deed.CLOSED)
    announce.wake_from_sync(conversation)


def type_to(conversation: Conversation, user: User) -> None:
    """Show the customer who waits for a person that one is typing."""
    if conversation.state in {State.WAITING, State.STAFF}:
        announce.typing_from_sync(conversation, Sender.STAFF, shown_name(user))


def _said_before(conversation: Conversation, given: Answer) -> Message | None:
    if given.client_id is None:
        return None
    return conversation.messages.filter(client_id=given.client_id, sender=Sender.STAFF).first()


def _mail(said: Message, user: User, address: str) -> MailedAnswer:
    audit.note(user, "answer.mailed", str(said.conversation.public_id), message=said.number)
    return MailedAnswer.objects.create(message=said, to=address)


def _take(conversation: Conversation, user: User, is_sure: bool) -> None:
    _lock(conversation)
    _leave_to_the_holder(conversation, user, is_sure)
    holder = holder_of(conversation)
    if holder and holder.user_id == user.pk:
        return
    hand_over(conversation, State.STAFF, "a person took over")
    _note(conversation, user, Deed.TOOK_OVER)


def _leave_to_the_holder(conversation: Conversation, user: User, is_sure: bool) -> None:
    holder = holder_of(conversation)
    if holder and holder.user_id != user.pk and not is_sure:
        raise HeldBySomebodyElse(holder)


def _lock(conversation: Conversation) -> None:
    """Read anew who owns the conversation, and let nobody change it meanwhile."""
    conversation.state = (
        Conversation.objects.select_for_update()
        .values_list("state", flat=True)
        .get(pk=conversation.pk)
    )


def _note(conversation: Conversation, user: User, deed: Deed) -> None:
    StaffDeed.objects.create(conversation=conversation, user=user, name=shown_name(user), deed=deed)
