"""The three processes of Buur: how each is started and where it says that it is well."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.engine.run.child import Child, run_to_end
from bot.engine.run.errors import CannotStart
from bot.engine.run.progress import Step
from bot.engine.run.settings import LOOPBACK, Settings

# Rasa and its libraries are fond of warnings that nobody here can act on.
QUIET_ENGINE: Mapping[str, str] = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}

ENGINE_HEALTH = "/webhooks/door/health"


@dataclass(frozen=True)
class Service:
    name: str
    command: list[str]
    health: str
    environment: Mapping[str, str] = field(default_factory=dict)
    # Returns what to start in its place when it keeps dying; without it the whole stops.
    instead: Callable[[], "Service"] | None = None


def engine(settings: Settings, model: Path, endpoints: Path, port: int | None = None) -> Service:
    port = port or settings.engine_port
    return Service(
        name="engine",
        command=[
            rasa(settings),
            "run",
            *("--interface", LOOPBACK, "--port", str(port)),
            *("--endpoints", str(endpoints)),
            *("--credentials", str(settings.root / "credentials.yml")),
            *("--model", str(model)),
        ],
        health=f"http://{LOOPBACK}:{port}{ENGINE_HEALTH}",
        environment=QUIET_ENGINE,
    )


def actions(settings: Settings) -> Service:
    return Service(
        name="actions",
        command=[app_python(settings), "-m", "actions", "--port", str(settings.actions_port)],
        health=f"{settings.actions_url}/health",
        environment=app_environment(settings),
    )


def web(settings: Settings) -> Service:
    return Service(
        name="web",
        command=[
            str(settings.root / ".venv/app/bin/uvicorn"),
            "bot.asgi:application",
            *("--host", settings.host, "--port", str(settings.web_port)),
            "--no-access-log",
            # Open streams would keep it from ending.
            *("--timeout-graceful-shutdown", "3"),
        ],
        health=f"{settings.web_url}/healthz",
        environment=app_environment(settings),
    )


def prepare_database(settings: Settings) -> None:
    """Bring the database up to date and, on the first start, load the shop's facts."""
    with Step("Preparing the database") as step:
        for arguments in (["migrate", "--verbosity", "0"], ["loadshop", "shop.yml", "--if-empty"]):
            child = Child(
                name="database",
                command=[app_python(settings), "manage.py", *arguments],
                log=settings.logs / "database.log",
                folder=settings.root,
                environment=app_environment(settings),
            )
            if run_to_end(child, step.tick) != 0:
                raise CannotStart(
                    f"manage.py {arguments[0]} failed. The whole story: {child.log}",
                    child.last_lines(),
                )


def rasa(settings: Settings) -> str:
    return str(settings.root / ".venv/engine/bin/rasa")


def app_python(settings: Settings) -> str:
    return str(settings.root / ".venv/app/bin/python")


def app_environment(settings: Settings) -> dict[str, str]:
    return {
        "BUUR_VAR": str(settings.var),
        "ENGINE_URL": settings.engine_url,
        "ENGINE_URL_FILE": str(settings.engine_url_file),
        "ACTIONS_URL": settings.actions_url,
        "RASA_TELEMETRY_ENABLED": "false",
    }
