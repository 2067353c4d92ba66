"""Look at texts for what goes against the principles: `python -m bot.tone [paths...]`.

With --measure: how well the checks do on sentences of our own, or on those of another file.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bot.tone.checking import check, check_title
from bot.tone.measure import SENTENCES, measure, read_samples, report
from bot.tone.reading import read

_ENOUGH = 0.95
_SHOWN = 60


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.tone", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--measure", action="store_true", help="print precision and recall")
    options = parser.parse_args(arguments)
    if options.measure:
        return _measure(options.paths or [SENTENCES])
    return _look(options.paths or [Path("domain.yml")])


def _measure(paths: Sequence[Path]) -> int:
    measured = measure([sample for path in paths for sample in read_samples(path)])
    print(report(measured))
    return 0 if min(measured.precision, measured.recall) >= _ENOUGH else 1


def _look(paths: Sequence[Path]) -> int:
    faults = 0
    for path in paths:
        try:
            for fault in _faults(path):
                faults += 1
                print(fault)
        except (OSError, yaml.YAMLError) as error:
            print(f"{path}: cannot be read: {error}", file=sys.stderr)
            return 2
    texts = " and ".join(map(str, paths))
    print(f"tone: {faults or 'nothing'} found in {texts}", file=sys.stderr)
    return 1 if faults else 0


def _faults(path: Path) -> Iterator[str]:
    for line in read(path):
        for finding in (check_title if line.is_title else check)(line.text):
            if finding.check not in line.passed:
                yield (
                    f"{path}:{line.number}: {finding.check}: {_shown(finding.found)}"
                    f" — {finding.reason} Better: {finding.better}"
                )


def _shown(found: str) -> str:
    one_line = " ".join(found.split())
    return f'"{one_line if len(one_line) <= _SHOWN else one_line[:_SHOWN] + "…"}"'


if __name__ == "__main__":
    sys.exit(main())
