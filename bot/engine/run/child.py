"""A process of ours: in a group of its own, with a log, and never outliving us."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LINES_OF_LOG_SHOWN = 15
_PR_SET_PDEATHSIG = 1
_LARGEST_LOG = 5_000_000
_PATIENCE_SECONDS = 8.0


@dataclass
class Child:
    name: str
    command: Sequence[str]
    log: Path
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    # Work that nobody waits for lets customers go first.
    yields: bool = False
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                ["nice", *self.command] if self.yields else self.command,
                cwd=self.folder,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=dies_with(os.getpid()),
            )

    @property
    def exit_code(self) -> int | None:
        """None while it runs, or when it was never started."""
        return self._process.poll() if self._process else None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def send(self, signal_number: int) -> None:
        """Send a signal to the process and whatever it started."""
        if self._process:
            # The whole group may have ended already.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal_number)

    def last_lines(self) -> list[str]:
        if not self.log.exists():
            return []
        with self.log.open("rb") as log:
            log.seek(max(0, self.log.stat().st_size - 10_000))
            text = log.read().decode(errors="replace")
        return text.splitlines()[-LINES_OF_LOG_SHOWN:]


def dies_with(parent: int) -> Callable[[], None] | None:
    """Return what a new process must do so that the kernel ends it when its parent dies."""
    if not sys.platform.startswith("linux"):
        return None
    # Loaded here: between fork and exec as little as possible should happen.
    prctl = ctypes.CDLL(None).prctl

    def bind() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return bind


def stop(children: Iterable[Child], patience: float = _PATIENCE_SECONDS) -> None:
    """End processes with everything that they started: asked first, forced after `patience`."""
    children = list(children)
    for child in children:
        child.send(signal.SIGTERM)
    deadline = time.monotonic() + patience
    while any(child.is_running for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    for child in children:
        child.send(signal.SIGKILL)
    while any(child.is_running for child in children):
        time.sleep(0.05)


def running(child: Child) -> Iterator[None]:
    """Run a process to its end, step by step; whoever stops stepping ends it."""
    try:
        child.start()
        while child.is_running:
            yield
    finally:
        stop([child], patience=1)


def step_through(work: Iterator[None], tick: Callable[[], None]) -> None:
    """Do work that comes in steps to its end, calling `tick` meanwhile."""
    for _ in work:
        tick()
        time.sleep(0.1)


def run_to_end(child: Child, tick: Callable[[], None]) -> int:
    """Run a process to its end, calling `tick` meanwhile, and return its exit code."""
    step_through(running(child), tick)
    return child.exit_code or 0
