"""One conversation as somebody sees it who may not know whose it is."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from bot.chat.models import Conversation, Message
from bot.review.masking.names import NAME, NameMask, names_said
from bot.review.masking.patterns import EMAIL, ORDER, PHONE, POSTCODE, without_numbers
from bot.review.rights import SEE_PERSONAL_DATA
from bot.shop.models import Appointment, Shop, StaffMessage

Entities = Iterable[Mapping[str, Any]]

PERSONAL_ENTITIES = {
    "name": NAME,
    "phone": PHONE,
    "email": EMAIL,
    "postcode": POSTCODE,
    "order_number": ORDER,
}


def may_see(user: User | AbstractBaseUser | AnonymousUser) -> bool:
    """Return whether somebody may see names, numbers and addresses of customers."""
    return isinstance(user, User) and user.has_perm(SEE_PERSONAL_DATA)


def masked(text: str, entities: Entities = ()) -> str:
    """Return a text with what points to one person replaced by its kind in square brackets.

    `entities` are those of the message: `entity`, and where it stands, `start` and `end`. Of a
    whole conversation `Masker` does more: it knows a name in each of its messages.
    """
    entities = list(entities)
    names = names_said([text]) | _names_in(text, entities)
    return NameMask(names)(without_numbers(_without_spans(text, entities)))


class Eyes(Protocol):
    """How somebody sees what was said: clear, or masked."""

    def text(self, text: str, entities: Entities = ()) -> str: ...
    def entities(self, entities: Entities) -> list[dict[str, Any]]: ...
    def data(self, data: Any) -> Any: ...


class Clear:
    """For who may see it all."""

    def text(self, text: str, entities: Entities = ()) -> str:
        return text

    def entities(self, entities: Entities) -> list[dict[str, Any]]:
        return [dict(each) for each in entities]

    def data(self, data: Any) -> Any:
        return data


class Masker:
    """Masks everything in one conversation: a name that was found once goes wherever it stands.

    What the shop tells about itself, such as its address, stays.
    """

    def __init__(self, messages: Iterable[tuple[str, Entities]], names: Iterable[str] = ()) -> None:
        """Learn the names from messages, each a text with its entities, besides those given."""
        found, texts = set(names), []
        for text, entities in messages:
            texts.append(text)
            found |= _names_in(text, entities)
        self._kept, staff = _of_the_shop()
        self._names = NameMask(found | names_said(texts), kept=staff)

    @classmethod
    def of(cls, conversation: Conversation) -> "Masker":
        said = list(conversation.messages.values_list("text", "entities"))
        names = names_of_records([conversation])[conversation.pk]
        return cls([(conversation.summary, ()), *said], names)

    def text(self, text: str, entities: Entities = ()) -> str:
        text = _without_spans(text, entities)
        # What the shop says of itself is put out of reach, and back.
        for place, words in enumerate(self._kept):
            text = text.replace(words, f"\0{place}\0")
        text = self._names(without_numbers(text))
        for place, words in enumerate(self._kept):
            text = text.replace(f"\0{place}\0", words)
        return text

    def message(self, message: Message) -> str:
        return self.text(message.text, message.entities)

    def entities(self, entities: Entities) -> list[dict[str, Any]]:
        return [
            {**each, "value": PERSONAL_ENTITIES[each["entity"]]}
            if each.get("entity") in PERSONAL_ENTITIES
            else {**each, "value": self.data(each.get("value"))}
            for each in entities
        ]

    def data(self, data: Any) -> Any:
        """Mask every text in what is kept as JSON, such as a card or its buttons."""
        if isinstance(data, str):
            return self.text(data)
        if isinstance(data, list):
            return [self.data(each) for each in data]
        if isinstance(data, dict):
            return {key: self.data(value) for key, value in data.items()}
        return data


def eyes_of(user: User | AbstractBaseUser | AnonymousUser, conversation: Conversation) -> Eyes:
    """Return how somebody sees this conversation: `eyes_of(user, talk).text(message.text)`."""
    return Clear() if may_see(user) else Masker.of(conversation)


def names_of_records(conversations: Iterable[Conversation]) -> dict[int, set[str]]:
    """Return, by key, what customers are called in what was made or left in these conversations."""
    keys = {str(each.public_id): each.pk for each in conversations}
    names: dict[int, set[str]] = {pk: set() for pk in keys.values()}
    made = Appointment.objects.filter(conversation__in=keys)
    for key, name in made.values_list("conversation", "name"):
        names[keys[key]].add(name)
    left = StaffMessage.objects.filter(conversation__in=keys)
    for key, text in left.values_list("conversation", "text"):
        names[keys[key]] |= names_said([text])
    return names


def _without_spans(text: str, entities: Entities) -> str:
    spans = [
        (each["start"], each["end"], PERSONAL_ENTITIES[each["entity"]])
        for each in entities
        if each.get("entity") in PERSONAL_ENTITIES and _stands_in(text, each)
    ]
    for start, end, kind in sorted(spans, reverse=True):
        text = text[:start] + kind + text[end:]
    return text


def _stands_in(text: str, entity: Mapping[str, Any]) -> bool:
    start, end = entity.get("start"), entity.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)


def _names_in(text: str, entities: Entities) -> set[str]:
    """Return the names that the engine found: as they stand there, and as it writes them."""
    found = set()
    for each in entities:
        if each.get("entity") != "name":
            continue
        if isinstance(each.get("value"), str):
            found.add(each["value"])
        if _stands_in(text, each):
            found.add(text[each["start"] : each["end"]])
    return {name for name in found if NAME not in name}


def _of_the_shop() -> tuple[list[str], list[str]]:
    """Return what the shop tells about itself, and the names of its people and its bot."""
    shop = Shop.objects.first()
    if shop is None:
        return [], []
    facts = [shop.address, shop.street, shop.postcode, shop.phone, shop.email, shop.name]
    return [fact for fact in facts if fact], [shop.person, shop.bot_name, *shop.colleagues]
