"""Which correction of a message counts: the one that all agree on, or that an owner chose."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby

from django.db.models import Count, QuerySet

from bot.chat.models import Message
from bot.review.models import Correction, Decision, Verdict

_MEANT = {Verdict.RIGHT, Verdict.CORRECTED}


def agreed(message: Message) -> Correction | None:
    """Return the correction of a message that counts; none when nobody spoke or people disagree."""
    return _agreed(list(message.corrections.all()), _chosen(message))


def disagree(message: Message) -> bool:
    """Tell whether people said different things of a message, and no owner chose between them."""
    return bool(message.corrections.all()) and agreed(message) is None


def agreed_corrections() -> Iterator[Correction]:
    """Return of each corrected message the correction that counts, with its message."""
    chosen = dict(Decision.objects.values_list("message_id", "correction_id"))
    words = Correction.objects.select_related("message").order_by("message_id", "pk")
    for message, said in groupby(words, key=lambda correction: correction.message_id):
        if correction := _agreed(list(said), chosen.get(message)):
            yield correction


def disagreements() -> list[Message]:
    """Return the messages that people disagree on, newest first."""
    return [message for message in _spoken_of_twice() if disagree(message)]


def same_meaning(one: Correction, other: Correction) -> bool:
    return _meaning(one) == _meaning(other)


def _agreed(words: list[Correction], chosen: int | None) -> Correction | None:
    for word in words:
        if word.pk == chosen:
            return word
    # Of equal words the last is the one to show.
    return words[-1] if words and _are_one(words) else None


def _are_one(words: Iterable[Correction]) -> bool:
    return len({_meaning(word) for word in words}) == 1


def _meaning(correction: Correction) -> Hashable:
    """Return what one says, whether by agreeing with the bot or by correcting it."""
    if correction.verdict not in _MEANT:
        return correction.verdict
    marked = {(each["entity"], each["start"], each["end"]) for each in correction.entities}
    return correction.intent, frozenset(marked)


def _chosen(message: Message) -> int | None:
    try:
        return message.decision.correction_id
    except Decision.DoesNotExist:
        return None


def _spoken_of_twice() -> QuerySet[Message]:
    twice = (
        Correction.objects.values("message")
        .annotate(words=Count("pk"))
        .filter(words__gt=1)
        .values("message")
    )
    return (
        Message.objects.filter(pk__in=twice, decision=None)
        .select_related("conversation")
        .prefetch_related("corrections")
        .order_by("-pk")
    )
