"""The shop's own wording, as an engine that runs reads it."""

import json
import os
from itertools import count
from pathlib import Path

import pytest

from bot.engine.overrides import Responses, ShopWording

DOMAIN: Responses = {
    "utter_open_day": [{"text": "Open {day} van {hours}."}, {"text": "Van {hours}, {day}."}],
    "utter_ask": [{"text": "Zal ik?", "buttons": [{"title": "Ja", "payload": "/affirm"}]}],
}

_TICKS = count(1_700_000_000_000_000_000, 1_000_000_000)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUUR_VAR", str(tmp_path))
    return tmp_path / "responses.json"


def tell(path: Path, content: object) -> None:
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    # Two writings within one tick of the clock would look like one.
    written = next(_TICKS)
    os.utime(path, ns=(written, written))


def texts(wording: ShopWording, response: str) -> list[str]:
    return [variant["text"] for variant in wording.over(DOMAIN)[response]]


def test_without_a_file_the_domain_speaks(told: Path) -> None:
    assert ShopWording().over(DOMAIN) == DOMAIN


def test_a_change_is_read_by_an_engine_that_runs(told: Path) -> None:
    wording = ShopWording()
    texts(wording, "utter_open_day")

    tell(told, {"utter_open_day": {"1": "Tussen {hours}, {day}."}})
    worded = texts(wording, "utter_open_day")
    tell(told, {})

    assert worded == ["Open {day} van {hours}.", "Tussen {hours}, {day}."]
    assert wording.over(DOMAIN) == DOMAIN


def test_buttons_stay_and_one_more_text_has_them_too(told: Path) -> None:
    tell(told, {"utter_ask": {"0": "Mag ik?", "1": "Zullen we?"}})

    variants = ShopWording().over(DOMAIN)["utter_ask"]

    assert [variant["text"] for variant in variants] == ["Mag ik?", "Zullen we?"]
    assert [v["buttons"] for v in variants] == [DOMAIN["utter_ask"][0]["buttons"]] * 2


@pytest.mark.parametrize(
    "text", ["Open {day}.", "Open {day} van {hours}, {price}.", "Open {day} van {hours} {"]
)
def test_a_text_that_this_domain_cannot_fill_is_left_out(told: Path, text: str) -> None:
    tell(told, {"utter_open_day": {"0": text}, "utter_gone": {"0": "Weg."}})

    assert ShopWording().over(DOMAIN) == DOMAIN


def test_another_model_is_worded_anew(told: Path) -> None:
    tell(told, {"utter_ask": {"0": "Mag ik?"}})
    wording = ShopWording()
    wording.over(DOMAIN)

    newer: Responses = {"utter_ask": [{"text": "Zal ik {service} boeken?"}]}

    assert wording.over(newer) == newer


def test_half_a_file_leaves_what_was_there(told: Path) -> None:
    tell(told, {"utter_ask": {"0": "Mag ik?"}})
    wording = ShopWording()
    wording.over(DOMAIN)

    tell(told, "{nope")

    assert texts(wording, "utter_ask") == ["Mag ik?"]
