"""Time saved: what the bot answered alone, by what it takes a person. The shop sets the minutes."""

from dataclasses import dataclass
from decimal import Decimal

from bot.review.figures.counting.sums import ANSWERED, Sums
from bot.review.models import MinutesSaved
from bot.review.understanding import intent_groups


@dataclass(frozen=True)
class Kind:
    group: str
    title: str
    # Unless the shop says otherwise.
    minutes: Decimal


# By the groups of the intents; what is only talk saves nobody time.
KINDS = (
    Kind("shop", "Over de winkel: open, adres, betalen", Decimal(2)),
    Kind("price", "Prijzen en korting", Decimal(2)),
    Kind("service", "Service, bestellingen en garantie", Decimal(3)),
    Kind("appointment", "Afspraken", Decimal(4)),
    Kind("advice", "Advies en wat jullie hebben", Decimal(4)),
)


@dataclass(frozen=True)
class Saving:
    kind: Kind
    times: int
    minutes: Decimal

    @property
    def saved(self) -> float:
        return float(self.times * self.minutes)


def minutes_by_group() -> dict[str, Decimal]:
    own = dict(MinutesSaved.objects.values_list("group", "minutes"))
    return {kind.group: own.get(kind.group, kind.minutes) for kind in KINDS}


def savings(sums: Sums, minutes: dict[str, Decimal]) -> list[Saving]:
    groups = intent_groups()
    times = dict.fromkeys(minutes, 0)
    for intent, number in sums.of(ANSWERED).items():
        group = groups.get(intent)
        if group in times:
            times[group] += number
    return [Saving(kind, times[kind.group], minutes[kind.group]) for kind in KINDS]
