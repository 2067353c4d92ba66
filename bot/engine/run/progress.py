"""One line per step with the seconds that it took, ticking where somebody watches."""

import sys
import time
from types import TracebackType

_FRAMES = "|/-\\"
_TO_LINE_START = "\r\033[K"


def say(line: str) -> None:
    print(line, flush=True)


class Step:
    """A step of some seconds, as a context manager. Call `tick` while waiting inside it."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._watched = sys.stdout.isatty()
        self._started = time.monotonic()
        self._line_is_open = False

    @property
    def seconds(self) -> int:
        return round(time.monotonic() - self._started)

    def tick(self, awaited: str = "") -> None:
        if self._watched:
            frame = _FRAMES[int(time.monotonic() * 4) % len(_FRAMES)]
            note = f" ({awaited})" if awaited else ""
            self._write(f"{_TO_LINE_START}{frame} {self.what}: {self.seconds} s{note}")

    def say(self, line: str) -> None:
        """Say something between two ticks, on a line of its own."""
        self._write((_TO_LINE_START if self._watched else "\n") if self._line_is_open else "")
        self._line_is_open = False
        say(line)

    def __enter__(self) -> "Step":
        self._started = time.monotonic()
        if self._watched:
            self.tick()
        else:
            self._write(f"{self.what} ...")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        outcome = f"{'' if kind is None else 'stopped after '}{self.seconds} s\n"
        if self._watched:
            self._write(f"{_TO_LINE_START}{self.what}: {outcome}")
        else:
            self._write(f" {outcome}" if self._line_is_open else f"{self.what}: {outcome}")

    def _write(self, text: str) -> None:
        if text:
            sys.stdout.write(text)
            sys.stdout.flush()
            self._line_is_open = not text.endswith("\n")
