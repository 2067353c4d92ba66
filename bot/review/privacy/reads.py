"""Who looked at a conversation: once for a person, a conversation and an hour."""

from datetime import timedelta

from django.contrib.auth.models import User

from bot import clock
from bot.chat.models import Conversation
from bot.review.audit import note
from bot.review.models import AuditEntry

READ = "conversation.read"


def note_reading(user: User, conversation: Conversation) -> None:
    subject = str(conversation.public_id)
    lately = AuditEntry.objects.filter(
        user=user, action=READ, subject=subject, at__gt=clock.now() - timedelta(hours=1)
    )
    if not lately.exists():
        note(user, READ, subject)
