"""What may stay how long, and what goes tonight."""

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.db.models import QuerySet

from bot import clock
from bot.chat import erasure
from bot.chat.models import Conversation
from bot.chat.pool import in_pool
from bot.review.audit import note
from bot.review.models import AuditEntry, ConsoleRules
from bot.review.privacy.anonymising import anonymise
from bot.review.privacy.disk import wipe_deleted
from bot.shop.forgetting import forget_person
from bot.shop.models import AfterKeptDays, Appointment, HouseRules, Shop, StaffMessage

logger = logging.getLogger(__name__)

NIGHT_HOUR = 3
_DAYS_IN_A_MONTH = 30.5
# For what is left on the disk; at 100,000 conversations it needs a few.
_NIGHT_SECONDS = 120.0


@dataclass(frozen=True)
class Old:
    """What is older than it may be at some moment."""

    conversations: QuerySet[Conversation]
    messages: QuerySet[StaffMessage]
    appointments: QuerySet[Appointment]
    log: QuerySet[AuditEntry]


@dataclass
class Cleaned:
    conversations: int = 0
    anonymised: int = 0
    messages: int = 0
    appointments: int = 0
    log: int = 0


def old_at(moment: datetime) -> Old:
    house, rules = _house_rules(), ConsoleRules.current()
    kept_since = moment - timedelta(days=house.kept_days)
    conversations = Conversation.objects.filter(last_activity__lt=kept_since)
    if house.after_kept_days == AfterKeptDays.ANONYMISE:
        conversations = conversations.filter(anonymous=None)
    return Old(
        conversations.order_by("last_activity"),
        # Those of a conversation go with it; these were left without one.
        StaffMessage.objects.filter(created__lt=kept_since, handled=True),
        Appointment.objects.filter(end__lt=moment - timedelta(days=rules.appointment_days)).exclude(
            phone="", email=""
        ),
        AuditEntry.objects.filter(
            at__lt=moment - timedelta(days=rules.log_months * _DAYS_IN_A_MONTH)
        ),
    )


def next_night() -> datetime:
    now = clock.now()
    night = now.replace(hour=NIGHT_HOUR, minute=0, second=0, microsecond=0)
    return night if night > now else night + timedelta(days=1)


async def clean() -> Cleaned:
    """Let go what is old. A conversation at a time: what was done stays done."""
    cleaned = Cleaned()
    conversations, makes_anonymous = await in_pool(_old_conversations)()
    for conversation in conversations:
        if makes_anonymous:
            await in_pool(anonymise)(conversation)
            cleaned.anonymised += 1
        else:
            await erasure.erase(conversation)
            cleaned.conversations += 1
    await erasure.settle_debts()
    await in_pool(_clean_tables)(cleaned)
    return cleaned


async def clean_when_due() -> Cleaned | None:
    """Clean once a night, in whichever web process comes by first."""
    if not await in_pool(_claim_tonight)():
        return None
    return await clean()


def _old_conversations() -> tuple[list[Conversation], bool]:
    makes_anonymous = _house_rules().after_kept_days == AfterKeptDays.ANONYMISE
    return list(old_at(clock.now()).conversations), makes_anonymous


def _clean_tables(cleaned: Cleaned) -> None:
    old = old_at(clock.now())
    with transaction.atomic():
        cleaned.messages = old.messages.delete()[0]
        cleaned.appointments = forget_person(old.appointments)
        cleaned.log = old.log.delete()[0]
        if any(asdict(cleaned).values()):
            note(None, "retention.cleaned", **asdict(cleaned))
    SessionStore.clear_expired()
    wipe_deleted(seconds=_NIGHT_SECONDS)


def _claim_tonight() -> bool:
    now = clock.now()
    night = next_night() - timedelta(days=1)
    rules = ConsoleRules.current()
    if rules.cleaned is None:
        # A shop that just began, or has this since today, can first look at what would go.
        ConsoleRules.objects.filter(pk=1, cleaned=None).update(cleaned=now)
        return False
    return ConsoleRules.objects.filter(pk=1, cleaned__lt=night).update(cleaned=now) > 0


def _house_rules() -> HouseRules:
    return Shop.current().rules
