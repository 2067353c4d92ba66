"""An engine that stands still, and messages to doubt."""

from typing import Any

from bot.chat.engine import EngineUnavailable, Ranking
from bot.chat.models import Conversation, Message
from bot.review.understanding import FALLBACK
from tests.unit.review.talks import says, talk

UNSURE: dict[str, Any] = {"intent": FALLBACK, "confidence": 0.7}


class FakeEngine:
    """Takes a text for what a test says; away when told so."""

    def __init__(self) -> None:
        self.rankings: dict[str, Ranking] = {}
        self.is_away = False
        self.asked: list[str] = []

    async def understand(self, texts: list[str]) -> list[Ranking]:
        if self.is_away:
            raise EngineUnavailable("away", reached=False)
        self.asked += texts
        usual = [("ask_price", 0.4), ("ask_discount", 0.3), ("ask_gift", 0.2)]
        return [self.rankings.get(text, usual) for text in texts]


def asked(text: str, conversation: Conversation | None = None, **understood: Any) -> Message:
    """Let a customer ask something that the bot was not sure of, unless told otherwise."""
    return says(conversation or talk(), text, **(understood or UNSURE))


def correct(message: Message, step: str = "verbeter/") -> str:
    return f"/staf/gesprek/{message.conversation.public_id}/{message.number}/{step}"
