"""The trained model: named after all that goes into it, so it is trained when that changes."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.engine.run.child import Child, run_to_end
from bot.engine.run.errors import CannotStart
from bot.engine.run.pipeline import used_pipeline
from bot.engine.run.progress import Step
from bot.engine.run.services import QUIET_ENGINE, rasa
from bot.engine.run.settings import Settings

MODELS_KEPT = 3


def trained_model(settings: Settings) -> Path:
    """Return the model of the files as they are now, trained if there is none."""
    model = model_path(settings)
    if not model.exists():
        _train(settings, model)
        _remove_old_models(model.parent)
    return model


def model_path(settings: Settings) -> Path:
    """Return where the model of the files as they are now belongs."""
    return settings.root / "models" / f"{model_name(settings.root)}.tar.gz"


def model_name(root: Path) -> str:
    digest = hashlib.sha256(used_pipeline(root).fingerprint.encode())
    for path in _ingredients(root):
        digest.update(f"\0{path.relative_to(root)}\0".encode())
        digest.update(path.read_bytes())
    return f"buur-{digest.hexdigest()[:12]}"


def _ingredients(root: Path) -> Iterator[Path]:
    for name in ("config.yml", "domain.yml", "requirements/engine.txt"):
        if (root / name).exists():
            yield root / name
    for folder in ("data", "bot/engine"):
        for path in sorted((root / folder).rglob("*")):
            runs_it = path.is_relative_to(root / "bot/engine/run")
            if path.is_file() and not runs_it and "__pycache__" not in path.parts:
                yield path


def _train(settings: Settings, model: Path) -> None:
    # Rasa writes the file bit by bit; a name that exists must be a whole model.
    making = model.parent / f".making-{model.name.removesuffix('.tar.gz')}"
    child = Child(
        name="training",
        command=[
            rasa(settings),
            "train",
            *("--fixed-model-name", model.name.removesuffix(".tar.gz")),
            *("--out", str(making)),
            # `make validate` does that, and tests do; it reads all data once more.
            "--skip-validation",
        ],
        log=settings.logs / "training.log",
        folder=settings.root,
        environment=QUIET_ENGINE,
    )
    try:
        with Step("Training the model") as step:
            code = run_to_end(child, step.tick)
            if code != 0 or not (making / model.name).exists():
                raise CannotStart(
                    f"training failed (exit code {code}). The whole story: {child.log}",
                    child.last_lines(),
                )
            (making / model.name).replace(model)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _remove_old_models(models: Path) -> None:
    newest_first = sorted(
        models.glob("buur-*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True
    )
    for old in newest_first[MODELS_KEPT:]:
        old.unlink(missing_ok=True)
