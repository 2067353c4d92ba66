"""Mail to the shop about who waits: at once when nobody is in the console, else after a while."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from bot import clock
from bot.chat.models import Conversation
from bot.review.models import CallMail
from bot.review.stepping_in import mail
from bot.review.stepping_in.calls import open_calls
from bot.review.stepping_in.presence import somebody_can_answer
from bot.shop.models import WaitingRules

# Who waited before this was switched on, or for days, is no news.
_OLD = timedelta(days=1)


def mail_about_calls() -> None:
    rules = WaitingRules.current()
    if not rules.mails:
        return
    now = clock.now()
    patience = timedelta(minutes=rules.mailed_after_minutes if somebody_can_answer() else 0)
    for call in open_calls():
        if now - _OLD <= call.since <= now - patience and call.conversation:
            _mail_once(call.conversation, call.since)


def _mail_once(conversation: Conversation, since: datetime) -> None:
    if CallMail.objects.filter(conversation=conversation, since=since).exists():
        return
    try:
        with transaction.atomic():
            due = CallMail.objects.create(conversation=conversation, since=since)
    except IntegrityError:
        # Another web process was first, or the customer erased the conversation.
        return
    mail.send(due)
