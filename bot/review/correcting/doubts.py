"""Which messages Buur may have understood wrong, and why one thinks so.

Every query here looks at a bounded number of the newest messages: the page must not grow slower
with the years.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from bot.chat.models import Feedback, Message, Sender
from bot.review.correcting.agreement import disagreements
from bot.review.correcting.alike import ALIKE, Trigrams, likeness, trigrams
from bot.review.models import Correction, Skip
from bot.review.understanding import FALLBACK, threshold

# How far back is looked, in messages of all conversations.
_NEWEST = 50_000
_NEWEST_REPHRASED = 2_000
_UNSURE_AT_ONCE = 200
_NARROW_AT_ONCE = 100
_DISLIKED_AT_ONCE = 100
_DISAGREEMENTS_AT_ONCE = 50
# Above the threshold by less than this is narrow.
_NARROW = 0.1
# The engine reads a single word from its context; that one follows another says little.
_FEWEST_TRIGRAMS_REPHRASED = 8


class Why(StrEnum):
    DISLIKED = "duim omlaag"
    UNSURE = "niet zeker genoeg"
    REPHRASED = "klant vroeg het opnieuw"
    NARROW = "net zeker genoeg"
    NEAR_DISAGREEMENT = "lijkt op waar jullie het over oneens zijn"


_WEIGHT = {
    Why.DISLIKED: 4.0,
    Why.UNSURE: 3.0,
    Why.REPHRASED: 3.0,
    Why.NARROW: 2.0,
    Why.NEAR_DISAGREEMENT: 2.0,
}


@dataclass
class Doubt:
    message: Message
    trigrams: Trigrams
    why: list[Why] = field(default_factory=list)

    @property
    def weight(self) -> float:
        return sum(_WEIGHT[why] for why in self.why)


@dataclass(frozen=True)
class Doubts:
    # The heaviest first, of equal ones the newest.
    found: list[Doubt]
    # How many there are, also those that are left for later.
    number: int


def doubts(user_pk: int) -> Doubts:
    """Return what somebody could look at."""
    open_to = _open_to(user_pk)
    disliked, rephrased = _disliked(), _rephrased()
    found: dict[int, Doubt] = {}
    for why, messages in (
        (Why.DISLIKED, open_to.filter(pk__in=disliked)),
        (Why.REPHRASED, open_to.filter(pk__in=rephrased)),
        (Why.UNSURE, _recent(open_to).filter(_is_unsure()).order_by("-pk")[:_UNSURE_AT_ONCE]),
        (Why.NARROW, _recent(open_to).filter(_is_narrow()).order_by("-pk")[:_NARROW_AT_ONCE]),
    ):
        for message in messages:
            doubt = found.setdefault(message.pk, Doubt(message, trigrams(message.text)))
            doubt.why.append(why)
    _mark_near_disagreements(found.values())
    below = _is_unsure() | _is_narrow()
    others = open_to.filter(pk__in={*disliked, *rephrased}).exclude(
        below, pk__gt=_newest() - _NEWEST
    )
    return Doubts(
        sorted(found.values(), key=lambda doubt: (-doubt.weight, -doubt.message.pk)),
        _recent(open_to).filter(below).count() + others.count(),
    )


def skipped(user_pk: int) -> QuerySet[Skip]:
    said = Correction.objects.filter(message=OuterRef("message"))
    return Skip.objects.filter(~Exists(said), user=user_pk)


def _open_to(user_pk: int) -> QuerySet[Message]:
    """Customers' own words that nobody spoke of, and that this person did not skip."""
    said = Correction.objects.filter(message=OuterRef("pk"))
    skips = Skip.objects.filter(message=OuterRef("pk"), user=user_pk)
    return (
        Message.objects.filter(~Exists(said), ~Exists(skips), sender=Sender.CUSTOMER, choice="")
        .exclude(intent="")
        .select_related("conversation")
        .only(
            *("text", "entities", "intent", "confidence", "number", "created"),
            "conversation__public_id",
        )
    )


def _recent(messages: QuerySet[Message]) -> QuerySet[Message]:
    return messages.filter(pk__gt=_newest() - _NEWEST)


def _newest() -> int:
    return Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _is_unsure() -> Q:
    # The engine writes its threshold where its confidence stood below.
    return Q(intent=FALLBACK) | Q(confidence__lt=threshold())


def _is_narrow() -> Q:
    at = threshold()
    return ~Q(intent=FALLBACK) & Q(confidence__gte=at, confidence__lt=at + _NARROW)


def _disliked() -> list[int]:
    """Return the messages whose answer did not help, by the customer's word."""
    answers = (
        Feedback.objects.filter(helpful=False)
        .order_by("-pk")
        .values_list("message__reply_to", flat=True)[:_DISLIKED_AT_ONCE]
    )
    return [message for message in answers if message is not None]


def _rephrased() -> list[int]:
    """Return the messages after which the customer asked the same in other words."""
    newest = (
        Message.objects.filter(sender=Sender.CUSTOMER)
        .order_by("-pk")
        .values_list("pk", "conversation", "text", "choice")[:_NEWEST_REPHRASED]
    )
    return list(_followed_by_alike(newest))


def _followed_by_alike(newest_first: Iterable[tuple[int, int, str, str]]) -> Iterator[int]:
    after: dict[int, Trigrams] = {}
    for pk, conversation, text, choice in newest_first:
        own = frozenset[str]() if choice else trigrams(text)
        following = after.get(conversation, frozenset())
        after[conversation] = own
        enough = min(len(own), len(following)) >= _FEWEST_TRIGRAMS_REPHRASED
        if enough and likeness(own, following) >= ALIKE:
            yield pk


def _mark_near_disagreements(found: Iterable[Doubt]) -> None:
    torn = [trigrams(message.text) for message in disagreements()[:_DISAGREEMENTS_AT_ONCE]]
    for doubt in found:
        if any(likeness(doubt.trigrams, text) >= ALIKE for text in torn):
            doubt.why.append(Why.NEAR_DISAGREEMENT)
