"""Web processes of their own, and a Redis, for what one process cannot show."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from django.conf import settings

_UP_WITHIN_SECONDS = 30.0
_PREPARE = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
call_command("loadshop", "shop.yml", verbosity=0)
"""


class Web:
    """A Buur's web processes, on one database and one engine."""

    def __init__(self, var: Path, engine_url: str, **environment: str) -> None:
        self.environment = os.environ | {
            "BUUR_VAR": str(var),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "bot.settings",
            "ENGINE_URL": engine_url,
            "ACTIONS_URL": engine_url,
            "BUUR_ENGINE_TIMEOUT": "5",
            **environment,
        }
        subprocess.run(
            [sys.executable, "-c", _PREPARE],
            cwd=settings.BASE_DIR,
            env=self.environment,
            check=True,
            capture_output=True,
        )

    @contextmanager
    def process(self) -> Iterator[str]:
        port = free_port()
        command = ["-m", "uvicorn", "bot.asgi:application", "--port", str(port)]
        quiet = ["--log-level", "critical", "--timeout-graceful-shutdown", "1"]
        with _ending([sys.executable, *command, *quiet], self.environment):
            url = f"http://127.0.0.1:{port}"
            _wait_for(lambda: httpx.get(f"{url}/healthz", trust_env=False).status_code > 0)
            yield url


@contextmanager
def redis() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    server = shutil.which("redis-server") or shutil.which("valkey-server")
    if server is None:
        pytest.skip("no redis-server or valkey-server on this machine")
    port = free_port()
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    with _ending(command) as process:
        _wait_for(lambda: _answers(port))
        yield f"redis://127.0.0.1:{port}/0", process


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port)):
        return True


@contextmanager
def _ending(
    command: list[str], environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, cwd=settings.BASE_DIR, env=environment
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(ready: Callable[[], bool]) -> None:
    give_up = time.monotonic() + _UP_WITHIN_SECONDS
    while time.monotonic() < give_up:
        try:
            if ready():
                return
        except (httpx.HTTPError, OSError):
            time.sleep(0.05)
    pytest.fail("a process did not come up")
