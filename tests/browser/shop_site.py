"""Somebody's shop site: pages on an origin of their own, with headers of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.conftest import SHOP_SITE


@dataclass
class ShopSite:
    pages: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    def put(self, path: str, head: str, body: str = "", **headers: str) -> str:
        """Publish a page and return its address."""
        html = (
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Winkel</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
            f"{head}</head><body><h1>Winkel</h1>{body}</body></html>"
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (html, named)
        return f"{SHOP_SITE}{path}"


@contextmanager
def open_site() -> Iterator[ShopSite]:
    site = ShopSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, headers = site.pages.get(self.path, ("", {}))
            content = html.encode()
            self.send_response(200 if html else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("localhost", urlsplit(SHOP_SITE).port or 80), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
