"""One conversation's texts for who may not see personal data: also where the bot repeats it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.chat.models import Conversation, Message
from bot.review.masking import PERSONAL_ENTITIES, masked

Entities = Iterable[Mapping[str, Any]]
_SHORTEST = 2


class Mask:
    """What customers called themselves in a conversation, and how to leave it out of its texts."""

    def __init__(self, messages: Iterable[tuple[str, Entities]]) -> None:
        self._kinds: dict[str, str] = {}
        for text, entities in messages:
            for each in entities:
                self._remember(text, each)
        longest_first = sorted(self._kinds, key=len, reverse=True)
        self._said = (
            re.compile(
                rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
            )
            if longest_first
            else None
        )

    @classmethod
    def of(cls, conversation: Conversation) -> "Mask":
        telling = Message.objects.filter(conversation=conversation).exclude(entities=[])
        return cls(telling.values_list("text", "entities"))

    def text(self, text: str, entities: Entities = ()) -> str:
        text = masked(text, entities)
        if self._said is None:
            return text
        return self._said.sub(lambda match: self._kinds[match[0].casefold()], text)

    def message(self, message: Message) -> None:
        """Mask a message that is shown and never saved."""
        message.text = self.text(message.text, message.entities)
        message.entities = [
            {**each, "value": PERSONAL_ENTITIES.get(each.get("entity", ""), each.get("value"))}
            for each in message.entities
        ]
        message.buttons = [
            {**each, "title": self.text(str(each.get("title", "")))} for each in message.buttons
        ]
        if message.card:
            card = dict(message.card)
            card["title"] = self.text(str(card.get("title", "")))
            card["lines"] = [self.text(str(line)) for line in card.get("lines", [])]
            message.card = card

    def _remember(self, text: str, each: Mapping[str, Any]) -> None:
        kind = PERSONAL_ENTITIES.get(each.get("entity", ""))
        if kind is None:
            return
        start, end = each.get("start"), each.get("end")
        spoken = text[start:end] if isinstance(start, int) and isinstance(end, int) else ""
        for value in (spoken, str(each.get("value") or "")):
            if len(value.strip()) >= _SHORTEST:
                self._kinds[value.strip().casefold()] = kind
