"""`python -m bot.engine.trial --old A --new B --asked asked.json --out report.json`."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import structlog
import yaml
from rasa.core.agent import Agent

from bot.engine.trial.comparing import FALLBACK, Findings, Heard, compare
from bot.engine.trial.replaying import slips_of

_ROOT = Path(__file__).parents[3]
_MESSAGES = _ROOT / "tests/nlu/test_messages.yml"
_QUESTIONS = _ROOT / "bench/sets/questions"
_BULLET = "- "


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("--old", "--new", "--asked", "--out"):
        options.add_argument(name, type=Path, required=True)
    chosen = options.parse_args()
    # Rasa logs every message that it parses.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.disable(logging.WARNING)
    asked = json.loads(chosen.asked.read_text("utf-8"))
    fixed = list(_fixed())
    # One after the other: two models at once take twice the memory.
    old = asyncio.run(_findings(chosen.old, fixed, asked))
    new = asyncio.run(_findings(chosen.new, fixed, asked))
    chosen.out.write_text(json.dumps(compare(old, new)), encoding="utf-8")


def _fixed() -> Iterator[tuple[str, str]]:
    """Yield the messages of writers from whom nothing was learned, each with its one intent."""
    for block in yaml.safe_load(_MESSAGES.read_text("utf-8"))["nlu"]:
        for line in block["examples"].splitlines():
            yield line.removeprefix(_BULLET), block["intent"]
    for file in sorted(_QUESTIONS.glob("*.jsonl")):
        for case in map(json.loads, file.read_text("utf-8").splitlines()):
            if len(case["intents"]) == 1:
                yield case["text"], case["intents"][0]


async def _findings(
    model: Path, fixed: Sequence[tuple[str, str]], asked: Mapping[str, Any]
) -> Findings:
    agent = Agent.load(model)
    found = Findings()
    for text, wanted in fixed:
        found.messages.append(await _heard(agent, text, wanted))
    for probe in asked["probes"]:
        found.lessons.append(await _heard(agent, probe["text"], probe["intent"], probe["id"]))
    for conversation in asked["conversations"]:
        # "Morgen" means what it meant then.
        os.environ["BOT_NOW"] = conversation["now"]
        found.slips[conversation["id"]] = await slips_of(agent, conversation["story"])
    return found


async def _heard(agent: Agent, text: str, wanted: str, lesson: int | None = None) -> Heard:
    parsed = await agent.parse_message(text)
    intent = parsed["intent"]["name"]
    ranking = [each for each in parsed["intent_ranking"] if each["name"] != FALLBACK]
    return Heard(text, wanted, intent, ranking[0]["name"], ranking[0]["confidence"], lesson)


if __name__ == "__main__":
    main()
