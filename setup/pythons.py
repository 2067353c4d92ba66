"""The Pythons of this machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from setup.errors import SetupFailed
from setup.uv import PYTHONS, uv


def python(*versions: str) -> Path:
    """Return a working Python of the first of these versions that is here, or fetch the first."""
    for version in versions:
        for candidate in _candidates(version):
            if _works(candidate, version):
                return candidate
    wanted = versions[0]
    print(f"No Python {wanted} here, so uv tries to fetch one.", flush=True)
    if uv("python", "install", wanted):
        for candidate in _candidates(wanted):
            if _works(candidate, wanted):
                return candidate
    raise SetupFailed(
        f"no Python {wanted} found. Install it (pyenv install {wanted}, or the python{wanted}"
        " package of your system), then try again."
    )


def _candidates(version: str) -> Iterator[Path]:
    if on_path := shutil.which(f"python{version}"):
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob(f"versions/{version}.*/bin/python{version}"), reverse=True)
    for folder in ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"):
        yield Path(folder) / f"python{version}"
    yield from sorted(PYTHONS.glob(f"cpython-{version}*/bin/python{version}"), reverse=True)


def _works(candidate: Path, version: str) -> bool:
    """A pyenv shim may refuse to run, and a self-built Python may lack SQLite."""
    question = "import sqlite3, ssl, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [candidate, "-c", question], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and answer.stdout.strip() == version
