"""The system's logs while the walk goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_LOGGED = re.compile(r"^(Traceback|\S*(Error|Exception)\b)|\b(ERROR|CRITICAL)\b", re.M)
_LOG_KEPT = 1500


class Logs:
    """What engine, actions and web wrote since the last look."""

    def __init__(self, folder: Path | None) -> None:
        self._files = sorted(folder.glob("*.log")) if folder else []
        self._read = {file: file.stat().st_size for file in self._files}

    def complaints(self) -> Iterator[tuple[str, str]]:
        for file in self._files:
            new = self._new_text(file)
            if found := _LOGGED.search(new):
                yield "error in a log", f"{file.name}: {new[found.start() :][-_LOG_KEPT:]}"

    def _new_text(self, file: Path) -> str:
        with file.open("rb") as log:
            log.seek(self._read[file])
            new = log.read()
        self._read[file] += len(new)
        return new.decode(errors="replace")
