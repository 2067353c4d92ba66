"""Pipelines in Rasa itself, trained and asked as Rasa does it: its default, its logistic
regression, and ours."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent
from rasa.model_training import train_nlu

from bench.messages import Example
from bench.peers.errors import PeerFailed
from bench.peers.result import Result, result

_COUNTS: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]

_RECIPE = {"recipe": "default.v1", "assistant_id": "bench", "language": "nl"}
_DIET = {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True}

DEFAULT = {**_RECIPE, "pipeline": [*_COUNTS, _DIET]}
"""Rasa 3.6's default, less the parts that have nothing to do here (responses, synonyms)."""
LOGISTIC_REGRESSION = {
    **_RECIPE,
    "pipeline": [*_COUNTS, {"name": "LogisticRegressionClassifier"}],
}


def ours() -> dict[str, Any]:
    config: dict[str, Any] = yaml.safe_load(Path("config.yml").read_text())
    return {key: value for key, value in config.items() if key != "policies"}


def classify(config: dict[str, Any], learn: Sequence[Example], ask: Sequence[Example]) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        return _classify(config, learn, ask, Path(folder))


def _classify(
    config: dict[str, Any],
    learn: Sequence[Example],
    ask: Sequence[Example],
    folder: Path,
) -> Result:
    settings, data = folder / "config.yml", folder / "nlu.yml"
    settings.write_text(yaml.safe_dump(config), "utf-8")
    data.write_text(_as_nlu(learn), "utf-8")
    begun = time.perf_counter()
    path = train_nlu(str(settings), str(data), str(folder))
    seconds = time.perf_counter() - begun
    if path is None:
        raise PeerFailed("Rasa could not train it; its reason stands above")
    agent = Agent.load(path)
    rankings, times = [], []
    for example in ask:
        begun = time.perf_counter()
        parsed = asyncio.run(agent.parse_message(example.text))
        times.append((time.perf_counter() - begun) * 1000)
        rankings.append(_ranking(parsed))
    return result(ask, rankings, seconds, times)


def _ranking(parsed: dict[str, Any]) -> list[tuple[str, float]]:
    ranking = [(i["name"], float(i["confidence"])) for i in parsed["intent_ranking"]]
    return [one for one in ranking if one[0] != "nlu_fallback"]


def _as_nlu(examples: Sequence[Example]) -> str:
    def owner(example: Example) -> tuple[str, str]:
        return example.intent, example.writer

    blocks = [
        {
            "intent": intent,
            "metadata": {"writer": writer},
            "examples": "".join(f"- {e.text}\n" for e in of_one),
        }
        for (intent, writer), of_one in groupby(sorted(examples, key=owner), owner)
    ]
    return yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True, width=10_000)
