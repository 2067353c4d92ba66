"""When the environments are made, with uv replaced by what it would do."""

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from setup import environments
from setup.errors import SetupFailed

_Usage = namedtuple("_Usage", "total used free")


class Machine:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.synced: list[list[str]] = []
        self.has_network = True
        for name in ("engine", "app", "test"):
            lock = root / f"requirements/{name}.txt"
            lock.parent.mkdir(exist_ok=True)
            lock.write_text(f"{name}==1.0")

    def uv(self, *arguments: str | Path) -> bool:
        if arguments[0] == "venv":
            python = Path(arguments[-1]) / "bin/python"
            python.parent.mkdir(parents=True)
            python.touch()
            return True
        self.synced.append([Path(lock).stem for lock in arguments if str(lock).endswith(".txt")])
        return self.has_network


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    monkeypatch.setattr(environments, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environments, "uv", machine.uv)
    monkeypatch.setattr(environments, "python", lambda *versions: Path(f"python{versions[0]}"))
    return machine


def test_a_bare_clone_gets_both_environments(machine: Machine) -> None:
    environments.make(with_tests=False)

    assert machine.synced == [["engine"], ["app"]]


def test_the_second_time_does_nothing(machine: Machine) -> None:
    environments.make(with_tests=False)

    environments.make(with_tests=False)

    assert len(machine.synced) == 2


def test_the_tests_packages_come_when_asked_for_and_stay(machine: Machine) -> None:
    environments.make(with_tests=False)
    environments.make(with_tests=True)

    environments.make(with_tests=False)

    assert machine.synced == [["engine"], ["app"], ["app", "test"]]


def test_a_changed_lock_file_renews_its_own_environment_only(machine: Machine) -> None:
    environments.make(with_tests=False)
    (machine.root / "requirements/engine.txt").write_text("engine==2.0")

    environments.make(with_tests=False)

    assert machine.synced[2:] == [["engine"]]


def test_a_moved_checkout_makes_them_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    environments.make(with_tests=False)
    elsewhere = machine.root / "elsewhere"
    shutil.copytree(machine.root / ".venv", elsewhere)
    (elsewhere / "engine/old").touch()
    monkeypatch.setattr(environments, "VENV", elsewhere)

    environments.make(with_tests=False)

    assert len(machine.synced) == 4
    assert not (elsewhere / "engine/old").exists()


def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    machine.has_network = False
    with pytest.raises(SetupFailed, match="is there a network"):
        environments.make(with_tests=False)
    machine.has_network = True

    environments.make(with_tests=False)

    assert machine.synced == [["engine"], ["engine"], ["app"]]


def test_a_full_disk_is_told_before_anything_is_fetched(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(100e9, 99e9, 1e9))

    with pytest.raises(SetupFailed, match=r"1\.0 GB free .* need 3 GB"):
        environments.make(with_tests=False)

    assert machine.synced == []
