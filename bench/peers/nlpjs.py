"""NLP.js (npm: @nlpjs/nlp with @nlpjs/lang-nl), fetched when it is asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.messages import Example
from bench.peers.errors import PeerFailed
from bench.peers.result import Result, result

_HERE = Path(__file__).parent / "nlpjs"


def classify(learn: Sequence[Example], ask: Sequence[Example]) -> Result:
    if not shutil.which("node") or not shutil.which("npm"):
        raise PeerFailed("needs Node.js and npm")
    _run("npm", "ci", "--silent", "--no-audit", "--no-fund")
    said = {
        "learn": [{"text": e.text, "intent": e.intent} for e in learn],
        "ask": [e.text for e in ask],
    }
    found = json.loads(_run("node", "classify.js", given=json.dumps(said)))
    rankings = [
        [(one["intent"], one["confidence"]) for one in answer["ranking"]]
        for answer in found["answers"]
    ]
    times = [answer["milliseconds"] for answer in found["answers"]]
    return result(ask, rankings, found["seconds"], times)


def _run(*command: str, given: str = "") -> str:
    done = subprocess.run(
        command, cwd=_HERE, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PeerFailed(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout
