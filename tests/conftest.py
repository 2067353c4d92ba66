"""The whole system, started once for the tests that talk to it as users do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parent.parent
NOW = "2026-11-24T10:00"
# A shop's own site, on an origin other than the chat's: tests/browser/shop_site.py.
# Two runs at once on one machine need ports of their own.
_OFFSET = int(os.environ.get("BUUR_TEST_PORT_OFFSET", "0"))
WEB_PORT, ENGINE_PORT, ACTIONS_PORT = 18000 + _OFFSET, 15005 + _OFFSET, 15055 + _OFFSET
SHOP_SITE = f"http://localhost:{18080 + _OFFSET}"
_UP_WITHIN_SECONDS = 180


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: Playwright keeps the main thread's event loop, which async tests need."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@dataclass(frozen=True)
class System:
    address: str
    engine: str
    var: Path


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Engine, actions and web as `make run` starts them, on other ports and in another folder."""
    var = tmp_path_factory.mktemp("var")
    environment = os.environ | {
        "BUUR_VAR": str(var),
        "BUUR_WEB_PORT": str(WEB_PORT),
        "BUUR_ENGINE_PORT": str(ENGINE_PORT),
        "BUUR_ACTIONS_PORT": str(ACTIONS_PORT),
        "BUUR_CONVERSATIONS_PER_10_MINUTES": "10000",
        "BUUR_ADDRESS_MESSAGES_PER_MINUTE": "10000",
        "BUUR_ORIGINS": SHOP_SITE,
        "BOT_NOW": NOW,
    }
    log = (var / "run.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.engine.run"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    running = System(f"http://127.0.0.1:{WEB_PORT}", f"http://127.0.0.1:{ENGINE_PORT}", var)
    try:
        _wait_until_healthy(running, process, var)
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _wait_until_healthy(system: System, process: subprocess.Popen[bytes], var: Path) -> None:
    give_up = time.monotonic() + _UP_WITHIN_SECONDS
    while time.monotonic() < give_up:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{system.address}/healthz").status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    pytest.fail(f"the system did not come up:\n{(var / 'run.log').read_text()}")
