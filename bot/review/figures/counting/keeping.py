"""The figures of each day: counted anew while a day is open, standing for good after that.

A day stays open for a week, since a thumb, a person's answer or the end of a talk may come later.
A conversation that is erased before its days are closed is counted at that moment.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, Max, Min, Q

from bot import clock
from bot.chat.models import Conversation, Feedback, Message
from bot.clock import ZONE
from bot.review.figures.counting import lines
from bot.review.figures.counting.sums import Sums
from bot.review.figures.counting.talk import Days, count_talk, count_thumbs, new_days
from bot.review.models import DayFigures, FiguresState, StaffDeed

_OPEN_DAYS = 7
# Of a long past so much at once: customers write meanwhile.
_STRETCH = timedelta(days=31)
_TRIES = 3


def refresh() -> None:
    """Count what was said since the last time, unless nothing was."""
    for _ in range(_TRIES):
        state = _state()
        seen = _looks()
        if state.closed_before and state.seen == seen:
            return
        if _count_from(state, seen):
            return


def figures_of(first: date, last: date) -> dict[date, Sums]:
    """Return what is counted of each day; of a day without anything there is nothing."""
    rows = DayFigures.objects.filter(day__range=(first, last)).values_list(
        "day", "counted", "erased"
    )
    found = {}
    for day, counted, erased in rows:
        found[day] = Sums(counted)
        found[day] += Sums(erased)
    return found


def first_day() -> date | None:
    """Return the first day of which anything is counted."""
    return DayFigures.objects.order_by("day").values_list("day", flat=True).first()


@transaction.atomic
def keep_before_erasing(conversation: Conversation) -> None:
    """Add what is about to go to the days that would otherwise be counted without it."""
    state = _locked()
    local = conversation.last_activity.astimezone(ZONE).date()
    if state.closed_before and local < state.closed_before and not _judged_late(conversation):
        return
    days = new_days()
    count_talk(lines.talk_of(conversation), days)
    count_thumbs(lines.thumbs_of(conversation), days)
    for day in _open(days, state.closed_before):
        row, _ = DayFigures.objects.get_or_create(day=day)
        kept = Sums(row.erased)
        kept += days[day]
        DayFigures.objects.filter(day=day).update(erased=kept.content)
    FiguresState.objects.filter(pk=state.pk).update(erasures=state.erasures + 1, seen="")


def _judged_late(conversation: Conversation) -> bool:
    return Feedback.objects.filter(
        message__conversation=conversation, created__gt=conversation.last_activity
    ).exists()


def _count_from(state: FiguresState, seen: str) -> bool:
    """Count from where it stopped; return whether all of it could be written down."""
    today = clock.today()
    closing = today - timedelta(days=_OPEN_DAYS)
    first = state.closed_before or _beginning()
    for start, until in _stretches(first, today):
        days = new_days()
        for talk in lines.talks_between(start, until):
            count_talk(talk, days)
        count_thumbs(lines.thumbs_between(start, until), days)
        closed = max(first, min(until, closing) if until else closing)
        if not _write(state.erasures, start, until, days, closed, "" if until else seen):
            return False
    return True


@transaction.atomic
def _write(
    erasures: int, start: date, until: date | None, days: Days, closed: date, seen: str
) -> bool:
    state = _locked()
    if state.erasures != erasures or (state.closed_before and state.closed_before > start):
        # Counted beside an erasure, or somebody else was quicker.
        return False
    counted = {
        day: sums.content
        for day, sums in days.items()
        if start <= day and (until is None or day < until)
    }
    DayFigures.objects.bulk_create(
        [DayFigures(day=day, counted=content) for day, content in counted.items()],
        update_conflicts=True,
        unique_fields=["day"],
        update_fields=["counted"],
    )
    gone = DayFigures.objects.filter(day__gte=start).exclude(day__in=counted)
    if until:
        gone = gone.filter(day__lt=until)
    gone.update(counted={})
    FiguresState.objects.filter(pk=state.pk).update(closed_before=closed, seen=seen)
    return True


def _stretches(first: date, today: date) -> Iterator[tuple[date, date | None]]:
    """Cut the days from the first on in pieces; the last has no end."""
    while first + _STRETCH < today:
        yield first, first + _STRETCH
        first += _STRETCH
    yield first, None


def _open(days: Days, closed_before: date | None) -> list[date]:
    return [day for day in days if not closed_before or day >= closed_before]


def _beginning() -> date:
    earliest = Conversation.objects.aggregate(at=Min("created"))["at"]
    return earliest.astimezone(ZONE).date() if earliest else clock.today()


def _looks() -> str:
    """Return what changes whenever there is something else to count."""
    thumbs = Feedback.objects.aggregate(
        last=Max("pk"), all=Count("pk"), good=Count("pk", filter=Q(helpful=True))
    )
    return "-".join(
        str(part)
        for part in (
            clock.today(),
            Message.objects.aggregate(last=Max("pk"))["last"],
            *thumbs.values(),
            StaffDeed.objects.aggregate(last=Max("pk"))["last"],
        )
    )


def _state() -> FiguresState:
    return FiguresState.objects.get_or_create(pk=1)[0]


def _locked() -> FiguresState:
    _state()
    return FiguresState.objects.select_for_update().get(pk=1)
