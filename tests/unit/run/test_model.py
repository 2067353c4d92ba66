import json
import os
from pathlib import Path

import pytest

from bot.engine.run.errors import CannotStart
from bot.engine.run.model import model_name, model_path, trained_model
from bot.engine.run.pipeline import RECORD
from bot.engine.run.settings import Settings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a `rasa` that writes a model of one word."""
    for name, text in {
        "config.yml": "language: nl",
        "domain.yml": "intents: []",
        "data/nlu/service.yml": "nlu: []",
        "bot/engine/nlu/intents.py": "PENALTY = 0.5",
        "bot/engine/run/child.py": "PATIENCE = 8",
        str(RECORD): json.dumps({"version": "3.4.0+buur1", "origin": "own", "sha256": "ab" * 32}),
        ".venv/engine/bin/rasa": '#!/bin/sh\nmkdir -p "$5" && echo model > "$5/$3.tar.gz"\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / ".venv/engine/bin/rasa").chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    "changed", ["config.yml", "domain.yml", "data/nlu/service.yml", "bot/engine/nlu/intents.py"]
)
def test_what_goes_into_the_model_decides_its_name(root: Path, changed: str) -> None:
    before = model_name(root)

    (root / changed).write_text("something else")

    assert model_name(root) != before


def test_another_dutch_pipeline_is_another_model(root: Path) -> None:
    before = model_name(root)

    (root / RECORD).write_text((root / RECORD).read_text().replace("buur1", "buur2"))

    assert model_name(root) != before


def test_how_it_is_run_is_not_part_of_the_model(root: Path) -> None:
    before = model_name(root)

    (root / "bot/engine/run/child.py").write_text("PATIENCE = 9")

    assert model_name(root) == before


def test_a_model_is_trained_once(root: Path) -> None:
    settings = Settings.from_environment({}, root)

    first = trained_model(settings)
    first.write_text("not trained again")

    assert trained_model(settings).read_text() == "not trained again"


def test_a_training_that_fails_leaves_no_model_and_says_why(root: Path) -> None:
    settings = Settings.from_environment({}, root)
    (root / ".venv/engine/bin/rasa").write_text("#!/bin/sh\necho a story contradicts; exit 1\n")

    with pytest.raises(CannotStart, match="training failed") as failure:
        trained_model(settings)

    assert failure.value.log == ["a story contradicts"]
    assert not model_path(settings).exists()


def test_the_three_newest_models_are_kept(root: Path) -> None:
    models = root / "models"
    models.mkdir()
    for age in range(1, 5):
        old = models / f"buur-old{age}.tar.gz"
        old.touch()
        os.utime(old, (1_000_000 - age, 1_000_000 - age))

    newest = trained_model(Settings.from_environment({}, root))

    kept = {path.name for path in models.iterdir()}
    assert kept == {newest.name, "buur-old1.tar.gz", "buur-old2.tar.gz"}
