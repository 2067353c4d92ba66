"""Where a system runs: its folder, ports and host, from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.engine.run.errors import CannotStart

ROOT = Path(__file__).resolve().parents[3]
DEFAULT_VAR = "var"
WEB_PORT_VARIABLE = "BUUR_WEB_PORT"
ENGINE_PORT_VARIABLE = "BUUR_ENGINE_PORT"
ACTIONS_PORT_VARIABLE = "BUUR_ACTIONS_PORT"
DEFAULT_PORTS = {WEB_PORT_VARIABLE: 8000, ENGINE_PORT_VARIABLE: 5005, ACTIONS_PORT_VARIABLE: 5055}
LOOPBACK = "127.0.0.1"
_EVERYWHERE = ("0.0.0.0", "::")


@dataclass(frozen=True)
class Settings:
    root: Path
    var: Path
    host: str
    web_port: int
    engine_port: int
    actions_port: int

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], root: Path = ROOT) -> "Settings":
        ports = {name: _port(environment, name) for name in DEFAULT_PORTS}
        if len(set(ports.values())) < len(ports):
            raise CannotStart(f"{', '.join(ports)} must be three different ports.")
        return cls(
            root=root,
            var=root / (environment.get("BUUR_VAR") or DEFAULT_VAR),
            host=environment.get("BUUR_HOST") or LOOPBACK,
            web_port=ports[WEB_PORT_VARIABLE],
            engine_port=ports[ENGINE_PORT_VARIABLE],
            actions_port=ports[ACTIONS_PORT_VARIABLE],
        )

    @property
    def engine_url(self) -> str:
        return f"http://{LOOPBACK}:{self.engine_port}"

    @property
    def engine_url_file(self) -> Path:
        """Where the web reads which engine is live; another takes over while all goes on."""
        return self.var / "run" / "engine_url"

    @property
    def actions_url(self) -> str:
        return f"http://{LOOPBACK}:{self.actions_port}"

    @property
    def web_url(self) -> str:
        """The web's address as seen from this machine."""
        host = LOOPBACK if self.host in _EVERYWHERE else self.host
        return f"http://{host}:{self.web_port}"

    @property
    def logs(self) -> Path:
        return self.var / "log"


def _port(environment: Mapping[str, str], name: str) -> int:
    value = environment.get(name) or str(DEFAULT_PORTS[name])
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise CannotStart(f"{name} must be a port between 1 and 65535, not '{value}'.")
    return int(value)
