"""Finding all that is kept of one customer, by whatever they give: a name, a number, an address."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from uuid import UUID

import phonenumbers
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from bot.chat.models import Conversation, Message, Sender
from bot.shop.models import Appointment, Order, StaffMessage
from bot.shop.numbers import read_number

SHORTEST = 3
MOST = 200
_FEWEST_DIGITS = 7
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass
class Found:
    """What was found, and why each conversation is among it."""

    conversations: dict[Conversation, str] = field(default_factory=dict)
    messages: list[StaffMessage] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    # A number or an address is one person's; a name is not.
    is_sure: bool = False
    is_cut_off: bool = False

    def __bool__(self) -> bool:
        return bool(self.conversations or self.messages or self.appointments or self.orders)


@dataclass(frozen=True)
class _Wanted:
    """What somebody typed, as each table may hold it."""

    words: str
    phone: str = ""
    email: str = ""
    appointment: str = ""
    order: str = ""
    conversation: UUID | None = None

    @classmethod
    def of(cls, query: str) -> "_Wanted":
        words = " ".join(query.replace("\0", "").split())
        if found := _UUID.search(words):
            return cls(words, conversation=UUID(found.group()))
        if number := read_number(words):
            return cls(words, appointment=number)
        if "@" in words:
            return cls(words, email=words)
        digits = re.sub(r"\D", "", words)
        if re.fullmatch(r"\d{6}", digits) and not re.search(r"[^\W\d]{3,}", words):
            return cls(digits, order=digits)
        return cls(words, phone=_as_phone(words))

    @property
    def is_name(self) -> bool:
        return not (self.phone or self.email or self.appointment or self.order or self.conversation)


def find(query: str) -> Found:
    wanted = _Wanted.of(query)
    if len(wanted.words) < SHORTEST:
        return Found()
    found = Found(is_sure=not wanted.is_name)
    found.appointments = _appointments(wanted)
    found.messages = _messages(wanted)
    for conversation in _conversations(wanted)[: MOST + 1]:
        found.conversations[conversation] = "hierin staat wat je zoekt"
    linked = [each.conversation for each in found.appointments]
    linked += [each.conversation for each in found.messages]
    for conversation in _by_public_ids(linked):
        found.conversations.setdefault(conversation, "hierin gemaakt: de afspraak of het bericht")
    _add_talks_of_the_same_browser(found.conversations)
    found.is_cut_off = len(found.conversations) > MOST
    _add_what_was_made_in(found)
    found.orders = _orders(wanted, found.conversations)
    return found


def _appointments(wanted: _Wanted) -> list[Appointment]:
    rows = Appointment.objects.select_related("service").order_by("-start")
    if wanted.appointment:
        return list(rows.filter(number=wanted.appointment))
    if wanted.phone:
        return list(rows.filter(phone=wanted.phone))
    if wanted.email:
        return list(rows.filter(email__iexact=wanted.email))
    if wanted.conversation:
        return list(rows.filter(conversation=str(wanted.conversation)))
    if wanted.order:
        return []
    return list(rows.filter(*(Q(name__icontains=word) for word in wanted.words.split()))[:MOST])


def _messages(wanted: _Wanted) -> list[StaffMessage]:
    if wanted.conversation:
        return list(StaffMessage.objects.filter(conversation=str(wanted.conversation)))
    holds = _holds(wanted, "text") | _holds(wanted, "contact") | _holds(wanted, "summary")
    return list(StaffMessage.objects.filter(holds).order_by("-created")[:MOST])


def _conversations(wanted: _Wanted) -> list[Conversation]:
    if wanted.conversation:
        return list(Conversation.objects.filter(public_id=wanted.conversation))
    said = (
        Message.objects.filter(conversation=OuterRef("pk"))
        .annotate(found=Cast("entities", TextField()))
        .filter(_holds(wanted, "text") | _in_entities(wanted))
    )
    return list(
        Conversation.objects.filter(Exists(said) | _holds(wanted, "summary")).order_by(
            "-last_activity"
        )[: MOST + 1]
    )


def _holds(wanted: _Wanted, column: str) -> Q:
    if wanted.phone:
        # However it was written: 06-12345678, 06 12 34 56 78, +31 6 12345678.
        digits = r"[^0-9A-Za-z]*".join(_national_digits(wanted.phone))
        return Q(**{f"{column}__regex": digits})
    return _any_case(column, wanted.appointment or wanted.words)


def _in_entities(wanted: _Wanted) -> Q:
    if wanted.phone:
        return Q(found__contains=wanted.phone)
    # JSON may be kept with letters like é written out.
    return _any_case("found", wanted.words) | _any_case("found", json.dumps(wanted.words)[1:-1])


def _any_case(column: str, words: str) -> Q:
    """SQLite knows small and capital only of plain letters, so the others are tried as they are."""
    ways = {words, words.lower(), words.title(), words.capitalize()}
    return reduce(or_, (Q(**{f"{column}__icontains": way}) for way in ways))


def _by_public_ids(ids: Iterable[str]) -> list[Conversation]:
    known = [UUID(each) for each in ids if _UUID.fullmatch(each)]
    return list(Conversation.objects.filter(public_id__in=known))


def _add_talks_of_the_same_browser(conversations: dict[Conversation, str]) -> None:
    new = list(conversations)
    while new and len(conversations) <= MOST:
        pks = [each.pk for each in new]
        linked = Conversation.objects.filter(Q(later__in=pks) | Q(previous__in=pks)).distinct()
        new = [each for each in linked if each not in conversations]
        for conversation in new:
            conversations[conversation] = "uit dezelfde browser als een van de andere"


def _add_what_was_made_in(found: Found) -> None:
    ids = [str(each.public_id) for each in found.conversations]
    if not ids:
        return
    known = {each.pk for each in found.appointments}
    found.appointments += [
        each
        for each in Appointment.objects.select_related("service").filter(conversation__in=ids)
        if each.pk not in known
    ]
    known = {each.pk for each in found.messages}
    found.messages += [
        each for each in StaffMessage.objects.filter(conversation__in=ids) if each.pk not in known
    ]


def _orders(wanted: _Wanted, conversations: Iterable[Conversation]) -> list[Order]:
    numbers = {wanted.order} - {""}
    if not wanted.is_name:
        # Only when the conversations are surely theirs, their orders are too.
        customers = Message.objects.filter(
            conversation__in=list(conversations), sender=Sender.CUSTOMER
        )
        for entities in customers.values_list("entities", flat=True):
            numbers |= {
                str(each.get("value")) for each in entities if each.get("entity") == "order_number"
            }
    return list(Order.objects.filter(number__in=numbers))


def _as_phone(words: str) -> str:
    """Return a phone number as it is kept, or nothing when it is none."""
    if len(re.sub(r"\D", "", words)) < 9 or re.search(r"[^\W\d]", words):
        return ""
    try:
        number = phonenumbers.parse(words, "NL")
    except phonenumbers.NumberParseException:
        return ""
    # Of zeros alone no digit would be left to look for.
    if len(str(number.national_number)) < _FEWEST_DIGITS:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _national_digits(phone: str) -> str:
    return str(phonenumbers.parse(phone).national_number)
