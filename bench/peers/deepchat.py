"""deep-chat (npm), fetched when it is asked for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from bench.peers.errors import PeerFailed

VERSION = "2.4.2"
_HERE = Path(__file__).parent / "deepchat"


def script() -> str:
    """Return the one file that a page needs."""
    if not shutil.which("npm"):
        raise PeerFailed("needs npm")
    command = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=_HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerFailed(f"npm ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return (_HERE / "node_modules/deep-chat/dist/deepChat.bundle.js").read_text("utf-8")
