"""Teaching, as the supervisor does it: real processes, a small engine."""

import json
import os
import signal
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.engine.run import services
from bot.engine.run.child import Child
from bot.engine.run.endpoints import endpoints_file
from bot.engine.run.learning import takeover
from bot.engine.run.learning.desk import Desk
from bot.engine.run.learning.models import Models
from bot.engine.run.pipeline import RECORD
from bot.engine.run.ports import any_free_port
from bot.engine.run.settings import Settings
from bot.engine.run.supervisor import Supervisor
from bot.lessons import (
    LEARN,
    SWITCH,
    UNTAUGHT,
    Busy,
    Job,
    Lesson,
    Lessons,
    Standing,
    Wish,
    write_whole,
)

_SMALL_RASA = Path(__file__).with_name("small_rasa.py")
# Writes a trial, worse if the new model learned something that is worse.
_TRIAL = """#!{python}
import json, pathlib, sys
options = dict(zip(sys.argv[3::2], sys.argv[4::2]))
worse = "slechter" in pathlib.Path(options["--new"]).read_text()
report = {{"worse": worse, "asked": json.loads(pathlib.Path(options["--asked"]).read_text())}}
pathlib.Path(options["--out"]).write_text(json.dumps(report))
"""
# `manage.py` in small: what it was called with, and examples for who asks for them.
_MANAGE = """#!{python}
import pathlib, sys
with open("managed", "a") as managed:
    managed.write(" ".join(sys.argv[2:]) + "\\n")
if sys.argv[2] == "exportlessons":
    pathlib.Path(sys.argv[4]).write_text("- opnieuw geleerd " + sys.argv[6])
"""


