"""`python -m tests.unit.run.small_system <folder> <port>`: the supervisor with one small service.

The service answers on the port and has a child of its own. The folder gets their numbers, one line
per start. When the folder holds a file `broken`, the service ends at once.
"""

import sys
from pathlib import Path

from bot.engine.run.progress import say
from bot.engine.run.services import Service
from bot.engine.run.stopping import run_until_stopped
from bot.engine.run.supervisor import Supervisor

_SERVICE = """
import http.server, os, pathlib, subprocess, sys
folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])
if (folder / "broken").exists():
    sys.exit("the model is broken")
child = subprocess.Popen(["sleep", "600"])
with (folder / "numbers").open("a") as numbers:
    numbers.write(f"{os.getpid()} {child.pid}\\n")

class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

http.server.HTTPServer(("127.0.0.1", port), Healthy).serve_forever()
"""


def main(folder: Path, port: str) -> int:
    service = Service(
        name="small",
        command=[sys.executable, "-c", _SERVICE, str(folder), port],
        health=f"http://127.0.0.1:{port}/",
    )

    def serve() -> None:
        with Supervisor(folder, folder / "log") as supervisor:
            supervisor.start(service)
            supervisor.wait_until_ready()
            say("ready")
            supervisor.watch()

    return run_until_stopped(serve)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
