"""Which Dutch pipeline is installed, with uv and the network replaced by what they would do."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.engine.run.pipeline import used_pipeline
from bot.engine.run.progress import Step
from setup import dutch
from setup.errors import SetupFailed

_OFFICIAL = b"the wheel as its makers published it"


class Machine:
    """A machine with our own wheel. `offered` is what the network gives for the official one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.offered: bytes | None = None
        self.downloads = 0
        self.installed: list[str] = []
        self.own = root / "dutch/nl_core_news_sm-3.4.0+buur1-py3-none-any.whl"
        self.own.parent.mkdir()
        self.own.write_bytes(b"our own wheel")
        (root / ".venv/engine").mkdir(parents=True)

    def download(self, _address: str, _step: Step) -> bytes | None:
        self.downloads += 1
        return self.offered

    def uv(self, *arguments: str | Path) -> bool:
        wheel = Path(arguments[-1])
        self.installed.append(wheel.name)
        packages = self.root / ".venv/engine/lib/python3.10/site-packages"
        (packages / f"{wheel.name.split('-py3')[0]}.dist-info").mkdir(parents=True, exist_ok=True)
        return True


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setattr(dutch, "ROOT", tmp_path)
    monkeypatch.setattr(dutch, "VENV", tmp_path / ".venv")
    monkeypatch.setattr("setup.environments.VENV", tmp_path / ".venv")
    monkeypatch.setattr(dutch, "OFFICIAL_SHA256", sha256(_OFFICIAL).hexdigest())
    monkeypatch.setattr(dutch, "_download", machine.download)
    monkeypatch.setattr(dutch, "uv", machine.uv)
    return machine


def test_the_official_pipeline_is_used_where_it_can_be_fetched(machine: Machine) -> None:
    machine.offered = _OFFICIAL

    dutch.install({})

    assert machine.installed == ["nl_core_news_sm-3.4.0-py3-none-any.whl"]
    assert str(used_pipeline(machine.root)).startswith(
        "nl_core_news_sm 3.4.0 (spaCy's official one"
    )


def test_without_a_network_our_own_is_used(machine: Machine) -> None:
    dutch.install({})

    assert machine.installed == [machine.own.name]
    assert str(used_pipeline(machine.root)).startswith("nl_core_news_sm 3.4.0+buur1 (Buur's own")


def test_a_download_with_another_checksum_is_never_installed(machine: Machine) -> None:
    machine.offered = b"something else under the same name"

    dutch.install({})

    assert machine.installed == [machine.own.name]


def test_what_was_decided_is_remembered_without_a_network(machine: Machine) -> None:
    dutch.install({})
    machine.offered = _OFFICIAL

    dutch.install({})

    assert machine.downloads == 1
    assert machine.installed == [machine.own.name]


def test_the_environment_can_decide(machine: Machine) -> None:
    machine.offered = _OFFICIAL

    dutch.install({"BUUR_DUTCH": "own"})

    assert machine.downloads == 0
    assert machine.installed == [machine.own.name]


def test_our_own_is_installed_again_when_it_was_trained_anew(machine: Machine) -> None:
    dutch.install({})
    machine.own.write_bytes(b"our own wheel, better")

    dutch.install({})

    assert machine.installed == [machine.own.name, machine.own.name]
    assert machine.downloads == 1


def test_demanding_the_official_one_without_a_network_fails_with_the_address(
    machine: Machine,
) -> None:
    with pytest.raises(SetupFailed, match="could not be fetched"):
        dutch.install({"BUUR_DUTCH": "official"})

    assert machine.installed == []
