"""`python -m bot.engine.run [serve | train | model | shell]`, as the Makefile calls it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.engine.run import ports, services
from bot.engine.run.child import dies_with
from bot.engine.run.endpoints import endpoints_file
from bot.engine.run.learning.desk import Desk
from bot.engine.run.learning.models import Models
from bot.engine.run.model import model_path, trained_model
from bot.engine.run.pipeline import used_pipeline
from bot.engine.run.progress import say
from bot.engine.run.settings import LOOPBACK, Settings
from bot.engine.run.stopping import run_until_stopped
from bot.engine.run.supervisor import Supervisor
from bot.lessons import Lessons, write_whole


def serve(settings: Settings) -> None:
    started = time.monotonic()
    ports.check_free(settings)
    say(f"Dutch pipeline: {used_pipeline(settings.root)}")
    lessons = Lessons(settings.var)
    desk = Desk(settings, lessons, Models(settings, lessons))
    live = desk.open()
    write_whole(settings.engine_url_file, settings.engine_url)
    with Supervisor(settings.root, settings.logs) as supervisor, closing(desk):
        # The engine takes longest and needs no database of ours.
        engine = services.engine(settings, live, endpoints_file(settings))
        supervisor.start(replace(engine, **desk.engine_changes()))
        services.prepare_database(settings)
        supervisor.start(services.actions(settings))
        supervisor.start(services.web(settings))
        supervisor.wait_until_ready()
        say(_welcome(settings, time.monotonic() - started))
        desk.attend(supervisor)
        supervisor.watch(desk.tick)


def train(settings: Settings) -> None:
    say(f"Model: {trained_model(settings).relative_to(settings.root)}")


def model(settings: Settings) -> None:
    """Print the path of the model and nothing else, for scripts."""
    say(str(model_path(settings)))


def shell(settings: Settings) -> None:
    """Talk to the bot in the terminal, beside a running Buur or alone."""
    trained = trained_model(settings)
    settings.logs.mkdir(parents=True, exist_ok=True)
    with Supervisor(settings.root, settings.logs) as supervisor:
        if ports.is_free(LOOPBACK, settings.actions_port):
            services.prepare_database(settings)
            supervisor.start(services.actions(settings))
            supervisor.wait_until_ready()
        else:
            say(f"Using the actions that run on port {settings.actions_port} already.")
        _talk(
            [
                services.rasa(settings),
                "shell",
                *("--interface", LOOPBACK, "--port", str(ports.any_free_port())),
                *("--endpoints", str(endpoints_file(settings))),
                *("--model", str(trained)),
            ],
            settings.logs / "shell.log",
        )


def _talk(command: list[str], log: Path) -> None:
    # Ctrl-C is for the conversation; when that has ended, so have we.
    signal.signal(signal.SIGINT, lambda *_: None)
    # Rasa's warnings would drown the conversation.
    with log.open("ab") as complaints:
        subprocess.run(
            command,
            env={**os.environ, **services.QUIET_ENGINE},
            stderr=complaints,
            preexec_fn=dies_with(os.getpid()),
            check=False,
        )


def _welcome(settings: Settings, seconds: float) -> str:
    address = f"http://localhost:{settings.web_port}"
    return (
        f"\nBuur is ready in {seconds:.0f} s.\n"
        f"  The shop with the chat  {address}/\n"
        f"  The console for staff   {address}/staf/\n"
        f"  Logs in {settings.logs}. Ctrl-C stops everything.\n"
    )


_COMMANDS: dict[str, Callable[[Settings], None]] = {
    "serve": serve,
    "train": train,
    "model": model,
    "shell": shell,
}


def main(arguments: list[str]) -> int:
    command = _COMMANDS[(arguments or ["serve"])[0]]
    return run_until_stopped(lambda: command(Settings.from_environment(os.environ)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
