from collections.abc import Iterable


class CannotStart(Exception):
    """Something on this machine is in the way. The message says what, and what to do."""

    def __init__(self, reason: str, log: Iterable[str] = ()) -> None:
        super().__init__(reason)
        self.log = list(log)


class Stopped(BaseException):
    """Somebody pressed Ctrl-C, or the system asked to stop. No error, so not an Exception."""
