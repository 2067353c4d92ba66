"""How a conversation keeps to the shop's principles: per principle, with what went against it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.models import Conversation, Message, Sender
from bot.review.masking import Masker
from bot.tone import Finding, Placed, check_conversation
from bot.tone.conversation import BOT, CUSTOMER, PERSON
from bot.tone.lists import principles

# Reading them takes time: of a very long talk the last words are looked at.
LOOKED_AT = 100
_AUTHORS = {Sender.BOT: BOT, Sender.CUSTOMER: CUSTOMER, Sender.STAFF: PERSON}


@dataclass(frozen=True)
class Remark:
    """One thing that went against a principle, where it was said."""

    message: Message
    before: str
    found: str
    after: str
    reason: str
    better: str


@dataclass(frozen=True)
class Principle:
    name: str
    meaning: str
    percent: int
    remarks: Sequence[Remark]


@dataclass(frozen=True)
class Manners:
    principles: Sequence[Principle]
    answers: int
    is_partial: bool

    @property
    def kept(self) -> int:
        return sum(not principle.remarks for principle in self.principles)


def manners_of(conversation: Conversation, mask: Masker | None) -> Manners:
    newest = conversation.messages.order_by("-number")[:LOOKED_AT]
    messages = list(reversed(newest))
    is_partial = bool(messages) and messages[0].number > 1
    said = [(_AUTHORS[Sender(message.sender)], message.text) for message in messages]
    answers = sum(author != CUSTOMER for author, _ in said)
    against: dict[str, list[Placed]] = defaultdict(list)
    for placed in check_conversation(said).findings:
        # Of a part, the introduction was before it.
        if not (is_partial and placed.finding.check == "not_introduced"):
            against[placed.finding.principle].append(placed)
    return Manners(
        [
            Principle(
                name,
                meaning,
                _percent_kept({placed.index for placed in against[name]}, answers),
                [_remark(messages[placed.index], placed.finding, mask) for placed in against[name]],
            )
            for name, meaning in principles().items()
        ],
        answers,
        is_partial,
    )


def _percent_kept(wrong: set[int], answers: int) -> int:
    return int(100 * (1 - len(wrong) / answers)) if answers else 100


def _remark(message: Message, finding: Finding, mask: Masker | None) -> Remark:
    if mask:
        # Masked as a whole, and then cut: a name may stand on both sides of what was found.
        text = mask.text(message.text, message.entities)
        start = text.find(finding.found)
    else:
        text, start = message.text, finding.start
    end = start + len(finding.found)
    if start < 0:
        start = end = len(text)
    return Remark(
        message, text[:start], text[start:end], text[end:], finding.reason, finding.better
    )
