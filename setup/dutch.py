"""The Dutch pipeline for spaCy: the official one where it can be fetched, otherwise our own."""

import json
import threading
import urllib.request
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256 as new_sha256
from pathlib import Path

from bot.engine.run.errors import CannotStart
from bot.engine.run.pipeline import RECORD, Pipeline, used_pipeline
from bot.engine.run.progress import Step, say
from setup.environments import ENGINE
from setup.errors import SetupFailed
from setup.files import ROOT, VENV, sha256
from setup.uv import uv

OFFICIAL_ADDRESS = (
    "https://github.com/explosion/spacy-models/releases/download/"
    "nl_core_news_sm-3.4.0/nl_core_news_sm-3.4.0-py3-none-any.whl"
)
# As its makers published it, in explosion/spacy-models:
# `checksum_whl` of meta/nl_core_news_sm-3.4.0.json.
OFFICIAL_SHA256 = "e90cf58e9d5aa9f54e23c4938d70f1d40ead69336b1c779cc0700000ddd0089b"
# BUUR_DUTCH=official or own decides instead of the network.
CHOICE_VARIABLE = "BUUR_DUTCH"
_CONNECT_SECONDS = 5.0
_DOWNLOAD_SECONDS = 60.0
_LARGEST_DOWNLOAD = 100_000_000


def install(environment: Mapping[str, str]) -> None:
    """Install a pipeline and remember which; the next time this does nothing."""
    choice = environment.get(CHOICE_VARIABLE, "")
    if choice not in ("", "official", "own"):
        raise SetupFailed(f"{CHOICE_VARIABLE} is '{choice}'; it can be official or own.")
    own = _own_wheel()
    used = _installed()
    if used and choice in ("", used.origin) and _is_current(used, own):
        return

    wanted = choice or (used.origin if used else "")
    wheel = None if wanted == "own" else _official_wheel()
    if wheel is None and wanted == "official":
        raise SetupFailed(f"{OFFICIAL_ADDRESS} could not be fetched, or is not what it should be.")
    origin = "official" if wheel else "own"
    wheel = wheel or own
    if wheel is None:
        raise SetupFailed("there is no Dutch pipeline: dutch/nl_core_news_sm-*.whl is missing.")
    _install(wheel, origin)


def _installed() -> Pipeline | None:
    try:
        used = used_pipeline(ROOT)
    except CannotStart:
        return None
    packages = ENGINE.folder.glob(f"lib/python*/site-packages/{_package(used.version)}.dist-info")
    return used if any(packages) else None


def _is_current(used: Pipeline, own: Path | None) -> bool:
    return used.origin == "official" or own is None or used.sha256 == sha256(own)


def _install(wheel: Path, origin: str) -> None:
    if not uv(
        *("pip", "install", "--quiet", "--offline", "--no-deps", "--reinstall"),
        *("--python", ENGINE.python, wheel),
    ):
        raise SetupFailed(f"{wheel.name} could not be installed; uv's reason stands above.")
    used = Pipeline(version=wheel.name.split("-")[1], origin=origin, sha256=sha256(wheel))
    (ROOT / RECORD).write_text(json.dumps(asdict(used), indent=2) + "\n", encoding="utf-8")
    say(f"Dutch pipeline: {used}")


def _own_wheel() -> Path | None:
    return max((ROOT / "dutch").glob("nl_core_news_sm-*.whl"), default=None)


def _official_wheel() -> Path | None:
    """Return the official wheel if it can be had and is to the byte what its makers published."""
    wheel = VENV / "dutch" / OFFICIAL_ADDRESS.rpartition("/")[2]
    if wheel.exists() and sha256(wheel) == OFFICIAL_SHA256:
        return wheel
    with Step("Looking for spaCy's official Dutch pipeline") as step:
        content = _download(OFFICIAL_ADDRESS, step)
    if content is None:
        return None
    if new_sha256(content).hexdigest() != OFFICIAL_SHA256:
        say("What came is not what its makers published, so it is not used.")
        return None
    wheel.parent.mkdir(parents=True, exist_ok=True)
    wheel.write_bytes(content)
    return wheel


def _download(address: str, step: Step) -> bytes | None:
    """Fetch a file, or give up in a few seconds: a name server can be silent for minutes."""
    connected = threading.Event()
    content: list[bytes] = []

    def fetch() -> None:
        try:
            with urllib.request.urlopen(address, timeout=_CONNECT_SECONDS) as response:
                connected.set()
                content.append(response.read(_LARGEST_DOWNLOAD))
        except (OSError, ValueError):
            pass  # No network, or no such file: our own pipeline does as well.

    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    while thread.is_alive():
        limit = _DOWNLOAD_SECONDS if connected.is_set() else _CONNECT_SECONDS
        if step.seconds > limit:
            return None
        step.tick()
        thread.join(0.2)
    return content[0] if content else None


def _package(version: str) -> str:
    return f"nl_core_news_sm-{version}"
