"""Another engine takes over from the live one, and no message is lost."""

import json
import time
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.engine.run import ports, services
from bot.engine.run.child import Child
from bot.engine.run.endpoints import endpoints_file
from bot.engine.run.errors import CannotStart
from bot.engine.run.services import ENGINE_HEALTH, Service
from bot.engine.run.settings import LOOPBACK, Settings
from bot.engine.run.supervisor import START_LIMIT_SECONDS, Supervisor, answers
from bot.lessons import write_whole

_WARM_UP = "hoi"
_WARM_UP_SECONDS = 15.0
# How long the old engine may go on with what it has; then no door waits for it any more.
_LONGEST_FINISH_SECONDS = 40.0
_QUIET_SECONDS = 3.0


class Takeover:
    """One engine after another, in steps: `starting`, `switch`, `finishing`, `end`.

    Before `switch` nothing has changed for anybody.
    """

    def __init__(self, settings: Settings, supervisor: Supervisor) -> None:
        self._settings = settings
        self._supervisor = supervisor
        # The engine beside the live one: first the new one, from the switch on the old one.
        self._beside: tuple[Service, Child] | None = None

    def starting(self, model: Path) -> Iterator[None]:
        """Start an engine beside the live one, and let it answer something."""
        port = self._settings.engine_port
        if not ports.is_free(LOOPBACK, port):
            port = ports.any_free_port()
        service = services.engine(self._settings, model, endpoints_file(self._settings), port)
        child = self._supervisor.start_beside(service)
        self._beside = service, child
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while not answers(service.health):
            if not child.is_running:
                raise CannotStart("the engine with the new model ended", child.last_lines())
            if time.monotonic() > deadline:
                raise CannotStart("the engine with the new model does not answer")
            yield
        _warm_up(_door(service))

    def switch(self, **changes: Any) -> None:
        """Send what comes next to the new engine; `changes` are of its service."""
        assert self._beside is not None
        service, child = self._beside
        write_whole(self._settings.engine_url_file, service.health.removesuffix(ENGINE_HEALTH))
        self._beside = self._supervisor.hand_over(replace(service, **changes), child)

    def finishing(self) -> Iterator[None]:
        """Let the old engine finish what it has in hand."""
        assert self._beside is not None
        service, child = self._beside
        begun = quiet_since = time.monotonic()
        while child.is_running:
            now = time.monotonic()
            if _is_at_work(service):
                quiet_since = now
            if now - quiet_since > _QUIET_SECONDS or now - begun > _LONGEST_FINISH_SECONDS:
                return
            yield

    def end(self) -> None:
        """End the engine that is not live: the old one, or a new one that never was."""
        if self._beside:
            self._supervisor.end(self._beside[1])
        self._beside = None


def _warm_up(door: str) -> None:
    """Hold a first conversation, and forget it: its answer shows that all parts are there."""
    conversation = str(uuid.uuid4())
    _ask("POST", f"{door}/conversations", {"conversation": conversation, "remembered": ""})
    answer = _ask("POST", f"{door}/messages", {"conversation": conversation, "text": _WARM_UP})
    _ask("DELETE", f"{door}/conversations/{conversation}", None)
    if not answer.get("messages"):
        raise CannotStart("the engine with the new model has no answer")


def _is_at_work(service: Service) -> bool:
    try:
        return bool(_ask("GET", service.health, None, timeout=2.0).get("at_work"))
    except CannotStart:
        return False


def _door(service: Service) -> str:
    return service.health.rpartition("/")[0]


def _ask(method: str, url: str, body: Any, timeout: float = _WARM_UP_SECONDS) -> dict[str, Any]:
    # Never through a proxy: it is this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(
        url,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with opener.open(request, timeout=timeout) as response:
            answer: dict[str, Any] = json.loads(response.read() or b"{}")
            return answer
    except (OSError, ValueError) as error:
        raise CannotStart(f"the engine with the new model failed: {error}") from error
