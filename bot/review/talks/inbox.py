"""Which conversations staff see, newest activity first, by the filters that they combine.

Everything is asked of the digests: one index holds what the filters and the order need, and one
count by marks gives the figures of all filters together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, OuterRef, QuerySet

from bot.chat.models import Conversation, State
from bot.review.models import ConversationDigest, Deed, Label, Labelling, Mark, StaffDeed
from bot.review.rights import SEE_PERSONAL_DATA
from bot.review.talks.search import Excerpt, Search
from bot.review.talks.wish import BY_HAND, BY_MARK, MINE, NOBODY, PERIODS, Wish

_MOST_PAGES_OFFERED = 50


@dataclass(frozen=True)
class Filter:
    """A filter as staff see it: what it would show, and where pressing it leads."""

    key: str
    title: str
    count: int | None
    is_on: bool
    address: str
    colour: str = ""


@dataclass(frozen=True)
class Row:
    """A conversation in the list."""

    conversation: Conversation
    last_words: str
    excerpt: Excerpt | None
    marks: Sequence[str]
    is_reviewed: bool
    holder: str
    assigned_to: str
    labels: Sequence[Label]


class Inbox:
    """What one person finds under one wish."""

    def __init__(self, wish: Wish, user: User) -> None:
        self.wish = wish
        self.user = user
        self.sees_personal_data = user.has_perm(SEE_PERSONAL_DATA)
        self.search = Search(wish.search, self.sees_personal_data)

    @cached_property
    def total(self) -> int:
        return self._count(self.wish)

    def keys(self) -> QuerySet[ConversationDigest, int]:
        return self._ordered().values_list("pk", flat=True)

    def rows(self, keys: Sequence[int]) -> list[Row]:
        digests = (
            ConversationDigest.objects.select_related("conversation", "assigned_to")
            .prefetch_related("conversation__labels")
            .in_bulk(keys)
        )
        excerpts = self.search.excerpts(keys)
        holders = _holders(keys)
        return [
            self._row(digests[key], excerpts.get(key), holders.get(key, ""))
            for key in keys
            if key in digests
        ]

    def hands(self) -> Iterator[Filter]:
        for key, (title, mark) in BY_HAND.items():
            # One of another hand would come beside those that are on.
            count = self._sum(mark, self.wish.all_of, self.wish.assigned)
            yield Filter(key, title, count, key in self.wish.on, self.wish.toggled(key).address)

    def marks(self) -> Iterator[Filter]:
        for key, (title, mark) in BY_MARK.items():
            count = self._sum(self.wish.any_of, self.wish.all_of | mark, self.wish.assigned)
            yield Filter(key, title, count, key in self.wish.on, self.wish.toggled(key).address)

    def assigned(self) -> Iterator[Filter]:
        for key, title in {MINE: "Voor mij", NOBODY: "Voor niemand"}.items():
            count = self._sum(self.wish.any_of, self.wish.all_of, key)
            is_on = self.wish.assigned == key
            yield Filter(key, title, count, is_on, self.wish.for_whom(key).address)

    def labels(self) -> Iterator[Filter]:
        labels = list(Label.objects.all())
        if not labels:
            return
        there = Labelling.objects.all()
        if self.wish:
            there = there.filter(Exists(self._wished().filter(pk=OuterRef("conversation"))))
        counts = dict(
            there.order_by()
            .values_list("label")
            .annotate(number=Count("pk"))
            .values_list("label", "number")
        )
        for label in labels:
            yield Filter(
                str(label.pk),
                label.name,
                counts.get(label.pk, 0),
                label.pk in self.wish.labels,
                self.wish.with_label_toggled(label.pk).address,
                label.colour,
            )

    def periods(self) -> Iterator[Filter]:
        has_days = bool(self.wish.since or self.wish.until)
        for key, (title, _) in PERIODS.items():
            is_on = key == self.wish.period and not has_days
            yield Filter(key, title, None, is_on, self.wish.in_period(key).address)

    def next_to_review(self, after: Conversation) -> Conversation | None:
        """Return the next one down the list that nobody read, or else the first."""
        unread = self._ordered().alias(unread=F("marks").bitand(int(Mark.TO_REVIEW)))
        unread = unread.filter(unread__gt=0).exclude(pk=after.pk)
        below = unread.filter(last_activity__lte=after.last_activity)
        found = below.first() or unread.first()
        return found.conversation if found else None

    def _ordered(self) -> QuerySet[ConversationDigest]:
        return self._wished().order_by("-last_activity", "-conversation")

    def _wished(self) -> QuerySet[ConversationDigest]:
        found = self._apart_from_marks()
        if any_of := self.wish.any_of:
            found = found.alias(any_of=F("marks").bitand(int(any_of))).filter(any_of__gt=0)
        if all_of := self.wish.all_of:
            found = found.alias(all_of=F("marks").bitand(int(all_of))).filter(all_of=int(all_of))
        if self.wish.assigned == NOBODY:
            found = found.filter(assigned_to=None)
        elif self.wish.assigned:
            found = found.filter(assigned_to=self._whom(self.wish.assigned))
        return found

    def _apart_from_marks(self) -> QuerySet[ConversationDigest]:
        found = ConversationDigest.objects.all()
        if begins := self.wish.begins:
            found = found.filter(last_activity__gte=begins)
        if ends := self.wish.ends:
            found = found.filter(last_activity__lt=ends)
        if self.wish.site_page:
            found = found.filter(page=self.wish.site_page)
        for label in self.wish.labels:
            labelled = Labelling.objects.filter(label=label).values("conversation")
            found = found.filter(pk__in=labelled)
        if self.wish.search:
            keys = self.search.found()
            found = found.none() if keys is None else found.filter(pk__in=keys)
        return found

    @cached_property
    def _histogram(self) -> list[tuple[int, int | None, int]]:
        """How many there are of each combination of marks, beside the other filters."""
        return list(
            self._apart_from_marks()
            .order_by()
            .values("marks", "assigned_to")
            .annotate(number=Count("pk"))
            .values_list("marks", "assigned_to", "number")
        )

    def _count(self, wish: Wish) -> int:
        return self._sum(wish.any_of, wish.all_of, wish.assigned)

    def _sum(self, any_of: Mark, all_of: Mark, assigned: str) -> int:
        whom = None if assigned in {"", NOBODY} else self._whom(assigned)
        return sum(
            number
            for marks, assigned_to, number in self._histogram
            if (not any_of or marks & any_of)
            and marks & all_of == all_of
            and (not assigned or assigned_to == whom)
        )

    def _whom(self, assigned: str) -> int:
        return self.user.pk if assigned == MINE else int(assigned)

    def _row(self, digest: ConversationDigest, excerpt: Excerpt | None, holder: str) -> Row:
        marks = Mark(digest.marks)
        return Row(
            digest.conversation,
            digest.last_words if self.sees_personal_data else digest.masked_last_words,
            excerpt,
            [
                title.lower()
                for title, mark in BY_MARK.values()
                if mark in marks and mark != Mark.TO_REVIEW
            ],
            bool(digest.last_words) and Mark.TO_REVIEW not in marks,
            holder,
            _name(digest.assigned_to) if digest.assigned_to else "",
            list(digest.conversation.labels.all()),
        )


def number_waiting() -> int:
    return Conversation.objects.filter(state=State.WAITING).count()


def site_pages() -> list[str]:
    """Return the pages of the site that conversations began on, the commonest first."""
    return list(
        ConversationDigest.objects.exclude(page="")
        .order_by()
        .values("page")
        .annotate(number=Count("pk"))
        .order_by("-number", "page")
        .values_list("page", flat=True)[:_MOST_PAGES_OFFERED]
    )


def _holders(keys: Sequence[int]) -> dict[int, str]:
    """Return who took each conversation over last."""
    taken = StaffDeed.objects.filter(conversation__in=list(keys), deed=Deed.TOOK_OVER)
    return dict(taken.order_by("pk").values_list("conversation", "name"))


def _name(user: User) -> str:
    return user.get_short_name() or user.get_username()
