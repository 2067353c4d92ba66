"""Make the conversations, unless they are there, and measure the console's pages."""

from __future__ import annotations

import argparse
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from bench.console.home import VAR, environment, move_in

_ROUNDS = 15
_PASSWORD = "alleen-voor-de-meting"
_NAME = "meter"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("many", nargs="?", type=int, default=100_000)
    many = parser.parse_args().many
    VAR.mkdir(parents=True, exist_ok=True)
    move_in()
    _furnish(many)
    from django.db import connection

    print(f"database: {connection.vendor}; each page asked {_ROUNDS} times, over HTTP")
    addresses = list(_addresses())
    connection.close()
    with _served() as address, httpx.Client(base_url=address, timeout=120) as staff:
        _log_in(staff)
        for title, path in addresses:
            print(_measured(staff, title, path), flush=True)


def _furnish(many: int) -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection

    from bench.console.making import make
    from bot.chat.models import Conversation, Message
    from bot.shop.loading import load_shop

    call_command("migrate", verbosity=0)
    from django.conf import settings

    if not User.objects.filter(username=_NAME).exists():
        load_shop(settings.BASE_DIR / "shop.yml")
        User.objects.create_superuser(_NAME, password=_PASSWORD)
    there = Conversation.objects.count()
    if there and there != many:
        sys.exit(f"{VAR} holds {there} conversations: remove it to make {many}")
    if not there:
        started = time.perf_counter()
        for made in make(many):
            print(f"\r{made} made", end="", flush=True)
        print(f" in {time.perf_counter() - started:.0f} s")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"{many} conversations, {Message.objects.count()} messages")


def _addresses() -> Iterator[tuple[str, str]]:
    from bench.console.making import RARE_WORD
    from bot.chat.models import Conversation
    from bot.review.models import Label
    from bot.review.talks.wish import BY_HAND, BY_MARK

    yield "inbox", "/staf/"
    for key, (title, _) in (BY_HAND | BY_MARK).items():
        yield f"filter: {title.lower()}", f"/staf/?toon={key}"
    for title, query in {
        "filter: voor niemand": "voor=niemand",
        "filter: voor mij": "voor=mij",
        "filter: zeven dagen": "periode=week",
        "filter: van en tot": "van=2026-10-01&tot=2026-10-31",
        "filter: een pagina van de site": "op=https://www.winkel.example/brillen",
        "filter: een label": f"label={Label.objects.order_by('pk')[0].pk}",
        "klacht + duim omlaag": "toon=klacht&toon=duim",
        "niet nagelezen + niet begrepen + zeven dagen": "toon=nalezen&toon=onbegrepen&periode=week",
        "alles tegelijk": "toon=chatbot&toon=nalezen&toon=korting&periode=maand&voor=niemand"
        "&op=https://www.winkel.example/brillen&zoek=bril",
        "zoek: een zeldzaam woord": f"zoek={RARE_WORD}",
        "zoek: een gewoon woord": "zoek=bril",
        "zoek: twee gewone woorden": "zoek=een+bril",
        "zoek: een begin van twee letters": "zoek=be",
        "zoek: tussen aanhalingstekens": 'zoek="nieuwe bril"',
        "zoek: een gewoon woord + klacht": "zoek=bril&toon=klacht",
        "bladzijde 3000": "pagina=3000",
        "bladzijde 3000 + niet nagelezen": "toon=nalezen&pagina=1200",
    }.items():
        yield title, f"/staf/?{query}"
    for messages in (40, 500):
        talk = Conversation.objects.filter(last_number__range=(messages, messages + 3)).order_by(
            "pk"
        )[0]
        page = f"/staf/gesprek/{talk.public_id}/"
        yield f"gesprek van {messages} berichten", page
        yield f"gesprek van {messages} berichten, helemaal", f"{page}?alles=ja"
        yield f"gesprek van {messages} berichten, de toon", f"{page}toon/"
    yield "volgende om na te lezen", f"/staf/gesprek/{talk.public_id}/volgende/"
    yield "beantwoorden", "/staf/beantwoorden/"
    yield "verbeteren", "/staf/verbeteren/"
    yield "leren", "/staf/leren/"
    yield "agenda, een week", "/staf/zaak/agenda/week/"
    for period in ("dag", "week", "maand", "jaar"):
        yield f"cijfers: {period}", f"/staf/cijfers/?periode={period}"
    yield "privacy", "/staf/privacy/"
    yield "logboek", "/staf/logboek/"


@contextmanager
def _served() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "bot.asgi:application", "--port", str(port)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                httpx.get(f"{address}/staf/inloggen/", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _log_in(staff: httpx.Client) -> None:
    page = staff.get("/staf/inloggen/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    staff.post(
        "/staf/inloggen/",
        data={"csrfmiddlewaretoken": token[1], "username": _NAME, "password": _PASSWORD},
    )
    # The first page brings what Python and the database then keep at hand.
    staff.get("/staf/").raise_for_status()


def _measured(staff: httpx.Client, title: str, path: str) -> str:
    waits = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        response = staff.get(path)
        waits.append((time.perf_counter() - started) * 1000)
        if response.status_code not in {200, 302}:
            return f"{title}: {response.status_code}"
    slowest = sorted(waits)[int(len(waits) * 0.95)]
    return f"| {title} | {statistics.median(waits):.0f} | {slowest:.0f} |"


if __name__ == "__main__":
    main()
