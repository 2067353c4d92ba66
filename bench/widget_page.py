"""A shop's page of ordinary size on an origin of its own, with one chat or another, or none."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT = 18434
ADDRESS = f"http://localhost:{PORT}"

_STYLE = """
body { margin: 0; font: 17px/1.6 sans-serif; color: #222; }
header, main { max-width: 64rem; margin: auto; padding: 1rem; }
ul {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: 1rem;
  padding: 0; list-style: none;
}
svg { width: 100%; height: 8rem; background: #eef3f1; }
"""
_CARD = """<li><svg viewBox="0 0 120 60" aria-hidden="true">
<g fill="none" stroke="#1d4a3c" stroke-width="5">
<path d="M14 20h38v12a19 17 0 0 1-38 0zM68 20h38v12a19 17 0 0 1-38 0z"/>
<path d="M52 25q8-7 16 0"/></g></svg>
<h2>Montuur {number}</h2><p>Licht, sterk, en in de winkel te passen.</p></li>"""
_PARAGRAPH = (
    "<p>" + "Een bril die goed zit, merk je niet. Daar nemen we de tijd voor. " * 8 + "</p>"
)


def page(head: str = "", body: str = "") -> str:
    cards = "".join(_CARD.format(number=number) for number in range(1, 49))
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Winkel</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/stijl.css">{head}</head>'
        f"<body><header><h1>Een winkel in brillen</h1>{_PARAGRAPH * 3}</header>"
        f"<main><ul>{cards}</ul>{_PARAGRAPH * 12}</main>{body}</body></html>"
    )


@contextmanager
def served(files: Mapping[str, str]) -> Iterator[None]:
    everything = {**files, "/stijl.css": _STYLE}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            content = gzip.compress(everything.get(self.path, "").encode())
            self.send_response(200 if self.path in everything else 404)
            self.send_header("Content-Type", _kind(self.path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("localhost", PORT), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _kind(path: str) -> str:
    kinds = {"css": "text/css", "js": "text/javascript"}
    return f"{kinds.get(path.rpartition('.')[2], 'text/html')}; charset=utf-8"
