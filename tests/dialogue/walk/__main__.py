"""A customer who wanders: random talks through the chat API, and what may never happen in them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tests.dialogue.walk import walk
from tests.dialogue.walk.report import EXAMPLES


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.dialogue.walk", description=__doc__)
    parser.add_argument("--turns", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    var = os.environ.get("BUUR_VAR")
    parser.add_argument("--logs", type=Path, default=Path(var) / "log" if var else None)
    parser.add_argument("--examples", type=int, default=EXAMPLES, help="shown of each kind")
    parser.add_argument("--talks", type=Path, help="file to write every conversation to")
    return parser.parse_args()


def main() -> int:
    wanted = _arguments()
    report = walk(wanted.address, wanted.turns, wanted.seed, wanted.logs)
    if wanted.talks:
        written = (f"# {talk.number}\n{talk.written()}\n" for talk in report.talks)
        wanted.talks.write_text("\n".join(written), "utf-8")
    print(report.examples(wanted.examples), report, sep="\n\n")
    return 1 if report.violations else 0


if __name__ == "__main__":
    sys.exit(main())
