"""Ctrl-C and the system's signals end a command in an orderly way."""

import signal
import sys
from collections.abc import Callable
from types import FrameType

from bot.engine.run.errors import CannotStart, Stopped
from bot.engine.run.progress import say

_STOPPERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run_until_stopped(command: Callable[[], None]) -> int:
    """Run a command and return its exit code: 0 if it ends or is stopped, 1 if it cannot go on."""
    for stopper in _STOPPERS:
        signal.signal(stopper, _stop)
    try:
        command()
    except Stopped:
        say("\nStopped.")
    except CannotStart as reason:
        print(*(f"    {line}" for line in reason.log), f"buur: {reason}", sep="\n", file=sys.stderr)
        return 1
    return 0


def _stop(_: int, __: FrameType | None) -> None:
    # Once is enough: ending everything takes a few seconds and must not be broken off.
    for stopper in _STOPPERS:
        signal.signal(stopper, lambda *_: None)
    raise Stopped
