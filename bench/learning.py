"""How long it takes from a correction to a bot that knows better: `make bench-learning`.

A Buur of its own is started, a customer says something that is not understood, somebody corrects it
and lets Buur learn. Another customer talks on all the while, and every answer is timed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from bot.engine.run.ports import any_free_port
from bot.lessons import STAGES, Job, Lessons

_MISUNDERSTOOD = "kan mijn karretje ergens blijven terwijl ik binnen ben"
_MEANT = "ask_parking"
_PAUSE_SECONDS = 2.5
_UP_WITHIN_SECONDS = 240
_LEARNED_WITHIN_SECONDS = 900
_TITLES = {
    "train": "training",
    "try": "trial beside the live model",
    "start": "starting the second engine",
    "switch": "switching",
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, _system(Path(folder)) as address:
        customer = _customer(address)
        _says(customer, _MISUNDERSTOOD)
        before = _intent_of_last()
        _correct()
        times: list[float] = []
        stop = threading.Event()
        other = threading.Thread(target=_talk_on, args=(address, times, stop))
        other.start()
        began = time.monotonic()
        job = _learn(Lessons(Path(folder)))
        _says(customer, _MISUNDERSTOOD)
        seconds = time.monotonic() - began
        stop.set()
        other.join()
        _tell(job, seconds, times, before, _intent_of_last())
    return 0 if job.outcome == "live" else 1


@contextmanager
def _system(var: Path) -> Iterator[str]:
    """Start a Buur, and let this process use its database."""
    ports = {f"BUUR_{name}_PORT": str(any_free_port()) for name in ("WEB", "ENGINE", "ACTIONS")}
    os.environ |= {"BUUR_VAR": str(var), "DJANGO_SETTINGS_MODULE": "bot.settings", **ports}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.engine.run"], stdout=subprocess.DEVNULL, start_new_session=True
    )
    address = f"http://127.0.0.1:{ports['BUUR_WEB_PORT']}"
    try:
        _wait_until_up(address)
        import django

        django.setup()
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _wait_until_up(address: str) -> None:
    give_up = time.monotonic() + _UP_WITHIN_SECONDS
    while time.monotonic() < give_up:
        try:
            if httpx.get(f"{address}/healthz").status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise SystemExit("Buur did not start. Does make run work?")


def _customer(address: str) -> httpx.Client:
    client = httpx.Client(base_url=f"{address}/api/chat", timeout=60)
    token = client.post("/conversations", json={}).raise_for_status().json()["token"]
    client.headers["Authorization"] = f"Bearer {token}"
    return client


def _says(customer: httpx.Client, text: str) -> bool:
    answer = customer.post("/messages", json={"text": text})
    return answer.status_code == httpx.codes.CREATED and bool(answer.json()["messages"])


def _talk_on(address: str, times: list[float], stop: threading.Event) -> None:
    customer = _customer(address)
    while not stop.is_set():
        began = time.monotonic()
        if not _says(customer, "zijn jullie vrijdag open?"):
            raise SystemExit("a message was lost")
        times.append(time.monotonic() - began)
        stop.wait(_PAUSE_SECONDS)


def _intent_of_last() -> str:
    from bot.chat.models import Message

    message = Message.objects.filter(text=_MISUNDERSTOOD).latest("pk")
    return f"{message.intent} ({message.confidence:.2f})"


def _correct() -> None:
    from bot.chat.models import Message
    from bot.review.models import Correction, Verdict

    message = Message.objects.get(text=_MISUNDERSTOOD)
    Correction.objects.create(
        message=message, name="bench", verdict=Verdict.CORRECTED, intent=_MEANT
    )


def _learn(lessons: Lessons) -> Job:
    from django.contrib.auth.models import User

    from bot.review.learning.asking import ask_to_learn
    from bot.review.learning.examples import news, take_in

    user = User.objects.create_user("bench")
    found = news()
    take_in(found, [each.correction.pk for each in found.candidates], user)
    ask_to_learn(user)
    give_up = time.monotonic() + _LEARNED_WITHIN_SECONDS
    while time.monotonic() < give_up:
        job = lessons.standing().job
        if job and job.outcome:
            return job
        time.sleep(0.1)
    raise SystemExit("it took too long")


def _tell(job: Job, seconds: float, times: list[float], before: str, after: str) -> None:
    print(f"{'stage':<32} seconds")
    for stage in STAGES:
        print(f"{_TITLES[stage]:<32} {job.seconds.get(stage, 0.0):7.1f}")
    print(f"{'from correction to an answer':<32} {seconds:7.1f}  ({job.outcome})")
    print(f"understood before: {before}, after: {after}")
    print(
        f"meanwhile {len(times)} messages of another customer, none lost;"
        f" median {median(times) * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
