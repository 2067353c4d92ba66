"""Saying what a message means, changing one's mind, and choosing between who disagree."""

from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import transaction

from bot import clock
from bot.chat.models import Message
from bot.review import audit
from bot.review.correcting import marking
from bot.review.correcting.agreement import same_meaning
from bot.review.correcting.marking import Entity
from bot.review.models import Correction, Decision, Verdict
from bot.review.understanding import FALLBACK, intent_titles

LONGEST_REMARK = 300


@dataclass(frozen=True)
class Word:
    """What somebody says of a message. An intent of Verdict.RIGHT is the one understood."""

    verdict: Verdict
    intent: str = ""
    entities: list[Entity] = field(default_factory=list)
    remark: str = ""


class NothingUnderstood(Exception):
    """What was not understood can't have been right."""


def can_be_right(message: Message) -> bool:
    return message.intent in intent_titles() and message.intent != FALLBACK


def meaning(message: Message, intent: str, entities: list[Entity], remark: str = "") -> Word:
    """Return the word that a message means this: it was right, or it is corrected."""
    was_right = intent == message.intent and marking.same(entities, marking.understood(message))
    verdict = Verdict.RIGHT if was_right else Verdict.CORRECTED
    return Word(verdict, intent, entities, remark)


def was_right(message: Message) -> Word:
    if not can_be_right(message):
        raise NothingUnderstood
    return Word(Verdict.RIGHT, message.intent, marking.understood(message))


def say(message: Message, user: User, word: Word) -> Correction:
    """Write down somebody's word on a message, in place of what they said of it before."""
    with transaction.atomic():
        before = Correction.objects.select_for_update().filter(message=message, user=user).first()
        spoken = before or Correction(message=message, user=user)
        old = Correction(verdict=spoken.verdict, intent=spoken.intent, entities=spoken.entities)
        spoken.name = name_of(user)
        spoken.verdict, spoken.intent = word.verdict, word.intent
        spoken.entities, spoken.remark = word.entities, word.remark[:LONGEST_REMARK]
        spoken.at = clock.now()
        spoken.save()
        if before is None:
            _note(user, "correction.made", spoken)
        elif not same_meaning(old, spoken):
            # A choice was for what this person said then.
            Decision.objects.filter(correction=spoken).delete()
            _note(user, "correction.changed", spoken, before=old.verdict, before_intent=old.intent)
    return spoken


def take_back(message: Message, user: User) -> bool:
    """Forget somebody's own word on a message; tell whether there was one."""
    with transaction.atomic():
        spoken = Correction.objects.filter(message=message, user=user).first()
        if spoken is None:
            return False
        _note(user, "correction.taken_back", spoken)
        spoken.delete()
    return True


def decide(correction: Correction, user: User) -> None:
    """Let one of several words count."""
    with transaction.atomic():
        Decision.objects.update_or_create(
            message=correction.message,
            defaults={
                "correction": correction,
                "user": user,
                "name": name_of(user),
                "at": clock.now(),
            },
        )
        _note(user, "correction.decided", correction, word_of=correction.name)


def name_of(user: User) -> str:
    return (user.get_short_name() or user.get_username())[:150]


def _note(user: User, action: str, correction: Correction, **details: str) -> None:
    message = correction.message
    audit.note(
        user,
        action,
        str(message.conversation.public_id),
        message=message.number,
        understood=message.intent,
        verdict=str(correction.verdict),
        intent=correction.intent,
        entities=[each["entity"] for each in correction.entities],
        **details,
    )
