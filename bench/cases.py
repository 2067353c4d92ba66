"""What the trained model makes of messages with entities, and of several questions in one message.

Part of `make bench-nlu`. Each set in `bench/sets/` was written by somebody who knew the contract
and the shop and not the code; `docs/understanding.md` tells how each did at first sight.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import structlog
from rasa.core.agent import Agent

from bot.engine.nlu.intents import QUESTIONS
from bot.engine.nlu.questions import STARTS_A_FORM

_SETS = Path(__file__).parent / "sets"
_KINDS = {"time": "times", "name": "names", "service": "services"} | {
    "kind": "kinds, brands",
    "brand": "kinds, brands",
}
_CONTACT = "contact details"
_WHOLE, _CLEAN = "whole message", "left clean"

Case = Mapping[str, Any]
Score = tuple[int, int]
"""How many of how many."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", type=Path, required=True)
    chosen = options.parse_args()
    # Rasa logs every message that it parses.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    agent = Agent.load(chosen.model)
    _print_table("entities", {n: _entities(agent, cases) for n, cases in _read("entities")})
    _print_table("questions", {n: _questions(agent, cases) for n, cases in _read("questions")})


def _read(folder: str) -> Iterator[tuple[str, list[Case]]]:
    for file in sorted((_SETS / folder).glob("*.jsonl")):
        yield file.stem, [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _entities(agent: Agent, cases: Sequence[Case]) -> dict[str, Score]:
    """Score exact values. What a case calls optional may be found and need not be."""
    right, all_of = Counter[str](), Counter[str]()
    for case in cases:
        os.environ["BOT_NOW"] = case["now"]
        wanted = Counter((entity, value) for entity, value in case["entities"])
        optional = {(entity, value) for entity, value in case.get("optional", ())}
        parsed = asyncio.run(agent.parse_message(case["text"]))
        found = Counter((one["entity"], one["value"]) for one in parsed["entities"])
        for entity, value in wanted:
            kind = _KINDS.get(entity, _CONTACT)
            all_of[kind] += 1
            right[kind] += (entity, value) in found
        surplus = [one for one in found - wanted if one not in optional]
        kind = _WHOLE if wanted else _CLEAN
        all_of[kind] += 1
        right[kind] += not surplus and not wanted - found
    return {kind: (right[kind], all_of[kind]) for kind in all_of}


def _questions(agent: Agent, cases: Sequence[Case]) -> dict[str, Score]:
    """Score the questions of each message: exactly those, in order; one that begins a form last."""
    right, all_of = Counter[str](), Counter[str]()
    for case in cases:
        parsed = asyncio.run(agent.parse_message(case["text"]))
        asked = [one["intent"] for one in parsed[QUESTIONS]] or [
            parsed["intent_ranking"][0]["name"]
        ]
        wanted = sorted(case["intents"], key=lambda intent: intent in STARTS_A_FORM)
        several = len(wanted) > 1
        kind = "several, each right and in order" if several else "one, answered as just that one"
        all_of[kind] += 1
        right[kind] += asked == wanted
    return {kind: (right[kind], all_of[kind]) for kind in all_of}


def _print_table(title: str, columns: Mapping[str, Mapping[str, Score]]) -> None:
    print(f"\n{title:34}" + "".join(f"{name:>18}" for name in columns))
    for kind in dict.fromkeys(kind for scores in columns.values() for kind in scores):
        cells = [_cell(scores.get(kind)) for scores in columns.values()]
        print(f"{kind:34}" + "".join(f"{cell:>18}" for cell in cells))


def _cell(score: Score | None) -> str:
    return f"{score[0]}/{score[1]} {score[0] / score[1]:.3f}" if score else ""


if __name__ == "__main__":
    main()
