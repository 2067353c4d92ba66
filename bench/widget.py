"""What the chat costs a shop's page: its weight, and a trace with it and without it.

Starts a web process of its own with an empty database; needs no engine, since nothing is asked.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx
from playwright.sync_api import Browser, sync_playwright

from bench.peers import deepchat
from bench.peers.errors import PeerFailed
from bench.trace import Cost, cost_of, middle
from bench.widget_page import ADDRESS, page, served

ROOT = Path(__file__).resolve().parent.parent
PORT = 18433
CHAT = f"http://127.0.0.1:{PORT}"
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_WITHIN_SECONDS = 60
_DEMO = ["/", "/brillen", "/hoortoestellen", "/contact"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with web_process(), sync_playwright() as playwright:
        _print_weights()
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("BUUR_CHROMIUM"), args=_ARGUMENTS
        )
        print(f"\nChromium {browser.version}, {runs} runs of each, in turn; medians.")
        _print_host_page(browser, runs)
        _print_opening(browser, runs)
        _print_demo_shop(browser, runs)
        browser.close()


@contextmanager
def web_process() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as var:
        environment = os.environ | {
            "BUUR_VAR": var,
            "BUUR_ORIGINS": ADDRESS,
            "BUUR_CONVERSATIONS_PER_10_MINUTES": "10000",
            "ENGINE_URL": "http://127.0.0.1:9",
            "BOT_NOW": "2026-11-24T10:00",
        }
        for command in (["migrate", "--verbosity", "0"], ["loadshop", "shop.yml"]):
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        web = subprocess.Popen(
            [
                *(sys.executable, "-m", "uvicorn", "bot.asgi:application", "--port", str(PORT)),
                *("--log-level", "critical", "--timeout-graceful-shutdown", "1"),
            ],
            cwd=ROOT,
            env=environment,
        )
        try:
            _wait_for(f"{CHAT}/buur.js")
            yield
        finally:
            web.terminate()
            web.wait(timeout=15)


def _wait_for(address: str) -> None:
    give_up = time.monotonic() + _WITHIN_SECONDS
    while time.monotonic() < give_up:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.3)
    sys.exit(f"bench: {address} does not answer")


def _print_weights() -> None:
    before, window, english = (_packed(f"/{name}.js") for name in _files())
    print("| gzipped | kB |\n|---|---|")
    print(f"| before the first click: buur.js | {before / 1000:.1f} |")
    print(f"| on the first click: window.js | {window / 1000:.1f} |")
    print(f"| **the whole widget** | **{(before + window) / 1000:.1f}** |")
    print(f"| labels in another language, only where asked for | {english / 1000:.1f} |")
    try:
        peer = len(gzip.compress(deepchat.script().encode()))
        print(f"| deep-chat {deepchat.VERSION}, before the first click | {peer / 1000:.1f} |")
    except PeerFailed as failed:
        print(f"| deep-chat {deepchat.VERSION} | {failed} |")


def _files() -> Sequence[str]:
    return "buur", "buur/window", "buur/labels.en"


def _packed(path: str) -> int:
    response = httpx.get(CHAT + path, headers={"Accept-Encoding": "gzip"})
    return int(response.headers["Content-Length"])


def _print_host_page(browser: Browser, runs: int) -> None:
    line = f'<script src="{CHAT}/buur.js" defer></script>'
    pages = {
        "/zonder": page(),
        "/met": page(line),
        "/groet": page(line.replace(" defer", ' data-greeting="Vraag over je bril?" defer')),
    }
    names = {
        "/zonder": "without a chat",
        "/met": "with Buur",
        "/groet": "with Buur and a greeting",
    }
    try:
        peer = {"/deep-chat.js": deepchat.script()}
        tag = '<script type="module" src="/deep-chat.js"></script>'
        pages["/deep-chat"] = page(tag, '<deep-chat demo="true"></deep-chat>')
        names["/deep-chat"] = f"with deep-chat {deepchat.VERSION}"
    except PeerFailed:
        peer = {}
    costs: dict[str, list[Cost]] = {path: [] for path in pages}
    with served({**pages, **peer}):
        for _ in range(runs):
            for path, found in costs.items():
                script = "/deep-chat.js" if path == "/deep-chat" else "/buur"
                found.append(cost_of(browser, ADDRESS + path, script))
    _print_costs("a shop's page", [(names[path], middle(found)) for path, found in costs.items()])


def _print_demo_shop(browser: Browser, runs: int) -> None:
    costs = [
        (path, middle([cost_of(browser, CHAT + path, "/buur") for _ in range(runs)]))
        for path in _DEMO
    ]
    _print_costs("the demo shop, chat included", costs)


def _print_costs(title: str, costs: Sequence[tuple[str, Cost]]) -> None:
    print(
        f"\n| {title} | first paint ms | largest paint ms | layout shift | blocking ms"
        " | chat's script ms | requests | kB |\n|---|---|---|---|---|---|---|---|"
    )
    for name, cost in costs:
        print(
            f"| {name} | {cost.first_paint:.0f} | {cost.largest_paint:.0f}"
            f" | {cost.layout_shift:.3f} | {cost.blocking:.0f} | {cost.script:.1f}"
            f" | {cost.requests:.0f} | {cost.kilobytes:.1f} |"
        )


def _print_opening(browser: Browser, runs: int) -> None:
    """From the click until one can type, with nothing kept from before."""
    took = []
    with served({"/met": page(f'<script src="{CHAT}/buur.js" defer></script>')}):
        for _ in range(runs):
            context = browser.new_context(viewport={"width": 390, "height": 844})
            tab = context.new_page()
            session = context.new_cdp_session(tab)
            tab.goto(f"{ADDRESS}/met", wait_until="networkidle")
            slow = {"offline": False, "latency": 150, "downloadThroughput": 204_800}
            session.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": 93_750})
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            begin = time.perf_counter()
            tab.locator("buur-chat .launcher").click()
            tab.locator("buur-chat textarea").wait_for()
            took.append(1000 * (time.perf_counter() - begin))
            context.close()
    print(
        f"\nFrom the first click until one can type, on that phone and line: {median(took):.0f} ms."
    )


if __name__ == "__main__":
    main()
