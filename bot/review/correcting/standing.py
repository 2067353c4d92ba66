"""How a message stands: who said what of it, and whether they agree."""

from dataclasses import dataclass

from bot.chat.models import Message
from bot.review.correcting.agreement import agreed, disagree
from bot.review.models import Correction, Decision, Verdict
from bot.review.understanding import title_of

_SAYS = {Verdict.NONSENSE: "onzin", Verdict.NEW_KIND: "een nieuw soort vraag"}


@dataclass(frozen=True)
class Spoken:
    correction: Correction
    says: str
    # Somebody else says the same, but points at other words.
    by_other_words: bool


@dataclass(frozen=True)
class Standing:
    words: list[Spoken]
    disagree: bool
    counts: Correction | None
    decision: Decision | None


def standing_of(message: Message) -> Standing:
    corrections = list(message.corrections.all())
    apart = disagree(message)
    words = [
        Spoken(each, says(each), apart and _is_shared(each, corrections)) for each in corrections
    ]
    return Standing(words, apart, agreed(message), _decision(message))


def says(correction: Correction) -> str:
    """Return what somebody says, as it follows on their name: "Noor zegt ..."."""
    return _SAYS.get(Verdict(correction.verdict)) or title_of(correction.intent)


def _is_shared(one: Correction, corrections: list[Correction]) -> bool:
    return any(other.pk != one.pk and other.intent == one.intent != "" for other in corrections)


def _decision(message: Message) -> Decision | None:
    try:
        return message.decision
    except Decision.DoesNotExist:
        return None
