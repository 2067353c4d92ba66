"""What a page cost the browser, read from a Chromium trace."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser

# Lighthouse's phone: a fourth of this processor, and a slow 4G line.
_SLOWER = 4
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 204_800,
    "uploadThroughput": 93_750,
}
_CATEGORIES = [
    "loading",
    "toplevel",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
    "v8",
]
_LONG_MS = 50
_QUIET_SECONDS = 1.5
_SCRIPT = {"EvaluateScript", "v8.evaluateModule", "v8.compile", "v8.compileModule", "FunctionCall"}


@dataclass(frozen=True)
class Cost:
    """Times in milliseconds; `script` is the time in files whose address was asked for."""

    first_paint: float
    largest_paint: float
    layout_shift: float
    blocking: float
    script: float
    requests: int
    kilobytes: float


def cost_of(browser: Browser, address: str, script_address: str) -> Cost:
    """Load a page once, as on a phone, with nothing kept from before."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    browser.start_tracing(page=page, categories=_CATEGORIES)
    page.goto(address, wait_until="networkidle")
    time.sleep(_QUIET_SECONDS)
    trace = json.loads(browser.stop_tracing())
    context.close()
    return _read(trace["traceEvents"], address, script_address)


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in Cost.__annotations__))


def _read(events: list[dict[str, Any]], address: str, script_address: str) -> Cost:
    # The browser draws pages of its own meanwhile.
    begun = next(
        e
        for e in events
        if e["name"] == "navigationStart" and _data(e).get("documentLoaderURL") == address
    )
    painted = next(
        e
        for e in events
        if e["name"] == "firstContentfulPaint"
        and _data(e)["navigationId"] == _data(begun)["navigationId"]
    )
    process, start = begun["pid"], begun["ts"]
    main = next(
        e["tid"]
        for e in events
        if e["name"] == "thread_name"
        and e["pid"] == process
        and e["args"]["name"] == "CrRendererMain"
    )
    ours = [e for e in events if e["pid"] == process and e["ts"] >= start]
    on_main = [e for e in ours if e["tid"] == main]
    largest = [e["ts"] for e in ours if e["name"] == "largestContentfulPaint::Candidate"]
    finished = [e for e in ours if e["name"] == "ResourceFinish"]
    return Cost(
        first_paint=(painted["ts"] - start) / 1000,
        largest_paint=(max(largest, default=painted["ts"]) - start) / 1000,
        layout_shift=_shift(ours),
        blocking=sum(
            max(0.0, e["dur"] / 1000 - _LONG_MS)
            for e in on_main
            # A task that the trace was stopped in has no duration.
            if e["name"] == "RunTask" and "dur" in e and e["ts"] + e["dur"] > painted["ts"]
        ),
        script=_time_in(on_main, script_address),
        requests=sum(e["name"] == "ResourceSendRequest" and _is_fetched(e) for e in ours),
        kilobytes=sum(_data(e).get("encodedDataLength", 0) for e in finished) / 1000,
    )


def _data(event: dict[str, Any]) -> dict[str, Any]:
    return event.get("args", {}).get("data") or {}


def _is_fetched(event: dict[str, Any]) -> bool:
    return not str(_data(event)["url"]).startswith("data:")


def _shift(events: list[dict[str, Any]]) -> float:
    shifts = (_data(e) for e in events if e["name"] == "LayoutShift")
    return sum(float(shift["score"]) for shift in shifts if not shift.get("had_recent_input"))


def _time_in(events: list[dict[str, Any]], address: str) -> float:
    """Add up the tasks of one script, those within another counted once."""
    ran = sorted(
        (e["ts"], e["ts"] + e.get("dur", 0))
        for e in events
        if e["name"] in _SCRIPT and address in _address(e)
    )
    total, until = 0.0, 0.0
    for begin, end in ran:
        total += max(0.0, end - max(begin, until))
        until = max(until, end)
    return total / 1000


def _address(event: dict[str, Any]) -> str:
    return str(_data(event).get("url") or event.get("args", {}).get("fileName") or "")
