"""The page where staff teach: what it asks of the supervisor, and what it tells."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import Group, User
from django.test import Client

from bot.lessons import Job, Lesson, Lessons, Standing
from bot.review.models import AuditEntry, Correction, Training, TrainingExample, Verdict
from bot.review.rights import OWNERS
from tests.unit.review.conftest import LogsIn
from tests.unit.review.talks import address, says, talk

WORSE = {
    "messages": {
        "old": {"right": 10, "unsure": 1, "wrong": 0},
        "new": {"right": 9, "unsure": 1, "wrong": 1},
        "changed": [
            {
                "text": "wat kost dat",
                "wanted": "ask_price",
                "old": {
                    "intent": "ask_price",
                    "guess": "ask_price",
                    "confidence": 0.9,
                    "outcome": "right",
                },
                "new": {
                    "intent": "nlu_fallback",
                    "guess": "ask_price",
                    "confidence": 0.599,
                    "outcome": "unsure",
                },
                "gain": -1,
            }
        ],
    },
    "lessons": {
        "old": {"right": 0, "unsure": 0, "wrong": 1},
        "new": {"right": 1, "unsure": 0, "wrong": 0},
        "missed": {},
    },
    "conversations": {"count": 0, "old": 0, "new": 0, "broken": {}, "mended": []},
    "why": ["more_wrong"],
    "worse": True,
}
BETTER = WORSE | {"why": [], "worse": False}


@pytest.fixture(autouse=True)
def lessons(settings: Any, tmp_path: Path) -> Lessons:
    """A supervisor that is there and has nothing to do."""
    settings.VAR_DIR = tmp_path
    found = Lessons(tmp_path)
    found.tell(Standing(base="buur-1"))
    return found


@pytest.fixture
def owner(logs_in: LogsIn) -> Client:
    client = logs_in("Helga", may_answer=False)
    User.objects.get(username="helga").groups.add(Group.objects.get(name=OWNERS))
    return client


def correction(text: str = "de poot is eraf", intent: str = "ask_repair") -> Correction:
    message = says(talk(), text, intent="ask_price")
    return Correction.objects.create(
        message=message, name="erik", verdict=Verdict.CORRECTED, intent=intent
    )


def keep(lessons: Lessons, name: str, trial: dict[str, Any], **more: Any) -> None:
    lessons.keep(Lesson(name, "buur-1", time.time(), [1], trial, **more))


def page(client: Client) -> str:
    return client.get("/staf/leren/").content.decode()


def learn(client: Client, *chosen: Correction, seen: list[Correction] | None = None) -> Any:
    return client.post(
        "/staf/leren/leer/",
        {
            "gezien": [each.pk for each in (seen or Correction.objects.all())],
            "leer": [each.pk for each in chosen],
        },
    )


def test_what_is_chosen_is_asked_of_the_supervisor(erik: Client, lessons: Lessons) -> None:
    chosen = correction()
    put_aside = correction("wat een gedoe", "complaint")

    answer = learn(erik, chosen)

    wish = lessons.waiting()
    assert answer.status_code == 302
    assert wish
    assert wish.kind == "learn"
    [block] = yaml.safe_load(wish.examples)["nlu"]
    assert (block["intent"], block["metadata"]) == ("ask_repair", {"writer": "your_shop"})
    assert [probe["text"] for probe in wish.probes] == ["de poot is eraf"]
    assert TrainingExample.objects.get(message=put_aside.message).left_out
    assert Training.objects.get().name == "erik"
    assert AuditEntry.objects.get(action="learning.started").details == {"examples": 1}


def test_what_came_in_since_the_page_was_made_is_not_learned(
    erik: Client, lessons: Lessons
) -> None:
    seen = correction()
    correction("pas later verbeterd", "complaint")

    learn(erik, seen, seen=[seen])

    assert [each.text for each in TrainingExample.objects.all()] == ["de poot is eraf"]


def test_good_conversations_go_along(erik: Client, lessons: Lessons) -> None:
    conversation = talk()
    says(conversation, "hoi", intent="greet", actions=["action_reply"])
    erik.post(address(conversation, "goed/"))

    learn(erik, correction())

    wish = lessons.waiting()
    assert wish
    assert wish.conversations[0]["now"] == "2026-11-24T10:00"
    assert yaml.safe_load(wish.conversations[0]["story"])["stories"][0]["steps"]


def test_one_training_at_a_time(erik: Client, lessons: Lessons) -> None:
    learn(erik, correction())

    again = learn(erik, correction("nog een"))

    assert again.status_code == 409
    assert "Iemand anders was net eerder" in again.content.decode()


def test_without_a_supervisor_nothing_is_asked_and_nothing_changes(
    erik: Client, settings: Any, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path / "other"

    answer = learn(erik, correction())

    assert answer.status_code == 409
    assert "make run" in answer.content.decode()
    assert not TrainingExample.objects.exists()


def test_how_far_it_is_and_how_long_it_takes(erik: Client, lessons: Lessons) -> None:
    now = time.time()
    job = Job("1", "learn", now - 40, "train", now - 40)
    lessons.tell(Standing(base="buur-1", job=job, usual={"train": 60.0, "try": 20.0}))

    shown = page(erik)

    assert "Leren: nog ongeveer 60 seconden." in shown
    assert '<progress max="100" value="40"' in shown
    assert "Leer hiervan" not in shown


def test_the_page_is_renewed_when_something_ended_and_left_alone_before(
    erik: Client, lessons: Lessons
) -> None:
    lessons.tell(Standing(job=Job("1", "learn", time.time(), "train", time.time())))

    going_on = erik.get("/staf/leren/stand/?gezien=1-")
    lessons.tell(Standing(job=Job("1", "learn", 0, "switch", outcome="live", model="buur-1-a")))
    ended = erik.get("/staf/leren/stand/?gezien=1-")

    assert going_on.status_code == 200
    assert ended.headers["HX-Refresh"] == "true"


def test_a_supervisor_that_died_in_the_middle_is_told(erik: Client, lessons: Lessons) -> None:
    lessons.tell(Standing(job=Job("1", "learn", time.time(), "train", time.time())))
    os.utime(lessons.folder / "standing.json", (0, 0))

    shown = page(erik)

    assert "Niet gelukt." in shown
    assert "Buur is tussendoor gestopt." in shown


def test_what_came_of_it_is_written_down_once(erik: Client, lessons: Lessons) -> None:
    learn(erik, correction())
    wish = lessons.take()
    assert wish
    lessons.tell(Standing(job=Job(wish.id, "learn", 0, outcome="live", model="buur-1-a")))

    page(erik)
    page(erik)

    entry = AuditEntry.objects.get(action="learning.live")
    assert (entry.name, entry.subject) == ("Buur zelf", "buur-1-a")
    assert Training.objects.get().outcome == "live"


def test_it_can_be_called_off(erik: Client, lessons: Lessons) -> None:
    learn(erik, correction())
    wish = lessons.waiting()
    assert wish

    erik.post("/staf/leren/breek-af/")

    assert lessons.waiting() is None
    assert lessons.is_cancelled(wish.id)
    assert Training.objects.get().outcome == "cancelled"


def test_the_trial_shows_what_gets_worse_and_never_rounds_up(
    erik: Client, lessons: Lessons
) -> None:
    keep(lessons, "buur-1-a", WORSE)

    shown = page(erik)

    assert "Het antwoordt vaker op iets anders dan gevraagd is." in shown
    assert "Prijs, 90% → vraagt door (Prijs, 59%)" in shown
    assert "<span>9 goed</span><span>1 vraagt door</span><span>1 fout</span>" in shown


def test_a_worse_model_needs_an_owner_who_says_so_twice(
    erik: Client, owner: Client, lessons: Lessons
) -> None:
    keep(lessons, "buur-1-a", WORSE)
    asked = {"model": "buur-1-a"}

    refused = erik.post("/staf/leren/live/", asked | {"zeker": "ja"})
    first = owner.post("/staf/leren/live/", asked)

    assert refused.status_code == 403
    assert "Zet toch live" not in page(erik)
    assert "Ja, zet toch live" in first.content.decode()
    assert lessons.waiting() is None

    owner.post("/staf/leren/live/", asked | {"zeker": "ja"})

    wish = lessons.waiting()
    assert wish
    assert (wish.kind, wish.model) == ("switch", "buur-1-a")
    assert AuditEntry.objects.get(action="model.overruled").name == "helga"


def test_going_back_is_one_click_for_who_may_teach(erik: Client, lessons: Lessons) -> None:
    keep(lessons, "buur-1-a", WORSE, was_live=True)
    lessons.tell(Standing(live="buur-1-a", before=[""], base="buur-1"))

    shown = page(erik)
    erik.post("/staf/leren/live/", {"model": "buur"})

    wish = lessons.waiting()
    assert "Terug naar dit model" in shown
    assert wish
    assert (wish.kind, wish.model) == ("switch", "")
    assert AuditEntry.objects.get().action == "model.switched"


@pytest.mark.parametrize("model", ["../../etc/passwd", "buur-1-gone", "buur-1-live"])
def test_only_a_model_that_is_there_can_go_live(erik: Client, lessons: Lessons, model: str) -> None:
    keep(lessons, "buur-1-live", BETTER)
    lessons.tell(Standing(live="buur-1-live", base="buur-1"))

    answer = erik.post("/staf/leren/live/", {"model": model})

    assert answer.status_code == 409
    assert lessons.waiting() is None


@pytest.mark.parametrize("step", ["leer/", "breek-af/", "live/", "zin/1/"])
def test_a_reader_looks_and_changes_nothing(logs_in: LogsIn, lessons: Lessons, step: str) -> None:
    noor = logs_in("Noor", may_answer=False)
    chosen = correction("ik ben Sanne en de poot is eraf")
    chosen.message.entities = [{"entity": "name", "start": 7, "end": 12, "value": "Sanne"}]
    chosen.message.save()

    refused = noor.post(f"/staf/leren/{step}", {"leer": chosen.pk, "gezien": chosen.pk})
    shown = page(noor)

    assert refused.status_code == 403
    assert lessons.waiting() is None
    assert "ik ben Jan en de poot is eraf" in shown
    assert "Sanne" not in shown
    assert "Leer hiervan" not in shown
    assert noor.get("/staf/leren/zinnen.yml").status_code == 200


def test_the_page_allows_no_scripts_or_styles_of_its_own(erik: Client, lessons: Lessons) -> None:
    keep(lessons, "buur-1-a", WORSE)
    correction("<script>alert(1)</script>")

    shown = page(erik)

    assert "<script>alert" not in shown
    assert " style=" not in shown
