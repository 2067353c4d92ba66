"""Whether the ports are ours to take."""

import socket

from bot.engine.run.errors import CannotStart
from bot.engine.run.settings import (
    ACTIONS_PORT_VARIABLE,
    ENGINE_PORT_VARIABLE,
    LOOPBACK,
    WEB_PORT_VARIABLE,
    Settings,
)


def is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def any_free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def check_free(settings: Settings) -> None:
    for name, host, port, variable in (
        ("web", settings.host, settings.web_port, WEB_PORT_VARIABLE),
        ("engine", LOOPBACK, settings.engine_port, ENGINE_PORT_VARIABLE),
        ("actions", LOOPBACK, settings.actions_port, ACTIONS_PORT_VARIABLE),
    ):
        if not is_free(host, port):
            raise CannotStart(
                f"port {port} on {host} (for the {name}) is in use or not allowed."
                f" Stop what uses it, or choose another: make run {variable}={port + 1}"
            )
