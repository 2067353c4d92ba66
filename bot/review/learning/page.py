"""What `/staf/leren/` shows of a training and of models."""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import ZONE
from bot.lessons import LEARN, STAGES, UNTAUGHT, Job, Lesson, Lessons, Standing
from bot.review.learning.asking import needs_overruling
from bot.review.models import GoodConversation, Training, TrainingExample
from bot.review.understanding import title_of

_TITLES = {
    "train": "Leren",
    "try": "Proef naast het huidige model",
    "start": "Opstarten met het nieuwe model",
    "switch": "Omschakelen",
}
# Until one has been measured here.
_USUAL_SECONDS = {"train": 60.0, "try": 20.0, "start": 20.0, "switch": 1.0}
_OUTCOMES = {
    "live": "Gelukt. Dit model staat live, zonder dat een klant er iets van merkte.",
    "worse": "Klaar, maar niet live: dit model kwam slechter uit de proef. Hieronder staat waarom.",
    "cancelled": "Afgebroken. Er is niets veranderd.",
    "failed": "Niet gelukt. Het model dat er was, staat nog live.",
}
_WHY = {
    "fewer_right": "Het begrijpt minder berichten goed.",
    "more_wrong": "Het antwoordt vaker op iets anders dan gevraagd is.",
    "conversation_broken": "Een goed gesprek zou nu anders lopen.",
}
_KINDS = {"right": "goed", "unsure": "vraagt door", "wrong": "fout"}
_NOT_MANY_SECONDS = 10


@dataclass(frozen=True)
class StageRow:
    title: str
    state: str  # done, now, later
    seconds: int


@dataclass(frozen=True)
class Progress:
    """What goes on, or what came of the last time."""

    goes_on: bool
    stages: list[StageRow]
    done: int
    left: str
    outcome: str
    text: str
    reason: str
    # Another mark is another page: something ended or began.
    mark: str


def progress(lessons: Lessons) -> Progress:
    standing, supervised = lessons.standing(), lessons.is_supervised()
    job = standing.job
    if lessons.waiting() and supervised:
        return Progress(True, [], 0, "", "", "Staat klaar om te beginnen.", "", "waiting")
    if job is None:
        return Progress(False, [], 0, "", "", "", "", "none")
    mark = f"{job.id}-{job.outcome}"
    if job.outcome:
        text = _OUTCOMES.get(job.outcome, "")
        return Progress(False, [], 100, "", job.outcome, text, job.reason, mark)
    if not supervised:
        text, why = _OUTCOMES["failed"], "Buur is tussendoor gestopt."
        return Progress(False, [], 0, "", "failed", text, why, f"{mark}gone")
    return _going_on(job, standing, mark)


def _going_on(job: Job, standing: Standing, mark: str) -> Progress:
    stages = STAGES if job.kind == LEARN else STAGES[2:]
    usual = _USUAL_SECONDS | standing.usual
    spent = max(0.0, time.time() - job.stage_started)
    rows, past, left = [], 0.0, 0.0
    for stage in stages:
        if stage in job.seconds:
            rows.append(StageRow(_TITLES[stage], "done", round(job.seconds[stage])))
            past += usual[stage]
        elif stage == job.stage:
            rows.append(StageRow(_TITLES[stage], "now", round(spent)))
            past += min(spent, usual[stage])
            left += max(usual[stage] - spent, 0.0)
        else:
            rows.append(StageRow(_TITLES[stage], "later", 0))
            left += usual[stage]
    share = round(100 * past / max(past + left, 1.0))
    return Progress(True, rows, min(share, 99), _in_words(left), "", "", "", mark)


def _in_words(seconds: float) -> str:
    if seconds < _NOT_MANY_SECONDS:
        return "nog even"
    if seconds < 90:
        return f"nog ongeveer {round(seconds / 10) * 10} seconden"
    return f"nog ongeveer {round(seconds / 60)} minuten"


@dataclass(frozen=True)
class ModelRow:
    name: str
    made: datetime | None
    examples: int
    is_live: bool
    needs_overruling: bool
    by: str


def models(lessons: Lessons) -> list[ModelRow]:
    """List the models that can be live, the newest first, the untaught one last."""
    standing = lessons.standing()
    makers = {
        each.model: each.name
        for each in Training.objects.filter(kind=LEARN).exclude(model="").order_by("pk")
    }
    rows = [
        ModelRow(
            lesson.model,
            datetime.fromtimestamp(lesson.made, ZONE),
            len(lesson.example_ids),
            lesson.model == standing.live,
            needs_overruling(lesson),
            makers.get(lesson.model, ""),
        )
        for lesson in lessons.all()
        if lesson.base == standing.base
    ]
    return [*rows, ModelRow(UNTAUGHT, None, 0, standing.live == UNTAUGHT, False, "")]


def previous(lessons: Lessons) -> str | None:
    """Return the model that was live before this one."""
    before = lessons.standing().before
    return before[-1] if before else None


def comparison(lesson: Lesson) -> dict[str, Any] | None:
    """Return a trial as people read it, or nothing when there was none."""
    if not lesson.trial:
        return None
    trial = lesson.trial
    changes = [_change(each) for each in trial["messages"]["changed"]]
    return {
        "lesson": lesson,
        "made": datetime.fromtimestamp(lesson.made, ZONE),
        "why": [_WHY.get(each, each) for each in trial["why"]],
        "rows": [
            (title, _counts(trial[kind]["old"]), _counts(trial[kind]["new"]))
            for kind, title in (
                ("messages", "Vaste proefberichten"),
                ("lessons", "Wat jullie de chatbot leerden"),
            )
        ],
        "better": [each for each in changes if each["gain"] > 0],
        "worse": [each for each in changes if each["gain"] < 0],
        "other": [each for each in changes if each["gain"] == 0],
        "missed": _missed(trial["lessons"]["missed"]),
        "conversations": trial["conversations"],
        "broken": _broken(trial["conversations"]["broken"]),
    }


def _counts(counts: dict[str, int]) -> list[tuple[str, int]]:
    return [(title, counts[kind]) for kind, title in _KINDS.items()]


def _change(change: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": change["text"],
        "gain": change["gain"],
        "wanted": title_of(change["wanted"]),
        "old": _told(change["old"]),
        "new": _told(change["new"]),
    }


def _told(told: dict[str, Any]) -> str:
    """Say what was understood, never rounded up to certainty."""
    if told["outcome"] == "unsure":
        return f"vraagt door ({title_of(told['guess'])}, {int(told['confidence'] * 100)}%)"
    return f"{title_of(told['intent'])}, {int(told['confidence'] * 100)}%"


def _missed(missed: dict[str, dict[str, str]]) -> list[tuple[TrainingExample, str]]:
    examples = TrainingExample.objects.in_bulk([int(number) for number in missed])
    return [
        (
            examples[int(number)],
            "vraagt door" if each["outcome"] == "unsure" else title_of(each["intent"]),
        )
        for number, each in missed.items()
        if int(number) in examples
    ]


def _broken(broken: dict[str, list[dict[str, Any]]]) -> list[tuple[GoodConversation, list[str]]]:
    found = GoodConversation.objects.select_related("conversation").in_bulk(
        [int(number) for number in broken]
    )
    return [
        (found[int(number)], [_slip(slip) for slip in slips])
        for number, slips in broken.items()
        if int(number) in found
    ]


def _slip(slip: dict[str, Any]) -> str:
    if slip["kind"] == "intent":
        return f"bericht {slip['turn']}: {title_of(slip['wanted'])} werd {title_of(slip['got'])}"
    return f"na bericht {slip['turn']}: {slip['wanted']} werd {slip['got']}"