@pytest.fixture(autouse=True)
def _hasty_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine of these tests has nothing to do after half a second of quiet."""
    monkeypatch.setattr(takeover, "_QUIET_SECONDS", 0.5)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    for name, text in {
        "config.yml": "language: nl",
        "domain.yml": "intents: []",
        "endpoints.yml": "",
        "data/nlu/service.yml": "nlu: []",
        str(RECORD): json.dumps({"version": "3.4.0", "origin": "own", "sha256": "ab" * 32}),
        ".venv/engine/bin/rasa": f'#!/bin/sh\nexec {sys.executable} {_SMALL_RASA} "$@"\n',
        ".venv/engine/bin/python": _TRIAL.format(python=sys.executable),
        ".venv/app/bin/python": _MANAGE.format(python=sys.executable),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    return Settings(
        tmp_path, tmp_path / "var", "127.0.0.1", any_free_port(), any_free_port(), any_free_port()
    )


class System:
    """What `serve` starts, without web and actions; ticks when it is waited for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lessons = Lessons(settings.var)
        self.models = Models(settings, self.lessons)
        self.desk = Desk(settings, self.lessons, self.models)
        live = self.desk.open()
        write_whole(settings.engine_url_file, settings.engine_url)
        self.supervisor = Supervisor(settings.root, settings.logs)
        engine = services.engine(settings, live, endpoints_file(settings))
        self.supervisor.start(replace(engine, **self.desk.engine_changes()))
        self.desk.attend(self.supervisor)
        self.supervisor.wait_until_ready()

    def stop(self) -> None:
        self.desk.close()
        self.supervisor.__exit__(None, None, None)

    def until(self, condition: Callable[[], bool], seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "it took too long"
            self.supervisor._revive(None)
            self.desk.tick()
            time.sleep(0.02)

    def learns(self, sentence: str, wish: str = "1") -> Job:
        self.lessons.ask(
            Wish(wish, LEARN, examples=f"nlu:\n    - {sentence}", example_ids=[int(wish)])
        )
        return self.ended(wish)

    def switches(self, model: str, wish: str = "9") -> Job:
        self.lessons.ask(Wish(wish, SWITCH, model=model))
        return self.ended(wish)

    def ended(self, wish: str) -> Job:
        self.until(lambda: bool(self.job and self.job.id == wish and self.job.outcome))
        assert self.job
        return self.job

    def is_idle(self) -> bool:
        return self.desk._work is None

    @property
    def job(self) -> Job | None:
        return self.lessons.standing().job

    def answers(self, text: str = "hoi") -> str:
        """Ask whichever engine the door would ask now."""
        url = self.settings.engine_url_file.read_text()
        request = urllib.request.Request(
            f"{url}/webhooks/door/messages", data=text.encode(), method="POST"
        )
        with urllib.request.urlopen(request, timeout=20) as response:
            said: str = json.loads(response.read())["messages"][0]["text"]
            return said


Start = Callable[[], System]


@pytest.fixture
def start(settings: Settings) -> Iterator[Start]:
    running: list[System] = []

    def _start() -> System:
        running.append(System(settings))
        return running[-1]

    yield _start
    for system in running:
        system.stop()


def test_what_is_taught_is_live_and_the_old_engine_is_gone(start: Start) -> None:
    system = start()
    first = system.settings.engine_url_file.read_text()
    before = system.answers()

    job = system.learns("de poot is eraf")

    assert before == "zoals Buur kwam"
    assert job.outcome == "live"
    assert system.answers() == "de poot is eraf"
    assert list(job.seconds) == ["train", "try", "start", "switch"]
    system.until(system.is_idle)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{first}/webhooks/door/health", timeout=2)
    assert (system.settings.root / "managed").read_text() == "recordlessons\n"
    # Nothing of what customers said stays behind in a file.
    assert not (system.lessons.folder / "work").exists()


def test_a_message_on_its_way_is_answered_by_the_old_engine(start: Start) -> None:
    system = start()
    said: list[str] = []
    on_its_way = threading.Thread(target=lambda: said.append(system.answers("lang werk")))
    system.lessons.ask(Wish("1", LEARN, examples="- de poot is eraf"))
    system.until(lambda: bool(system.job and "try" in system.job.seconds))

    on_its_way.start()
    system.ended("1")
    meanwhile = system.answers()
    system.until(system.is_idle)
    on_its_way.join()

    assert meanwhile == "de poot is eraf"
    assert said == ["zoals Buur kwam"]


def test_a_worse_model_waits_for_an_owner_s_word(start: Start) -> None:
    system = start()

    job = system.learns("slechter")

    assert job.outcome == "worse"
    assert system.answers() == "zoals Buur kwam"
    assert system.switches(job.model).outcome == "live"
    assert system.answers() == "slechter"


def test_and_back_to_the_model_before(start: Start) -> None:
    system = start()
    system.learns("de poot is eraf", "1")
    second = system.learns("de neus knelt", "2")

    assert system.answers() == "de neus knelt"
    before = system.lessons.standing().before
    assert before == [UNTAUGHT, system.models.name_of("nlu:\n    - de poot is eraf")]

    system.switches(before[-1], "8")
    assert system.answers() == "de poot is eraf"
    system.switches(UNTAUGHT, "9")
    assert system.answers() == "zoals Buur kwam"
    assert system.models.is_there(second.model)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("onleerbaar", "Het trainen is mislukt."),
        ("kapot", "De chatbot wilde met dit model niet starten."),
    ],
)
def test_what_fails_is_told_and_the_live_model_stays(
    start: Start, sentence: str, reason: str
) -> None:
    system = start()

    job = system.learns(sentence)

    assert (job.outcome, job.reason) == ("failed", reason)
    assert system.answers() == "zoals Buur kwam"
    assert system.learns("de poot is eraf", "2").outcome == "live"


def test_a_training_can_be_called_off(start: Start) -> None:
    system = start()
    system.lessons.ask(Wish("1", LEARN, examples="- langzaam"))
    system.until(lambda: bool(system.job and system.job.stage == "train"))

    system.lessons.cancel("1")

    assert system.ended("1").outcome == "cancelled"
    system.until(system.is_idle)
    assert list(system.lessons.models.glob("*")) == []


