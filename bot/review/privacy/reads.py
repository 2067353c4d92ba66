"""Who looked at what: once for a person, a conversation or a list, and an hour."""

from datetime import timedelta

from django.contrib.auth.models import User

from bot import clock
from bot.chat.models import Conversation
from bot.review.audit import note
from bot.review.models import AuditEntry

READ = "conversation.read"
AGENDA, CALLS, ORDERS, SEARCH = "agenda.read", "calls.read", "orders.read", "inbox.searched"


def note_reading(user: User, conversation: Conversation) -> None:
    _note_once(user, READ, str(conversation.public_id))


def note_looking(user: User, at: str) -> None:
    """Note that somebody looked through a list with customers in it."""
    _note_once(user, at, "")


def _note_once(user: User, action: str, subject: str) -> None:
    lately = AuditEntry.objects.filter(
        user=user, action=action, subject=subject, at__gt=clock.now() - timedelta(hours=1)
    )
    if not lately.exists():
        note(user, action, subject)
