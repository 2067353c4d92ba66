"""The form on one message, as it stands while somebody fills it in."""

from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.http import QueryDict

from bot.chat.models import Message
from bot.review.correcting import marking, saying
from bot.review.correcting.guesses import Guess, guesses
from bot.review.correcting.kinds import (
    EntityKind,
    IntentKind,
    entity_kinds,
    intent_kinds,
    search,
)
from bot.review.correcting.marking import Entity, Mark
from bot.review.correcting.saying import LONGEST_REMARK, NothingUnderstood, Word, can_be_right
from bot.review.models import Correction, Verdict

_LONGEST_QUERY = 60
_GUESSES = 3
# What the buttons that end the form are called.
_SAVE = "bewaar"


class Unfinished(Exception):
    """Something is missing; the message says what, to the person who fills in the form."""


@dataclass
class Sheet:
    message: Message
    entities: list[Entity]
    intent: str
    remark: str = ""
    query: str = ""
    # Of the person's own word until now.
    own: Correction | None = None
    _guesses: list[Guess] | None = field(default=None, repr=False)

    @classmethod
    def fresh(cls, message: Message, user: User, query: str = "") -> "Sheet":
        """Begin with one's own word, else with what the engine understood."""
        own = Correction.objects.filter(message=message, user=user).first()
        if own and own.intent:
            return cls(message, own.entities, own.intent, own.remark, query[:_LONGEST_QUERY], own)
        intent = message.intent if can_be_right(message) else ""
        remark = own.remark if own else ""
        entities = marking.understood(message)
        return cls(message, entities, intent, remark, query[:_LONGEST_QUERY], own)

    @classmethod
    def filled_in(cls, message: Message, user: User, data: QueryDict) -> "Sheet":
        own = Correction.objects.filter(message=message, user=user).first()
        entities = marking.carried(data.getlist("gegeven"), message, own.entities if own else ())
        return cls(
            message,
            entities,
            _known(data.get("soort", "")),
            data.get("toelichting", "").replace("\0", "").strip()[:LONGEST_REMARK],
            data.get("zoek", "").replace("\0", "").strip()[:_LONGEST_QUERY],
            own,
        )

    def step(self, data: QueryDict) -> bool:
        """Do what a button inside the form asks; tell whether there was one."""
        text = self.message.text
        if kind := data.get("wijs_aan"):
            self.entities = marking.with_words(text, self.entities, kind, data.getlist("woord"))
        elif code := data.get("weg"):
            left = [mark.code for mark in marking.marks_of(text, self.entities)]
            left = [each for each in left if each != code]
            self.entities = marking.carried(left, self.message, self.entities)
        elif "oordeel" in data:
            return False
        return True

    def word(self, verdict: str) -> Word:
        """Return what the form says once it is done; raise Unfinished when it says nothing."""
        if verdict == Verdict.NONSENSE:
            return Word(Verdict.NONSENSE, remark=self.remark)
        if verdict == Verdict.NEW_KIND:
            return Word(Verdict.NEW_KIND, remark=self.remark)
        if verdict == Verdict.RIGHT:
            try:
                return saying.was_right(self.message)
            except NothingUnderstood as nothing:
                raise Unfinished(
                    "De chatbot begreep hier niets. Kies wat de klant bedoelt."
                ) from nothing
        if verdict != _SAVE or not self.intent:
            raise Unfinished("Kies eerst wat de klant bedoelt.")
        return saying.meaning(self.message, self.intent, self.entities, self.remark)

    @property
    def can_be_right(self) -> bool:
        return can_be_right(self.message)

    @property
    def words(self) -> list[marking.Word]:
        return marking.words_of(self.message.text, self.entities)

    @property
    def marks(self) -> list[Mark]:
        return marking.marks_of(self.message.text, self.entities)

    @property
    def entity_kinds(self) -> list[EntityKind]:
        return list(entity_kinds().values())

    @property
    def likely(self) -> list[IntentKind]:
        """Return what was chosen, and the engine's first guesses."""
        first = [self.intent] if self.intent else []
        names = dict.fromkeys([*first, *(guess.intent for guess in self.guesses)])
        return [intent_kinds()[name] for name in names if name in intent_kinds()]

    @property
    def guesses(self) -> list[Guess]:
        if self._guesses is None:
            self._guesses = guesses(self.message.text)[:_GUESSES]
        return self._guesses

    @property
    def found(self) -> list[IntentKind]:
        return others(self.query, {kind.name for kind in self.likely})


def others(query: str, but: set[str]) -> list[IntentKind]:
    """Return what is found, less what stands above the list already; all when nothing is asked."""
    found = search(query[:_LONGEST_QUERY])
    return [kind for kind in found if query or kind.name not in but]


def _known(intent: str) -> str:
    return intent if intent in intent_kinds() else ""
