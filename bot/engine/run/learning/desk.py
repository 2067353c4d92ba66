"""What the supervisor does about learning: it takes up a wish and brings it to its end.

Work comes in steps, so that the supervisor keeps watching over what runs. One wish at a time.
"""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.engine.run import services
from bot.engine.run.child import Child, running
from bot.engine.run.endpoints import endpoints_file
from bot.engine.run.errors import CannotStart
from bot.engine.run.learning.models import Models
from bot.engine.run.learning.takeover import Takeover
from bot.engine.run.progress import say
from bot.engine.run.services import QUIET_ENGINE, Service, app_environment, app_python
from bot.engine.run.settings import Settings
from bot.engine.run.supervisor import Supervisor
from bot.lessons import (
    BEAT_SECONDS,
    LEARN,
    UNTAUGHT,
    Job,
    Lesson,
    Lessons,
    Wish,
    write_whole,
)

# A stage that took no longer had been done before.
_NOTHING_TO_DO_SECONDS = 1.0
_STOPPED = "Buur is tussendoor gestopt."
_GONE = "Dat model is er niet meer."
_FAILED = {
    "train": "Het trainen is mislukt.",
    "try": "De proef is mislukt.",
    "start": "De chatbot wilde met dit model niet starten.",
}


class Desk:
    def __init__(self, settings: Settings, lessons: Lessons, models: Models) -> None:
        self._settings = settings
        self._lessons = lessons
        self._models = models
        self._supervisor: Supervisor | None = None
        self._work: Iterator[None] | None = None
        self._record: Child | None = None
        self._beat_at = 0.0
        self._standing = lessons.standing()

    def open(self) -> Path:
        """Find out with which model to start; what broke off is told. Return the model."""
        standing = self._standing
        if standing.job and not standing.job.outcome:
            self._ends(standing.job, "failed", _STOPPED)
        shutil.rmtree(self._lessons.folder / "work", ignore_errors=True)
        live = self._models.at_start(standing)
        if live != standing.live and live == UNTAUGHT:
            standing.before = []
        standing.live, standing.base = live, self._models.base
        standing.before = [m for m in standing.before if m == UNTAUGHT or self._models.is_there(m)]
        self._models.prune(standing)
        self._tell()
        return self._models.untaught() if live == UNTAUGHT else self._models.path(live)

    def engine_changes(self) -> dict[str, Any]:
        """What an engine with a taught model has more: another to fall back on."""
        return {"instead": self._without_lessons} if self._standing.live != UNTAUGHT else {}

    def attend(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor

    def tick(self) -> None:
        """Do a step of what is at hand. Call it some times a second."""
        if time.monotonic() - self._beat_at > BEAT_SECONDS:
            self._beat_at = time.monotonic()
            self._lessons.tell(self._standing)
        if self._work is None:
            wish = self._lessons.take()
            if wish:
                self._work = self._done(wish)
        if self._work is not None and next(self._work, self) is self:
            self._work = None

    def close(self) -> None:
        if self._work is not None:
            self._work.close()  # type: ignore[attr-defined]

    # What it takes

    def _done(self, wish: Wish) -> Iterator[None]:
        """Bring a wish to its end, whatever that is."""
        job = self._standing.job = Job(wish.id, wish.kind, time.time())
        job.model = wish.model
        self._tell()
        supervisor = self._supervisor
        assert supervisor is not None
        takeover = Takeover(self._settings, supervisor)
        try:
            for _ in self._steps(wish, job, takeover):
                if not job.outcome and self._lessons.is_cancelled(wish.id):
                    self._ends(job, "cancelled")
                    break
                yield
        except CannotStart as reason:
            say(f"Learning: {reason}")
            for line in reason.log:
                say(f"    {line}")
            self._ends(job, "failed", _FAILED.get(job.stage, str(reason)))
        except GeneratorExit:
            self._ends(job, "failed", _STOPPED)
            raise
        finally:
            takeover.end()
            shutil.rmtree(self._lessons.folder / "work", ignore_errors=True)
        self._models.prune(self._standing)
        yield from self._recorded()

    def _steps(self, wish: Wish, job: Job, takeover: Takeover) -> Iterator[None]:
        if wish.kind == LEARN:
            yield from self._learning(wish, job)
            if self._found(job.model).is_worse:
                self._ends(job, "worse")
                return
        elif wish.model == self._standing.live:
            self._ends(job, "live")
            return
        elif wish.model == UNTAUGHT:
            with self._stage(job, "train"):
                yield from self._models.training_untaught()
        elif not self._models.is_there(wish.model):
            self._ends(job, "failed", _GONE)
            return
        with self._stage(job, "start"):
            yield from takeover.starting(self._models.path(job.model))
        with self._stage(job, "switch"):
            self._goes_live(job, takeover)
        self._ends(job, "live")
        yield from takeover.finishing()

    def _learning(self, wish: Wish, job: Job) -> Iterator[None]:
        job.model = self._models.name_of(wish.examples)
        with self._stage(job, "train"):
            yield from self._models.training(job.model, wish.examples)
        live = self._standing.live
        self._lessons.keep(
            Lesson(job.model, self._models.base, time.time(), wish.example_ids, beside=live)
        )
        with self._stage(job, "try"):
            if live == UNTAUGHT:
                # It runs, but its file may have been cleared away.
                yield from self._models.training_untaught()
            yield from self._trial(wish, live, job.model)

    def _trial(self, wish: Wish, old: str, new: str) -> Iterator[None]:
        work = self._lessons.folder / "work"
        report = work / "report.json"
        asked = {"probes": wish.probes, "conversations": wish.conversations}
        write_whole(work / "asked.json", json.dumps(asked))
        child = Child(
            name="trial",
            command=[
                *(str(self._settings.root / ".venv/engine/bin/python"), "-m", "bot.engine.trial"),
                *("--old", str(self._models.path(old)), "--new", str(self._models.path(new))),
                *("--asked", str(work / "asked.json"), "--out", str(report)),
            ],
            log=self._settings.logs / "trial.log",
            folder=self._settings.root,
            environment=QUIET_ENGINE,
            yields=True,
        )
        yield from running(child)
        if child.exit_code != 0 or not report.exists():
            raise CannotStart(f"the trial failed. The whole story: {child.log}", child.last_lines())
        trial = json.loads(report.read_text("utf-8"))
        self._lessons.keep(
            Lesson(new, self._models.base, time.time(), wish.example_ids, trial, beside=old)
        )

    def _goes_live(self, job: Job, takeover: Takeover) -> None:
        standing = self._standing
        earlier = [each for each in standing.before if each not in (job.model, standing.live)]
        standing.before = [*earlier, standing.live] if job.model != standing.live else earlier
        standing.live = job.model
        # Written down first: should we end here, the next start has the right model.
        self._tell()
        takeover.switch(**self.engine_changes())
        if job.model != UNTAUGHT:
            found = self._found(job.model)
            self._lessons.keep(Lesson(**{**found.__dict__, "was_live": True}))

    def _without_lessons(self) -> Service:
        """Give up a taught model that keeps dying, and go on with the one of the files."""
        say("The taught model keeps ending, so Buur goes on without what staff taught.")
        standing = self._standing
        standing.live, standing.before = UNTAUGHT, []
        self._tell()
        write_whole(self._settings.engine_url_file, self._settings.engine_url)
        model, endpoints = self._models.untaught(), endpoints_file(self._settings)
        return services.engine(self._settings, model, endpoints)

    def _found(self, model: str) -> Lesson:
        lesson = self._lessons.lesson(model)
        if lesson is None:
            raise CannotStart(f"the model {model} is gone")
        return lesson

    def _recorded(self) -> Iterator[None]:
        """Let the console write down what came of it, also when nobody looks."""
        child = Child(
            name="record",
            command=[app_python(self._settings), "manage.py", "recordlessons"],
            log=self._settings.logs / "database.log",
            folder=self._settings.root,
            environment=app_environment(self._settings),
        )
        yield from running(child)

    @contextmanager
    def _stage(self, job: Job, stage: str) -> Iterator[None]:
        job.stage, job.stage_started = stage, time.time()
        self._tell()
        yield
        job.seconds[stage] = round(time.time() - job.stage_started, 1)
        if job.seconds[stage] > _NOTHING_TO_DO_SECONDS:
            self._standing.usual[stage] = job.seconds[stage]

    def _ends(self, job: Job, outcome: str, reason: str = "") -> None:
        if not job.outcome:
            job.outcome, job.reason, job.ended = outcome, reason, time.time()
        self._tell()

    def _tell(self) -> None:
        self._lessons.tell(self._standing)