def test_stopping_in_the_middle_is_told_and_so_is_a_crash(start: Start, settings: Settings) -> None:
    system = start()
    system.lessons.ask(Wish("1", LEARN, examples="- langzaam"))
    system.until(lambda: bool(system.job and system.job.stage == "train"))

    system.stop()
    assert system.job
    stopped = (system.job.outcome, system.job.reason)
    lessons = Lessons(settings.var)
    lessons.tell(Standing(job=Job("2", LEARN, time.time(), "train", time.time())))
    again = start()

    assert stopped == ("failed", "Buur is tussendoor gestopt.")
    assert again.job
    assert (again.job.id, again.job.outcome) == ("2", "failed")


def test_the_model_that_was_live_is_live_after_a_restart(start: Start) -> None:
    first = start()
    first.learns("de poot is eraf")
    first.stop()

    assert start().answers() == "de poot is eraf"


def test_what_was_taught_is_taught_again_when_files_change(start: Start) -> None:
    first = start()
    first.learns("de poot is eraf", "7")
    first.stop()
    (first.settings.root / "domain.yml").write_text("intents: [greet]")

    again = start()

    assert again.answers() == "opnieuw geleerd 7"
    managed = (first.settings.root / "managed").read_text()
    assert "exportlessons" in managed
    assert not again.models.is_there(first.models.name_of("nlu:\n    - de poot is eraf"))


def test_a_live_model_that_keeps_dying_gives_way_to_the_one_of_the_files(
    start: Start, settings: Settings
) -> None:
    system = start()
    job = system.learns("de poot is eraf")
    system.until(system.is_idle)

    system.models.path(job.model).write_text("kapot")
    [watched] = system.supervisor._watched
    assert watched.child._process
    os.killpg(watched.child._process.pid, signal.SIGKILL)

    def untaught_answers() -> bool:
        try:
            return system.answers() == "zoals Buur kwam"
        except OSError:
            return False

    system.until(untaught_answers, seconds=60)
    assert system.lessons.standing().live == UNTAUGHT


def test_only_a_few_models_are_kept(settings: Settings) -> None:
    lessons = Lessons(settings.var)
    models = Models(settings, lessons)
    for number in range(8):
        name = f"{models.base}-{number}"
        lessons.keep(Lesson(name, models.base, float(number), []))
        lessons.archive(name).touch()
    live = f"{models.base}-0"
    lessons.keep(Lesson("buur-older-1", "buur-older", 99.0, []))

    models.prune(Standing(live=live, before=[f"{models.base}-1"]))

    kept = {lesson.model.rpartition("-")[2] for lesson in lessons.all()}
    assert kept == {"0", "1", "7", "6", "5"}


def test_of_two_wishes_at_once_one_is_heard(tmp_path: Path) -> None:
    lessons = Lessons(tmp_path)
    lessons.ask(Wish("1", LEARN))

    with pytest.raises(Busy):
        lessons.ask(Wish("2", LEARN))

    taken = lessons.take()
    assert taken
    assert taken.id == "1"


def test_a_broken_file_is_no_wish(tmp_path: Path) -> None:
    lessons = Lessons(tmp_path)
    lessons.folder.mkdir()
    (lessons.folder / "wish.json").write_text('{"id": ')

    assert lessons.take() is None
    assert lessons.standing() == Standing()


def test_work_that_yields_lets_others_go_first(tmp_path: Path) -> None:
    child = Child(
        "nice", [sys.executable, "-c", "import os; print(os.nice(0))"], tmp_path / "log", tmp_path
    )
    child.yields = True

    child.start()
    while child.is_running:
        time.sleep(0.02)

    assert int((tmp_path / "log").read_text()) > os.nice(0)
