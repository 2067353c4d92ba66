"""The doubtful messages in the order that teaches most, like ones together, one group at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User

from bot import clock
from bot.chat.models import Message
from bot.review.correcting.alike import grouped
from bot.review.correcting.doubts import Doubt, Doubts, Why
from bot.review.correcting.guesses import Guess, margin, rankings
from bot.review.correcting.saying import can_be_right
from bot.review.models import Correction, Skip

AT_MOST_IN_A_GROUP = 8
_GUESSES = 3
# The engine is asked about so many groups; the rest stay in the order of their doubts.
_WITH_GUESSES = 16
_EACH_ALIKE = 0.5
_NARROW_MARGIN = 2.0


@dataclass
class Group:
    """Messages that ask the same in nearly the same words."""

    doubts: list[Doubt]
    guesses: list[Guess]

    @property
    def first(self) -> Message:
        return self.doubts[0].message

    @property
    def messages(self) -> list[Message]:
        return [doubt.message for doubt in self.doubts]

    @property
    def why(self) -> list[Why]:
        return list(dict.fromkeys(why for doubt in self.doubts for why in doubt.why))

    @property
    def can_be_right(self) -> bool:
        return all(can_be_right(message) for message in self.messages)

    @property
    def offered(self) -> list[Guess]:
        """Return the best guesses, less what "was goed" says already."""
        said = self.understood if self.can_be_right else set()
        return [guess for guess in self.guesses if guess.intent not in said][:_GUESSES]

    @property
    def understood(self) -> set[str]:
        return {message.intent for message in self.messages}

    @property
    def teaches(self) -> float:
        """Tell how much its correction teaches: doubt, how many alike, two guesses close by."""
        close = 1 - margin(self.guesses) if self.guesses else 0.0
        return (
            max(doubt.weight for doubt in self.doubts)
            + _EACH_ALIKE * (len(self.doubts) - 1)
            + _NARROW_MARGIN * close
        )


@dataclass(frozen=True)
class Progress:
    done_today: int
    left: int

    @property
    def together(self) -> int:
        return self.done_today + self.left


def next_group(found: list[Doubt], first: Iterable[int] = ()) -> Group | None:
    """Return what one does best now; `first` names messages that are wanted back."""
    wanted = set(first)
    groups = [
        Group([found[place] for place in places[:AT_MOST_IN_A_GROUP]], [])
        for places in grouped([doubt.trigrams for doubt in found])
    ]
    groups.sort(key=lambda group: -group.teaches)
    for group in groups:
        if wanted & {message.pk for message in group.messages}:
            return _with_guesses([group])[0]
    head = _with_guesses(groups[:_WITH_GUESSES])
    return max(head, key=lambda group: group.teaches) if head else None


def progress(user: User, doubts: Doubts) -> Progress:
    midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    today = Correction.objects.filter(user=user, at__gte=midnight, at__lt=midnight + timedelta(1))
    return Progress(today.count(), doubts.number)


def skip(messages: Iterable[Message], user: User) -> None:
    Skip.objects.bulk_create(
        [Skip(message=message, user=user) for message in messages], ignore_conflicts=True
    )


def unskip(messages: Iterable[int], user: User) -> None:
    Skip.objects.filter(message__in=messages, user=user).delete()


def _with_guesses(groups: list[Group]) -> list[Group]:
    known = rankings(group.first.text for group in groups)
    for group in groups:
        group.guesses = known.get(group.first.text, [])
    return groups
