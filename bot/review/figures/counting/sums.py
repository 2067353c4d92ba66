"""What was counted, by measure and key. Nothing in it is about one person."""

from collections import Counter
from collections.abc import Mapping

# Key: the hour in which the conversation's first question came.
STARTED = "started"
# Opened, and nothing said.
SILENT = "silent"
# Conversations in which no person was asked for or spoke.
ALONE = "alone"
# Key: the hour of the customer's message.
HOURS = "hours"
# Key: the intent, of each message that was understood.
KINDS = "kinds"
# Key: UNDERSTOOD, ASKED_BACK or NOT_UNDERSTOOD.
UNDERSTANDING = "understanding"
UNDERSTOOD = "understood"
ASKED_BACK = "asked_back"
NOT_UNDERSTOOD = "not_understood"
# Handed over to a person; of those the seconds until a person's first word (as key), who went on
# with the bot before it came, and who had no answer.
HANDED_OVER = "handed_over"
WAITS = "waits"
WENT_ON = "went_on"
UNANSWERED = "unanswered"
# A message left while the shop was closed; a person who stepped in unasked.
MESSAGES_LEFT = "messages_left"
STEPPED_IN = "stepped_in"
# Key: UP or DOWN.
THUMBS = "thumbs"
UP = "up"
DOWN = "down"
# Key: BOOKED, MOVED or CANCELLED.
APPOINTMENTS = "appointments"
BOOKED = "booked"
MOVED = "moved"
CANCELLED = "cancelled"
# Key: how a conversation with a discount question ended, of bot.review.figures.counting.discount.
DISCOUNT = "discount"
# Key: the intent, once per conversation without a person.
ANSWERED = "answered"


class Sums:
    def __init__(self, content: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self._of = {measure: Counter(keys) for measure, keys in (content or {}).items()}

    def add(self, measure: str, key: str = "", times: int = 1) -> None:
        self._of.setdefault(measure, Counter())[key] += times

    def __iadd__(self, other: "Sums") -> "Sums":
        for measure, keys in other._of.items():
            self._of.setdefault(measure, Counter()).update(keys)
        return self

    def of(self, measure: str) -> Counter[str]:
        return self._of.get(measure, Counter())

    def count(self, measure: str, key: str) -> int:
        return self.of(measure)[key]

    def total(self, measure: str) -> int:
        return self.of(measure).total()

    @property
    def content(self) -> dict[str, dict[str, int]]:
        return {measure: dict(keys) for measure, keys in self._of.items()}
