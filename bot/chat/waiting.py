"""What a customer hears who waits for a person: when to expect one, and that it takes long.

Told once for each wait, and quietly: who has been told does not hear it again.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format, time_format

from bot import clock
from bot.chat import announce, record, sentences
from bot.chat.models import Conversation, Sender, State
from bot.chat.naming import bot_name
from bot.chat.pool import in_pool
from bot.chat.record import Button, Utterance
from bot.shop.models import WaitingRules
from bot.shop.opening import NeverOpen, closes_at, next_opening

GO_ON = Button(sentences.GO_ON_BUTTON, record.GO_ON)
_AT_A_TIME = 50


async def tell_who_waits() -> None:
    """Tell those who wait longer than the shop finds good."""
    for conversation in await in_pool(_long_waiting)():
        if await in_pool(_tell)(conversation):
            await announce.wake(conversation)


def with_a_person() -> str:
    """Say that a person reads it, and until or from when one is there."""
    now = clock.now()
    if closes := closes_at(now):
        return sentences.WITH_A_PERSON.format(time=time_format(closes, "G:i"))
    return _when_open(now, sentences.WITH_A_PERSON_LATER) or sentences.WITH_A_PERSON_SOMETIME


def _long_waiting() -> list[Conversation]:
    patience = timedelta(minutes=WaitingRules.current().told_after_minutes)
    return list(
        Conversation.objects.filter(
            waiting_since__lte=clock.now() - patience,
            waiting_told_at=None,
            state__in=[State.WAITING, State.STAFF],
        ).order_by("waiting_since")[:_AT_A_TIME]
    )


def _tell(conversation: Conversation) -> bool:
    words = _words_for(conversation)
    with transaction.atomic():
        # Somebody may have answered meanwhile, or another process told it.
        still = Conversation.objects.filter(
            pk=conversation.pk,
            waiting_since=conversation.waiting_since,
            waiting_told_at=None,
            state=conversation.state,
        )
        if not still.update(waiting_told_at=clock.now()) or not words:
            return False
        record.say(conversation, Sender.BOT, bot_name(), [Utterance(words, [GO_ON])])
    return True


def _words_for(conversation: Conversation) -> str:
    """Return what is news to this customer, or nothing when it was told before."""
    now, since = clock.now(), conversation.waiting_since
    assert since is not None
    if closes_at(since):
        if closes_at(now):
            return sentences.STILL_NOBODY
        return _when_open(now, sentences.CLOSED_MEANWHILE)
    # Who began to wait for the shop to open was told when that is; a person's own talk was not.
    if conversation.state == State.STAFF and not closes_at(now):
        return _when_open(now, sentences.CLOSED_MEANWHILE)
    return ""


def _when_open(now: datetime, sentence: str) -> str:
    try:
        opening, interval = next_opening(now)
    except NeverOpen:
        return ""
    return sentence.format(
        day=date_format(opening.day, "l j F"), time=time_format(interval.opens, "G:i")
    )
