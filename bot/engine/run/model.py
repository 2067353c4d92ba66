"""The trained model: named after all that goes into it, so it is trained when that changes."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.engine.run.child import Child, running, step_through
from bot.engine.run.errors import CannotStart
from bot.engine.run.pipeline import used_pipeline
from bot.engine.run.progress import Step
from bot.engine.run.services import QUIET_ENGINE, rasa
from bot.engine.run.settings import Settings

MODELS_KEPT = 3
# What runs and tries a model is no part of it.
_NOT_IN_IT = ("bot/engine/run", "bot/engine/trial")


def trained_model(settings: Settings) -> Path:
    """Return the model of the files as they are now, trained if there is none."""
    model = model_path(settings)
    if not model.exists():
        with Step("Training the model") as step:
            step_through(training(settings, model), step.tick)
        remove_old_models(model.parent)
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
            beside_it = any(path.is_relative_to(root / each) for each in _NOT_IN_IT)
            if path.is_file() and not beside_it and "__pycache__" not in path.parts:
                yield path


def training(settings: Settings, model: Path, taught: Path | None = None) -> Iterator[None]:
    """Train a model step by step, from the files of the repository and what staff taught."""
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
            *(("--data", "data", str(taught)) if taught else ()),
        ],
        log=settings.logs / "training.log",
        folder=settings.root,
        environment=QUIET_ENGINE,
        yields=taught is not None,
    )
    try:
        yield from running(child)
        if child.exit_code != 0 or not (making / model.name).exists():
            raise CannotStart(
                f"training failed (exit code {child.exit_code}). The whole story: {child.log}",
                child.last_lines(),
            )
        (making / model.name).replace(model)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def remove_old_models(models: Path) -> None:
    newest_first = sorted(
        models.glob("buur-*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True
    )
    for old in newest_first[MODELS_KEPT:]:
        old.unlink(missing_ok=True)
