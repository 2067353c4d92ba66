"""What staff note on a conversation: read, labelled, noted, whose work it is. All is logged."""

from django.contrib.auth.models import User
from django.db import transaction

from bot import clock
from bot.chat.models import Conversation, Sender
from bot.review import audit
from bot.review.models import Assignment, Label, Labelling, Note, Review
from bot.review.stepping_in.steps import shown_name
from bot.review.talks.digests import refresh


def colleagues() -> list[User]:
    staff = User.objects.filter(is_active=True, is_staff=True)
    return sorted(staff, key=lambda user: shown_name(user).casefold())


def is_reviewed(conversation: Conversation) -> bool:
    """Return whether somebody read it, and the customer wrote nothing since."""
    review = Review.objects.filter(conversation=conversation).first()
    if review is None:
        return False
    later = conversation.messages.filter(sender=Sender.CUSTOMER, number__gt=review.up_to)
    return not later.exists()


@transaction.atomic
def review(conversation: Conversation, user: User, up_to: int) -> None:
    """Note that somebody read as far as one message; as far as none takes it back."""
    if up_to:
        Review.objects.update_or_create(
            conversation=conversation,
            defaults={
                "user": user,
                "name": shown_name(user),
                "up_to": min(up_to, conversation.last_number),
                "at": clock.now(),
            },
        )
    else:
        Review.objects.filter(conversation=conversation).delete()
    action = "conversation.reviewed" if up_to else "conversation.unreviewed"
    audit.note(user, action, str(conversation.public_id))
    refresh(conversation)


@transaction.atomic
def label(conversation: Conversation, user: User, label: Label, is_on: bool) -> None:
    if is_on:
        Labelling.objects.get_or_create(conversation=conversation, label=label)
    else:
        Labelling.objects.filter(conversation=conversation, label=label).delete()
    action = "conversation.labelled" if is_on else "conversation.unlabelled"
    audit.note(user, action, str(conversation.public_id), label=label.name)


@transaction.atomic
def assign(conversation: Conversation, user: User, to: User | None) -> None:
    if to is None:
        Assignment.objects.filter(conversation=conversation).delete()
    else:
        Assignment.objects.update_or_create(
            conversation=conversation,
            defaults={"user": to, "by": shown_name(user), "at": clock.now()},
        )
    if to:
        whom = to.get_username()
        audit.note(user, "conversation.assigned", str(conversation.public_id), to=whom)
    else:
        audit.note(user, "conversation.unassigned", str(conversation.public_id))
    refresh(conversation)


@transaction.atomic
def add_note(conversation: Conversation, user: User, text: str) -> None:
    Note.objects.create(conversation=conversation, user=user, name=shown_name(user), text=text)
    audit.note(user, "conversation.noted", str(conversation.public_id))


@transaction.atomic
def remove_note(note: Note, user: User) -> None:
    audit.note(user, "note.removed", str(note.conversation.public_id))
    note.delete()
