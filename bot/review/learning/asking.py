"""Asking the supervisor for another model, and writing down what came of it."""

import uuid

from django.conf import settings
from django.contrib.auth.models import User

from bot.lessons import LEARN, SWITCH, UNTAUGHT, Busy, Lesson, Lessons, Wish
from bot.review import audit
from bot.review.learning.conversations import as_story, moment
from bot.review.learning.examples import as_rasa, distinct, taught
from bot.review.models import GoodConversation, Training


class NotNow(Exception):
    """Why nothing was asked, in Dutch."""


class NeedsOverruling(Exception):
    """Only who may overrule may let this model go live."""


def lessons() -> Lessons:
    return Lessons(settings.VAR_DIR)


def ask_to_learn(user: User) -> None:
    """Ask for a model with all that is taught."""
    examples = distinct(taught())
    if not examples:
        raise NotNow("Er is nog niets om van te leren.")
    wish = Wish(
        id=uuid.uuid4().hex,
        kind=LEARN,
        examples=as_rasa(examples),
        example_ids=[each.pk for each in examples],
        probes=[{"id": each.pk, "text": each.text, "intent": each.intent} for each in examples],
        conversations=[
            {"id": good.pk, "now": moment(good), "story": as_story(good)}
            for good in GoodConversation.objects.all()
        ],
    )
    _ask(wish, user, len(examples))
    audit.note(user, "learning.started", wish.id, examples=len(examples))


def ask_to_switch(model: str, user: User, may_overrule: bool) -> None:
    """Ask for a model that is there to go live."""
    if model == lessons().standing().live:
        raise NotNow("Dat model is al live.")
    overrules = False
    if model != UNTAUGHT:
        lesson = lessons().lesson(model)
        if lesson is None:
            raise NotNow("Dat model is er niet meer.")
        overrules = needs_overruling(lesson)
    if overrules and not may_overrule:
        raise NeedsOverruling
    wish = Wish(id=uuid.uuid4().hex, kind=SWITCH, model=model)
    _ask(wish, user, 0)
    audit.note(user, "model.overruled" if overrules else "model.switched", model or "buur")


def needs_overruling(lesson: Lesson) -> bool:
    """Whether a model did worse in its trial and nobody ever put it live all the same."""
    return lesson.is_worse and not lesson.was_live


def call_off(user: User) -> None:
    """Break off what goes on, if anything does."""
    found = lessons()
    waiting, job = found.waiting(), found.standing().job
    wish = waiting.id if waiting else job.id if job and not job.outcome else ""
    if not wish:
        return
    found.cancel(wish)
    if waiting:
        Training.objects.filter(wish=wish, outcome="").update(outcome="cancelled")
    audit.note(user, "learning.cancelled", wish)


def record_outcome() -> None:
    """Write down, once, what came of the last wish."""
    job = lessons().standing().job
    if job is None or not job.outcome:
        return
    # What was asked for before this one and never heard of will not be heard of.
    latest = Training.objects.filter(wish=job.id).first()
    if latest is None:
        return
    Training.objects.filter(outcome="", pk__lt=latest.pk).update(outcome="failed")
    recorded = Training.objects.filter(pk=latest.pk, outcome="").update(
        outcome=job.outcome, reason=job.reason[:200], model=job.model
    )
    if recorded:
        audit.note(
            None, f"learning.{job.outcome}", job.model or "buur", wish=job.id, seconds=job.seconds
        )


def _ask(wish: Wish, user: User, examples: int) -> None:
    found = lessons()
    if not found.is_supervised():
        raise NotNow("Leren kan alleen als Buur met make run draait. Dat is nu niet zo.")
    job = found.standing().job
    if job and not job.outcome:
        raise NotNow("Er loopt al iets. Wacht tot dat klaar is.")
    try:
        found.ask(wish)
    except Busy as busy:
        raise NotNow("Iemand anders was net eerder. Wacht tot dat klaar is.") from busy
    Training.objects.create(
        wish=wish.id,
        kind=wish.kind,
        model=wish.model,
        user=user,
        name=user.get_username(),
        examples=examples,
    )
