import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.engine.run.endpoints import endpoints_file
from bot.engine.run.errors import CannotStart
from bot.engine.run.settings import ROOT, Settings


def test_everything_has_a_default() -> None:
    settings = Settings.from_environment({})

    assert settings.engine_url == "http://127.0.0.1:5005"
    assert settings.actions_url == "http://127.0.0.1:5055"
    assert settings.web_url == "http://127.0.0.1:8000"
    assert settings.var == ROOT / "var"


def test_a_web_that_listens_everywhere_is_reached_on_loopback() -> None:
    settings = Settings.from_environment({"BUUR_HOST": "0.0.0.0", "BUUR_WEB_PORT": "8010"})

    assert settings.web_url == "http://127.0.0.1:8010"


@pytest.mark.parametrize("port", ["eighty", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused_by_its_name(port: str) -> None:
    with pytest.raises(CannotStart, match="BUUR_ENGINE_PORT"):
        Settings.from_environment({"BUUR_ENGINE_PORT": port})


def test_two_services_cannot_share_a_port() -> None:
    with pytest.raises(CannotStart, match="three different ports"):
        Settings.from_environment({"BUUR_WEB_PORT": "5005"})


def test_a_port_in_use_is_told_in_one_line_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        tried = subprocess.run(
            [sys.executable, "-m", "bot.engine.run"],
            cwd=ROOT,
            env={**os.environ, "BUUR_WEB_PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    assert tried.returncode == 1
    assert tried.stdout == ""
    assert len(tried.stderr.splitlines()) == 1
    assert f"port {port} " in tried.stderr
    assert f"make run BUUR_WEB_PORT={port + 1}" in tried.stderr


def test_the_repositorys_endpoints_fit_the_defaults() -> None:
    assert endpoints_file(Settings.from_environment({})) == ROOT / "endpoints.yml"


def test_other_ports_and_folders_get_endpoints_of_their_own(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {"BUUR_ACTIONS_PORT": "15055", "BUUR_VAR": str(tmp_path)}, ROOT
    )

    written = endpoints_file(settings)

    assert written == tmp_path / "run/endpoints.yml"
    assert "url: http://127.0.0.1:15055/webhook" in written.read_text()
    assert f"db: {tmp_path}/engine.sqlite3" in written.read_text()
