"""Keep the services running: wait until they answer, start again what dies, end them all."""

import time
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from bot.engine.run.child import Child, stop
from bot.engine.run.errors import CannotStart
from bot.engine.run.progress import Step, say
from bot.engine.run.services import Service

MOST_DEATHS_A_MINUTE = 5
MOST_DEATHS_BEFORE_READY = 3
START_LIMIT_SECONDS = 240
_MINUTE = 60.0
_LONGEST_PAUSE = 8.0


@dataclass
class _Watched:
    service: Service
    child: Child
    deaths: deque[float] = field(default_factory=deque)
    restart_at: float | None = None
    has_been_ready: bool = False


class Supervisor:
    """Use as a context manager: leaving it ends every process that it started."""

    def __init__(self, root: Path, logs: Path) -> None:
        self._root = root
        self._logs = logs
        self._watched: list[_Watched] = []
        self._unwatched: list[Child] = []

    def __enter__(self) -> "Supervisor":
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        stop([*(watched.child for watched in self._watched), *self._unwatched])

    def start(self, service: Service) -> None:
        child = self._child(service)
        self._watched.append(_Watched(service, child))
        child.start()

    def start_beside(self, service: Service) -> Child:
        """Start what may later take over: it is not started again when it dies."""
        child = self._child(service)
        self._unwatched.append(child)
        child.start()
        return child

    def hand_over(self, service: Service, child: Child) -> tuple[Service, Child]:
        """Let what was started beside take its namesake's place; return that, still running."""
        watched = next(each for each in self._watched if each.service.name == service.name)
        self._unwatched.remove(child)
        self._unwatched.append(watched.child)
        replaced = watched.service, watched.child
        watched.service, watched.child = service, child
        watched.deaths.clear()
        watched.restart_at, watched.has_been_ready = None, True
        return replaced

    def end(self, child: Child) -> None:
        """End what is not watched."""
        stop([child])
        if child in self._unwatched:
            self._unwatched.remove(child)

    def _child(self, service: Service) -> Child:
        return Child(
            name=service.name,
            command=service.command,
            log=self._logs / f"{service.name}.log",
            folder=self._root,
            environment=service.environment,
        )

    def wait_until_ready(self) -> None:
        """Return when every service answers 200 on its health address."""
        names = ", ".join(watched.service.name for watched in self._watched)
        with Step(f"Starting {names}") as step:
            while waiting := [w for w in self._watched if not w.has_been_ready]:
                awaited = ", ".join(w.service.name for w in waiting)
                step.tick(f"waiting for {awaited}")
                if step.seconds > START_LIMIT_SECONDS:
                    raise CannotStart(
                        f"no answer from {awaited} in {START_LIMIT_SECONDS} s."
                        f" The logs are in {self._logs}"
                    )
                self._revive(step)
                for watched in waiting:
                    watched.has_been_ready = watched.child.is_running and answers(
                        watched.service.health
                    )
                time.sleep(0.2)

    def watch(self, tick: Callable[[], None] = lambda: None) -> None:
        """Start again what dies, until one of them keeps dying or somebody stops us.

        Meanwhile `tick` is called, some times a second; what it does must not take long.
        """
        while True:
            self._revive(None)
            tick()
            time.sleep(0.2)

    def _revive(self, step: Step | None) -> None:
        tell = step.say if step else say
        for watched in self._watched:
            if watched.restart_at is not None:
                if time.monotonic() >= watched.restart_at:
                    watched.restart_at = None
                    watched.child.start()
            elif not watched.child.is_running:
                dead = watched.child
                pause = self._mourn(watched)
                tell(_obituary(dead, pause))
                watched.restart_at = time.monotonic() + pause

    def _mourn(self, watched: _Watched) -> float:
        """Count a death and return how long to wait, or give up."""
        # What it started may still hold its port.
        stop([watched.child], patience=0)
        now = time.monotonic()
        watched.deaths.append(now)
        while now - watched.deaths[0] > _MINUTE:
            watched.deaths.popleft()
        deaths = len(watched.deaths)
        hopeless = MOST_DEATHS_A_MINUTE if watched.has_been_ready else MOST_DEATHS_BEFORE_READY
        if deaths >= hopeless and watched.service.instead:
            # Such as an engine whose model is broken: there is another that works.
            watched.service = watched.service.instead()
            watched.child = self._child(watched.service)
            watched.deaths.clear()
            return 0.0
        if deaths >= hopeless:
            raise CannotStart(
                f"{watched.child.name} ended {deaths} times in a minute, so this stops."
                f" The whole story: {watched.child.log}",
                watched.child.last_lines(),
            )
        return min(_LONGEST_PAUSE, 0.5 * 2.0 ** (deaths - 1))


def answers(address: str) -> bool:
    """Whether a service says that it is well. Never through a proxy: it is this machine."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=2) as response:
            return bool(response.status == 200)
    except (OSError, ValueError, urllib.error.HTTPError):
        return False


def _obituary(child: Child, pause: float) -> str:
    return "\n".join(
        [
            f"{child.name} ended (exit code {child.exit_code}); the last lines of {child.log}:",
            *(f"    {line}" for line in child.last_lines()),
            f"Starting {child.name} again in {pause:g} s.",
        ]
    )
