"""Which models there are, and which of them is live."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

from bot.engine.run.child import Child, run_to_end, step_through
from bot.engine.run.errors import CannotStart
from bot.engine.run.model import model_name, model_path, trained_model, training
from bot.engine.run.progress import Step, say
from bot.engine.run.services import app_environment, app_python, prepare_database
from bot.engine.run.settings import Settings
from bot.lessons import UNTAUGHT, Lesson, Lessons, Standing, write_whole

MODELS_KEPT = 5


class Models:
    """The models of a shop. A name is a model that staff taught, or UNTAUGHT: the files alone."""

    def __init__(self, settings: Settings, lessons: Lessons) -> None:
        self._settings = settings
        self._lessons = lessons
        # Of the files as they were when Buur started: what runs is of those.
        self.base = model_name(settings.root)

    def name_of(self, examples: str) -> str:
        return f"{self.base}-{hashlib.sha256(examples.encode()).hexdigest()[:8]}"

    def is_there(self, model: str) -> bool:
        """Whether a model is ready, and of the files that run."""
        lesson = self._lessons.lesson(model)
        return lesson is not None and lesson.base == self.base and self.path(model).exists()

    def path(self, model: str) -> Path:
        if model == UNTAUGHT:
            return model_path(self._settings)
        return self._lessons.archive(model)

    def training(self, model: str, examples: str) -> Iterator[None]:
        """Train a model with what staff taught, step by step; nothing if there is one."""
        if self.path(model).exists():
            return
        # With staff's words in it: gone as soon as the model is made.
        file = self._lessons.folder / "work" / "examples.yml"
        try:
            write_whole(file, examples)
            self.path(model).parent.mkdir(parents=True, exist_ok=True)
            yield from training(self._settings, self.path(model), file)
        finally:
            file.unlink(missing_ok=True)

    def training_untaught(self) -> Iterator[None]:
        if not self.path(UNTAUGHT).exists():
            yield from training(self._settings, self.path(UNTAUGHT))

    def at_start(self, standing: Standing) -> str:
        """Return the model to start with; what staff taught is taught again when files changed."""
        chosen = standing.live
        if chosen == UNTAUGHT or self.is_there(chosen):
            return chosen
        lesson = self._lessons.lesson(chosen)
        if lesson is None:
            say("The model that was live is gone; starting with the one of the files.")
            return UNTAUGHT
        try:
            return self._taught_again(lesson)
        except CannotStart as reason:
            say(f"What staff taught could not be taught again, so it is left out: {reason}")
            return UNTAUGHT

    def prune(self, standing: Standing) -> None:
        """Keep the live model, those it can go back to, and a few that were made last."""
        of_other_files = [each for each in self._lessons.all() if each.base != self.base]
        of_these = [each for each in self._lessons.all() if each.base == self.base]
        last = [*reversed(standing.before), *(each.model for each in of_these)]
        kept = {standing.live, *list(dict.fromkeys(last))[: MODELS_KEPT - 1]}
        for lesson in [*of_other_files, *of_these]:
            if lesson.model not in kept or lesson.base != self.base:
                self._lessons.forget(lesson.model)

    def untaught(self) -> Path:
        return trained_model(self._settings)

    def _taught_again(self, lesson: Lesson) -> str:
        """Train anew from the files as they are now, with the examples that were in it."""
        # Some may have been erased meanwhile, so they come from the database.
        prepare_database(self._settings)
        examples = self._examples(lesson.example_ids)
        if not examples:
            return UNTAUGHT
        model = self.name_of(examples)
        with Step("Training the model with what staff taught") as step:
            step_through(self.training(model, examples), step.tick)
        again = Lesson(model, self.base, time.time(), lesson.example_ids, was_live=True)
        self._lessons.keep(again)
        return model

    def _examples(self, numbers: list[int]) -> str:
        file = self._lessons.folder / "work" / "again.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        child = Child(
            name="examples",
            command=[
                *(app_python(self._settings), "manage.py", "exportlessons", "--out", str(file)),
                *("--only", ",".join(map(str, numbers))),
            ],
            log=self._settings.logs / "database.log",
            folder=self._settings.root,
            environment=app_environment(self._settings),
        )
        try:
            if run_to_end(child, lambda: None) != 0:
                raise CannotStart("the examples could not be read", child.last_lines())
            return file.read_text("utf-8")
        finally:
            file.unlink(missing_ok=True)
