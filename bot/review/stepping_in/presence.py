"""Who of the staff is in the console, and who else looks at a conversation or types in it."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from bot.chat import announce
from bot.chat.models import Conversation
from bot.review.models import Presence
from bot.review.rights import ANSWER
from bot.review.stepping_in.steps import shown_name

# Without a stream the page says every ten seconds that it is still there.
_HERE = timedelta(seconds=30)
_IN_CONSOLE = timedelta(minutes=1)
_TYPES = timedelta(seconds=6)
_OF_NO_USE = timedelta(hours=1)


@dataclass(frozen=True)
class Colleague:
    name: str
    types: bool

    @property
    def doing(self) -> str:
        return f"{self.name} typt" if self.types else f"{self.name} leest mee"


def is_here(user: User, conversation: Conversation | None = None, types: bool = False) -> None:
    """Note that somebody is there now; who reads the same conversation sees it."""
    now = timezone.now()
    news = {"seen_at": now} | ({"typed_at": now} if types else {})
    own = Presence.objects.filter(user=user, conversation=conversation)
    earlier = own.values_list("seen_at", "typed_at").first()
    if earlier is None:
        try:
            with transaction.atomic():
                Presence.objects.create(user=user, conversation=conversation, **news)
        except IntegrityError:
            # Another page of theirs was first, or the customer erased the conversation.
            return
    else:
        own.update(**news)
    was_seen = earlier is not None and earlier[0] > now - _HERE
    typed = earlier is not None and earlier[1] is not None and earlier[1] > now - _TYPES
    if conversation and (not was_seen or (types and not typed)):
        announce.wake_from_sync(conversation)


def is_gone(user: User, conversation: Conversation) -> None:
    if Presence.objects.filter(user=user, conversation=conversation).delete()[0]:
        announce.wake_from_sync(conversation)


def has_answered(user: User, conversation: Conversation) -> None:
    """Whoever pressed the button types no more."""
    Presence.objects.filter(user=user, conversation=conversation).update(typed_at=None)


def colleagues_in(conversation: Conversation, user: User) -> list[Colleague]:
    """Return who else is in this conversation now."""
    now = timezone.now()
    there = (
        Presence.objects.filter(conversation=conversation, seen_at__gt=now - _HERE)
        .exclude(user=user)
        .select_related("user")
        .order_by("user__first_name", "user__username")
    )
    return [
        Colleague(shown_name(each.user), bool(each.typed_at and each.typed_at > now - _TYPES))
        for each in there
    ]


def somebody_can_answer() -> bool:
    """Tell whether anyone who may answer customers was in the console in the last minute."""
    may = User.objects.with_perm(ANSWER, backend="django.contrib.auth.backends.ModelBackend")
    recent = Presence.objects.filter(seen_at__gt=timezone.now() - _IN_CONSOLE)
    return recent.filter(user__in=may).exists()


def forget_who_left() -> None:
    Presence.objects.filter(seen_at__lt=timezone.now() - _OF_NO_USE).delete()
