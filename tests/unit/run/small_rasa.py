"""`rasa train` and `rasa run` in small, for tests of what runs them. Standard library only.

`train` writes the last sentence that it was taught. `run` is an engine that tells which that was.
A word in the sentence makes it fail: "onleerbaar" in training, "kapot" when the engine starts.
"""

import http.server
import json
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any


def main(arguments: list[str]) -> None:
    options = dict(pairwise(arguments))
    if arguments[0] == "train":
        train(options, arguments[-1] if "--data" in arguments else "")
    else:
        run(Path(options["--model"]).read_text(), int(options["--port"]))


def train(options: dict[str, str], taught: str) -> None:
    sentence = Path(taught).read_text().splitlines()[-1].strip(" -") if taught else ""
    if "onleerbaar" in sentence:
        sys.exit("a story contradicts")
    time.sleep(3 if "langzaam" in sentence else 0)
    out = Path(options["--out"])
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{options['--fixed-model-name']}.tar.gz").write_text(sentence)


def run(sentence: str, port: int) -> None:
    if "kapot" in sentence:
        sys.exit("the model is broken")
    at_work = 0

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({"status": "ok", "at_work": at_work})

        def do_POST(self) -> None:
            nonlocal at_work
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            at_work += 1
            time.sleep(3 if "lang werk" in text else 0)
            at_work -= 1
            self._answer({"messages": [{"text": sentence or "zoals Buur kwam"}]})

        def do_DELETE(self) -> None:
            self._answer({})

        def _answer(self, answer: dict[str, Any]) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: Any) -> None: ...

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Door).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
