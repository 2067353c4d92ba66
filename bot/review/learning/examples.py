"""From corrections to sentences that a model is trained on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from bot import clock
from bot.lessons import WRITER
from bot.review.correcting.agreement import agreed_corrections
from bot.review.learning.neutral import Neutral, marked, neutral, with_personal
from bot.review.masking import Masker
from bot.review.models import Correction, TrainingExample, Verdict
from bot.review.understanding import intent_titles

_MEANT = (Verdict.RIGHT, Verdict.CORRECTED)
AT_MOST = 200
_HEADER = "# Wat medewerkers Buur leerden. Persoonsgegevens zijn vervangen.\n"


@dataclass(frozen=True)
class Candidate:
    """A correction to learn from that is not learned yet, or otherwise."""

    correction: Correction
    neutral: Neutral
    example: TrainingExample | None

    @property
    def before(self) -> str:
        """What the message was taken for, when that was something else."""
        taken_for = self.example.intent if self.example else self.correction.message.intent
        return "" if taken_for == self.correction.intent else taken_for


@dataclass(frozen=True)
class News:
    """What corrections bring that no example has."""

    candidates: list[Candidate]
    # Too little is left of these when personal data is out.
    too_personal: list[Correction]
    # Examples of messages that people now disagree on, or mean nothing.
    withdrawn: list[TrainingExample]
    more: int

    def __bool__(self) -> bool:
        return bool(self.candidates or self.withdrawn)


def news() -> News:
    known = {
        each.message_id: each
        for each in TrainingExample.objects.exclude(message=None).select_related("message")
    }
    candidates: list[Candidate] = []
    too_personal: list[Correction] = []
    agreed: set[int] = set()
    masks: dict[int, Masker] = {}
    for correction in agreed_corrections():
        if correction.verdict not in _MEANT or correction.intent not in intent_titles():
            continue
        agreed.add(correction.message_id)
        example = known.get(correction.message_id)
        if example and (example.left_out or example.intent == correction.intent):
            continue
        conversation = correction.message.conversation
        mask = masks.get(conversation.pk) or masks.setdefault(
            conversation.pk, Masker.of(conversation)
        )
        told = neutral(correction.message.text, with_personal(correction), mask)
        if told.is_telling:
            candidates.append(Candidate(correction, told, example))
        else:
            too_personal.append(correction)
    withdrawn = [
        each for message, each in known.items() if message not in agreed and not each.left_out
    ]
    return News(candidates[:AT_MOST], too_personal, withdrawn, max(0, len(candidates) - AT_MOST))


@transaction.atomic
def take_in(found: News, chosen: Iterable[int], user: User) -> int:
    """Make examples of the chosen corrections, and put the others aside; return how many."""
    wanted = set(chosen)
    taken = 0
    for candidate in found.candidates:
        correction = candidate.correction
        left_out = correction.pk not in wanted
        taken += not left_out
        personal = candidate.neutral.had_personal_data
        TrainingExample.objects.update_or_create(
            message=correction.message,
            defaults={
                "text": candidate.neutral.text,
                "intent": correction.intent,
                "entities": [
                    {key: each[key] for key in ("entity", "start", "end")}
                    for each in candidate.neutral.entities
                ],
                "correction": correction,
                "goes_with": correction.message if personal else None,
                "user": user,
                "name": user.get_username(),
                "at": clock.now(),
                "left_out": left_out,
            },
        )
    TrainingExample.objects.filter(pk__in=[each.pk for each in found.withdrawn]).delete()
    return taken


def taught() -> QuerySet[TrainingExample]:
    return TrainingExample.objects.filter(left_out=False)


def distinct(examples: Iterable[TrainingExample]) -> list[TrainingExample]:
    """Of one sentence the newest word; two meanings would teach nothing."""
    newest: dict[str, TrainingExample] = {}
    for example in sorted(examples, key=lambda each: each.pk):
        newest[example.text.casefold().strip(" .!?")] = example
    return sorted(newest.values(), key=lambda each: (each.intent, each.pk))


def as_rasa(examples: Iterable[TrainingExample], with_entities: bool = False) -> str:
    """Return examples as Rasa NLU YAML, one block for an intent.

    Entities are for who takes them elsewhere: Buur's own are found by grammars and learn nothing.
    """
    blocks = "".join(_blocks(distinct(examples), with_entities))
    return f'{_HEADER}version: "3.1"\n\nnlu:\n{blocks}' if blocks else ""


def _blocks(examples: list[TrainingExample], with_entities: bool) -> Iterator[str]:
    for intent, of_it in groupby(examples, key=lambda each: each.intent):
        texts = (
            marked(each.text, each.entities if with_entities else (), with_values=False)
            for each in of_it
        )
        lines = "".join(f"    - {text}\n" for text in texts)
        yield f"- intent: {intent}\n  metadata: {{writer: {WRITER}}}\n  examples: |\n{lines}"
