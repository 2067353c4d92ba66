"""The endpoints file that Rasa reads: the repository's own, or one for other ports and folders."""

from pathlib import Path

from bot.engine.run.settings import ACTIONS_PORT_VARIABLE, DEFAULT_PORTS, DEFAULT_VAR, Settings

_DEFAULT_ACTIONS = f"http://127.0.0.1:{DEFAULT_PORTS[ACTIONS_PORT_VARIABLE]}/"
_DEFAULT_MEMORY = f"{DEFAULT_VAR}/engine.sqlite3"


def endpoints_file(settings: Settings) -> Path:
    own = settings.root / "endpoints.yml"
    text = own.read_text(encoding="utf-8")
    fitted = text.replace(_DEFAULT_ACTIONS, f"{settings.actions_url}/")
    if settings.var != settings.root / DEFAULT_VAR:
        fitted = fitted.replace(_DEFAULT_MEMORY, str(settings.var / "engine.sqlite3"))
    if fitted == text:
        return own
    written = settings.var / "run" / "endpoints.yml"
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(fitted, encoding="utf-8")
    return written
