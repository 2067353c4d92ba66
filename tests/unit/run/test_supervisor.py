"""The supervisor around a small service, as a process of its own: signals need the real thing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.engine.run.ports import any_free_port
from bot.engine.run.settings import ROOT

SmallSystem = subprocess.Popen[str]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], SmallSystem]]:
    started: list[SmallSystem] = []

    def _start() -> SmallSystem:
        system = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.unit.run.small_system"),
                *(str(tmp_path), str(any_free_port())),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(system)
        return system

    yield _start
    for system in started:
        if system.poll() is None:
            system.terminate()
            system.wait(timeout=20)


def _start_and_wait(start: Callable[[], SmallSystem], folder: Path) -> SmallSystem:
    system = start()
    assert system.stdout is not None
    for line in system.stdout:
        if line.strip() == "ready":
            return system
    raise AssertionError("it never became ready")


def _services(folder: Path) -> list[list[int]]:
    """The numbers of the service and its child, for each time that it was started."""
    lines = (folder / "numbers").read_text().splitlines()
    return [[int(number) for number in line.split()] for line in lines]


def _is_alive(number: int) -> bool:
    try:
        status = Path(f"/proc/{number}/status").read_text()
    except FileNotFoundError:
        return False
    return "State:\tZ" not in status


def _within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("asked_to_stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_and_is_no_failure(
    start: Callable[[], SmallSystem], tmp_path: Path, asked_to_stop: signal.Signals
) -> None:
    system = _start_and_wait(start, tmp_path)

    system.send_signal(asked_to_stop)
    output, _ = system.communicate(timeout=20)

    assert system.returncode == 0
    assert "Traceback" not in output
    assert not any(_is_alive(number) for number in _services(tmp_path)[0])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux's kernel offers this")
def test_no_service_outlives_a_supervisor_that_is_killed(
    start: Callable[[], SmallSystem], tmp_path: Path
) -> None:
    system = _start_and_wait(start, tmp_path)
    service, its_child = _services(tmp_path)[0]

    system.kill()
    system.wait(timeout=5)

    assert _within(5, lambda: not _is_alive(service))
    os.kill(its_child, signal.SIGKILL)


def test_a_service_that_dies_is_started_again_and_its_children_end(
    start: Callable[[], SmallSystem], tmp_path: Path
) -> None:
    _start_and_wait(start, tmp_path)
    service, its_child = _services(tmp_path)[0]

    os.kill(service, signal.SIGKILL)

    assert _within(10, lambda: len(_services(tmp_path)) == 2)
    assert _is_alive(_services(tmp_path)[1][0])
    assert not _is_alive(its_child)


def test_a_service_that_keeps_dying_is_given_up_with_its_last_lines(
    start: Callable[[], SmallSystem], tmp_path: Path
) -> None:
    (tmp_path / "broken").touch()

    system = start()
    output, _ = system.communicate(timeout=30)

    assert system.returncode == 1
    assert "    the model is broken" in output
    assert "small ended 3 times in a minute, so this stops." in output
    assert "Traceback" not in output
