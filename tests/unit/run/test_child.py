import sys
from pathlib import Path

from bot.engine.run.child import Child, run_to_end, stop

_STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("stubborn", flush=True)
time.sleep(600)
"""


def _child(folder: Path, program: str) -> Child:
    return Child("small", [sys.executable, "-c", program], folder / "small.log", folder)


def test_a_process_that_ignores_the_request_is_forced_to_end(tmp_path: Path) -> None:
    child = _child(tmp_path, _STUBBORN)
    child.start()
    while not child.last_lines():
        assert child.is_running

    stop([child], patience=0.2)

    assert child.exit_code == -9


def test_only_the_last_fifteen_lines_of_a_log_are_shown(tmp_path: Path) -> None:
    child = _child(tmp_path, "for number in range(100): print(number)")

    code = run_to_end(child, tick=lambda: None)

    assert code == 0
    assert child.last_lines() == [str(number) for number in range(85, 100)]


def test_a_log_that_grew_large_makes_room(tmp_path: Path) -> None:
    child = _child(tmp_path, "print('new')")
    child.log.write_bytes(b"old\n" * 2_000_000)

    run_to_end(child, tick=lambda: None)

    assert child.log.read_text() == "new\n"
    assert (tmp_path / "small.log.1").exists()
