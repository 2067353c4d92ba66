"""A wandering customer breaks no promise of the bot; `walk/promises.py` says which."""

from tests.conftest import System
from tests.dialogue.walk import walk

_TURNS = 240
_SEED = 7


def test_a_random_walk_breaks_no_promise(system: System) -> None:
    report = walk(system.address, _TURNS, _SEED, logs=system.var / "log")

    assert report.turns == _TURNS
    assert not report.violations, f"{report}\n\n{report.examples()}"
