"""How the console and the supervisor talk about learning: small files in `var/learning/`.

The console writes a wish and reads the standing; the supervisor does the reverse. Neither has to be
restarted for the other, and what they know outlives both.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

# Who wrote what staff taught, among the writers of the training data. It sorts behind them, so
# that the model is calibrated by the same writers whether there is anything of staff or not.
WRITER = "your_shop"

LEARN, SWITCH = "learn", "switch"
# The model of the files alone, without anything that staff taught.
UNTAUGHT = ""
STAGES = ("train", "try", "start", "switch")
BEAT_SECONDS = 5.0
_DEAD_AFTER_SECONDS = 20.0

T = TypeVar("T")


class Busy(Exception):
    """Another wish lies there and has not been taken up."""


@dataclass(frozen=True)
class Wish:
    id: str
    kind: str
    # Of SWITCH: the model that must go live.
    model: str = UNTAUGHT
    # Of LEARN: examples as Rasa NLU YAML, and which they are.
    examples: str = ""
    example_ids: list[int] = field(default_factory=list)
    # What each of them should be understood as: {"id": ..., "text": ..., "intent": ...}.
    probes: list[dict[str, Any]] = field(default_factory=list)
    # Good conversations: {"id": ..., "now": "2026-11-24T10:00", "story": "<Rasa test story>"}.
    conversations: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Job:
    """What came of a wish so far."""

    id: str
    kind: str
    started: float
    stage: str = ""
    stage_started: float = 0.0
    seconds: dict[str, float] = field(default_factory=dict)
    model: str = ""
    # Empty while it goes on; then one of live, worse, cancelled, failed.
    outcome: str = ""
    # Of a failure, in Dutch; its details stand in the log.
    reason: str = ""
    ended: float = 0.0


@dataclass
class Standing:
    live: str = UNTAUGHT
    # Models that were live before, the latest last.
    before: list[str] = field(default_factory=list)
    base: str = ""
    job: Job | None = None
    # How long each stage took the last time that all went well.
    usual: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Lesson:
    """A model that staff's examples went into, and how it did beside the one before."""

    model: str
    base: str
    made: float
    example_ids: list[int]
    trial: dict[str, Any] = field(default_factory=dict)
    beside: str = UNTAUGHT
    was_live: bool = False

    @property
    def is_worse(self) -> bool:
        return bool(self.trial.get("worse", True))


class Lessons:
    """The files themselves."""

    def __init__(self, var: Path) -> None:
        self.folder = var / "learning"
        self.models = self.folder / "models"
        self._wish = self.folder / "wish.json"
        self._cancelled = self.folder / "cancel"
        self._standing = self.folder / "standing.json"

    def ask(self, wish: Wish) -> None:
        """Lay a wish down; raise Busy when one lies there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f".wish-{wish.id}"
        draft.write_text(json.dumps(asdict(wish)), encoding="utf-8")
        try:
            # A link is made whole or not at all: of two people who ask at once, one is heard.
            os.link(draft, self._wish)
        except FileExistsError:
            raise Busy from None
        finally:
            draft.unlink()

    def waiting(self) -> Wish | None:
        return _read(self._wish, Wish)

    def take(self) -> Wish | None:
        wish = self.waiting()
        self._wish.unlink(missing_ok=True)
        return wish

    def cancel(self, wish_id: str) -> None:
        """Call a wish off, whether it has been taken up or not."""
        waiting = self.waiting()
        if waiting and waiting.id == wish_id:
            self._wish.unlink(missing_ok=True)
        write_whole(self._cancelled, wish_id)

    def is_cancelled(self, wish_id: str) -> bool:
        try:
            return self._cancelled.read_text("utf-8") == wish_id
        except FileNotFoundError:
            return False

    def standing(self) -> Standing:
        return _read(self._standing, Standing) or Standing()

    def tell(self, standing: Standing) -> None:
        write_whole(self._standing, json.dumps(asdict(standing)))

    def beat(self) -> None:
        """Tell that the supervisor is there. Call it every BEAT_SECONDS."""
        os.utime(self._standing)

    def is_supervised(self) -> bool:
        try:
            beat = self._standing.stat().st_mtime
        except FileNotFoundError:
            return False
        return time.time() - beat < _DEAD_AFTER_SECONDS

    def archive(self, model: str) -> Path:
        return self.models / f"{model}.tar.gz"

    def keep(self, lesson: Lesson) -> None:
        write_whole(self.models / f"{lesson.model}.json", json.dumps(asdict(lesson)))

    def lesson(self, model: str) -> Lesson | None:
        if not model or Path(model).name != model:
            return None
        return _read(self.models / f"{model}.json", Lesson)

    def all(self) -> Iterator[Lesson]:
        """Yield what there is, the newest first."""
        found = [_read(path, Lesson) for path in self.models.glob("*.json")]
        yield from sorted(filter(None, found), key=lambda lesson: lesson.made, reverse=True)

    def forget(self, model: str) -> None:
        self.archive(model).unlink(missing_ok=True)
        (self.models / f"{model}.json").unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever reads it meanwhile sees the old text or the new, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    # What an older or a newer version of Buur wrote may have other fields.
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    try:
        found = kind(**{key: value for key, value in content.items() if key in known})
    except (TypeError, AttributeError):
        return None
    if isinstance(found, Standing) and isinstance(found.job, dict):
        found.job = Job(**found.job)
    return found
