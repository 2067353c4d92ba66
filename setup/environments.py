"""The two environments, each exactly as its lock file says."""

import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from bot.engine.run.progress import say
from setup.errors import SetupFailed
from setup.files import ROOT, VENV, sha256
from setup.pythons import python
from setup.uv import uv

GIGABYTES_NEEDED = 3
_TESTS = "requirements/test.txt"


@dataclass(frozen=True)
class Environment:
    name: str
    pythons: tuple[str, ...]
    locks: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return VENV / self.name

    @property
    def python(self) -> Path:
        return self.folder / "bin/python"

    @property
    def _stamp(self) -> Path:
        return self.folder / "buur-stamp.json"

    def stamped(self) -> dict[str, str]:
        """What was installed here: each lock file with its hash, and the folder itself.

        The scripts of an environment hold its path, so one that was copied or moved is no good.
        """
        try:
            stamp: dict[str, str] = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if self.python.exists() else {}

    def wanted(self) -> dict[str, str]:
        hashes = {lock: sha256(ROOT / lock) for lock in self.locks}
        return {"folder": str(self.folder), **hashes}

    def stamp(self) -> None:
        self._stamp.write_text(json.dumps(self.wanted(), indent=2) + "\n", encoding="utf-8")


ENGINE = Environment("engine", ("3.10",), ("requirements/engine.txt",))
_APP_PYTHONS = ("3.11", "3.12", "3.13")


def make(with_tests: bool) -> None:
    app = Environment("app", _APP_PYTHONS, ("requirements/app.txt",))
    # Once there, the test packages stay: `make run` between two tests should not remove them.
    if with_tests or _TESTS in app.stamped():
        app = Environment("app", _APP_PYTHONS, ("requirements/app.txt", _TESTS))
    wrong = [it for it in (ENGINE, app) if it.stamped() != it.wanted()]
    if wrong:
        _check_disk()
    for environment in wrong:
        _make(environment)


def _make(environment: Environment) -> None:
    say(f"Making .venv/{environment.name}, which takes a few minutes the first time")
    started = time.monotonic()
    moved = environment.stamped().get("folder") not in (None, str(environment.folder))
    if moved or not environment.python.exists():
        # uv leaves a folder alone that it did not make, so an unfinished one goes first.
        shutil.rmtree(environment.folder, ignore_errors=True)
        interpreter = python(*environment.pythons)
        if not uv("venv", "--quiet", "--python", interpreter, environment.folder):
            raise SetupFailed(f"uv could not make {environment.folder}; see its lines above.")
    if not uv(
        *("pip", "sync", "--python", environment.python, "--require-hashes"),
        *(ROOT / lock for lock in environment.locks),
    ):
        raise SetupFailed(
            f"the packages of .venv/{environment.name} could not be installed; uv's reason"
            " stands above. They are downloaded once: is there a network?"
        )
    environment.stamp()
    say(f"Made .venv/{environment.name}: {time.monotonic() - started:.0f} s")


def _check_disk() -> None:
    VENV.mkdir(exist_ok=True)
    free = shutil.disk_usage(VENV).free / 1e9
    if free < GIGABYTES_NEEDED:
        raise SetupFailed(
            f"{free:.1f} GB free on the disk of {ROOT}, and the environments need"
            f" {GIGABYTES_NEEDED} GB. Make some room, then try again."
        )
