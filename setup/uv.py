"""uv, which makes the environments: the machine's own, or a pinned one of ours."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bot.engine.run.progress import Step
from setup.errors import SetupFailed
from setup.files import ROOT, VENV

_OWN = VENV / "uv/bin/uv"
# What uv installs beside the machine's Pythons stays inside the checkout.
PYTHONS = VENV / "python"


def uv(*arguments: str | Path) -> bool:
    """Run uv with its own progress on screen, and return whether it succeeded."""
    environment = {**os.environ, "UV_PYTHON_INSTALL_DIR": str(PYTHONS)}
    command = [_find(), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def _find() -> str:
    found = shutil.which("uv")
    # A pyenv shim may exist and refuse to run.
    if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
        return found
    if not _OWN.exists():
        _install()
    return str(_OWN)


def _install() -> None:
    folder = _OWN.parents[1]
    with Step("Fetching uv") as step:
        try:
            _quietly(step, sys.executable, "-m", "venv", "--clear", str(folder))
        except _Refused as refused:
            raise SetupFailed(
                "this Python cannot make an environment (on Debian and Ubuntu: apt install"
                f" python3-venv). It said: {refused}"
            ) from None
        try:
            _quietly(
                step,
                *(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--retries", "1"),
                *("--require-hashes", "--requirement", str(ROOT / "requirements/uv.txt")),
            )
        except _Refused as refused:
            shutil.rmtree(folder, ignore_errors=True)
            raise SetupFailed(
                "uv could not be fetched. Is there a network? It is needed once; or install uv"
                f" yourself. pip said: {refused}"
            ) from None


class _Refused(Exception):
    pass


def _quietly(step: Step, *command: str) -> None:
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = []
        while process.poll() is None:
            step.tick()
            try:
                output, _ = process.communicate(timeout=0.2)
                said = output.strip().splitlines()
            except subprocess.TimeoutExpired:
                continue
    if process.returncode != 0:
        raise _Refused(said[-1] if said else f"exit code {process.returncode}")
