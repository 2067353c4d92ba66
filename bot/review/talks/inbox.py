"""Which conversations staff see, newest activity first, by the filters that they combine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict

from bot import clock
from bot.chat.models import Conversation, Feedback, Message, Sender, State
from bot.review.models import Deed, StaffDeed
from bot.review.understanding import FALLBACK, threshold

PERIODS = {
    "vandaag": ("Vandaag", 0),
    "week": ("Zeven dagen", 7),
    "maand": ("Dertig dagen", 30),
    "": ("Altijd", None),
}
# Somebody holds a conversation in one way at a time: of these, either will do.
_BY_STATE = {
    "wacht": ("Wacht op iemand", State.WAITING),
    "medewerker": ("Bij een medewerker", State.STAFF),
}
_BY_MARK = {
    "onbegrepen": "Niet begrepen",
    "twijfel": "Twijfel",
    "duim": "Duim omlaag",
}
_LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Filter:
    """A filter as staff see it: what it would show, and where pressing it leads."""

    key: str
    title: str
    count: int | None
    is_on: bool
    address: str


@dataclass(frozen=True)
class Wish:
    """What staff want to see, as it stands in the address."""

    on: frozenset[str]
    period: str
    search: str

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        period = query.get("periode", "")
        return cls(
            frozenset(query.getlist("toon")) & (_BY_STATE.keys() | _BY_MARK.keys()),
            period if period in PERIODS else "",
            query.get("zoek", "").strip().replace("\0", "")[:_LONGEST_SEARCH],
        )

    @property
    def address(self) -> str:
        query = QueryDict(mutable=True)
        query.setlist("toon", sorted(self.on))
        for key, value in (("periode", self.period), ("zoek", self.search)):
            if value:
                query[key] = value
        return f"?{query.urlencode()}"

    def toggled(self, key: str) -> "Wish":
        return Wish(self.on ^ {key}, self.period, self.search)


def conversations(wish: Wish) -> QuerySet[Conversation]:
    of_it = Message.objects.filter(conversation=OuterRef("pk"))
    last_words = of_it.filter(sender=Sender.CUSTOMER).order_by("-number").values("text")[:1]
    holder = StaffDeed.objects.filter(conversation=OuterRef("pk"), deed=Deed.TOOK_OVER)
    return (
        _wished(wish)
        .annotate(
            last_words=Subquery(last_words),
            holder=Subquery(holder.order_by("-pk").values("name")[:1]),
            onbegrepen=_marked("onbegrepen"),
            twijfel=_marked("twijfel"),
            duim=_marked("duim"),
        )
        .order_by("-last_activity", "-pk")
    )


def filters(wish: Wish) -> Iterator[Filter]:
    for key, title in {**{k: v[0] for k, v in _BY_STATE.items()}, **_BY_MARK}.items():
        # One of another state would come beside those, a mark narrows them.
        others = wish.on - _BY_STATE.keys() if key in _BY_STATE else wish.on
        count = _wished(Wish(others | {key}, wish.period, wish.search)).count()
        yield Filter(key, title, count, key in wish.on, wish.toggled(key).address)


def periods(wish: Wish) -> Iterator[Filter]:
    for key, (title, _) in PERIODS.items():
        chosen = Wish(wish.on, key, wish.search)
        yield Filter(key, title, None, key == wish.period, chosen.address)


def number_waiting() -> int:
    return Conversation.objects.filter(state=State.WAITING).count()


def _wished(wish: Wish) -> QuerySet[Conversation]:
    found = Conversation.objects.all()
    days = PERIODS[wish.period][1]
    if days is not None:
        midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        found = found.filter(last_activity__gte=midnight - timedelta(days=days))
    if states := [_BY_STATE[key][1] for key in wish.on & _BY_STATE.keys()]:
        found = found.filter(state__in=states)
    for mark in wish.on & _BY_MARK.keys():
        found = found.filter(_marked(mark))
    if wish.search:
        texts = Message.objects.filter(conversation=OuterRef("pk"), text__icontains=wish.search)
        found = found.filter(Exists(texts))
    return found


def _marked(mark: str) -> Exists:
    if mark == "duim":
        return Exists(Feedback.objects.filter(message__conversation=OuterRef("pk"), helpful=False))
    asked_back = Message.objects.filter(reply_to=OuterRef("pk")).exclude(buttons=[])
    messages = Message.objects.filter(conversation=OuterRef("pk"), sender=Sender.CUSTOMER)
    # The engine writes its threshold where its confidence stood below.
    unsure = messages.filter(Q(intent=FALLBACK) | Q(confidence__lt=threshold())).annotate(
        asked_back=Exists(asked_back)
    )
    if mark == "twijfel":
        return Exists(unsure.filter(asked_back=True))
    return Exists(unsure.filter(asked_back=False))
