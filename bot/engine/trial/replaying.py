"""A good conversation, held again by a model with Rasa's own test of stories."""

from __future__ import annotations

from collections.abc import Iterator

# Rasa's `test` reports shares; where a story goes wrong stands in what these make.
from rasa.core.agent import Agent
from rasa.core.test import (
    WronglyClassifiedUserUtterance,
    WronglyPredictedAction,
    _predict_tracker_actions,
)
from rasa.shared.core.events import UserUttered
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph

from bot.engine.trial.comparing import Slip

# By such a name Rasa knows that a story is a test.
_TEST_FILE = "test_stories.yml"


async def slips_of(agent: Agent, story: str) -> list[Slip]:
    """Return where a model understands or does something else than the story tells."""
    steps = YAMLStoryReader(agent.domain, _TEST_FILE).read_from_string(story)
    trackers = TrainingDataGenerator(
        StoryGraph(steps), agent.domain, use_story_concatenation=False, augmentation_factor=0
    ).generate_story_trackers()
    slips: list[Slip] = []
    for tracker in trackers:
        _, held, _, _ = await _predict_tracker_actions(tracker, agent, use_e2e=True)
        slips.extend(_slips(held))
    return slips


def _slips(held: DialogueStateTracker) -> Iterator[Slip]:
    turn = 0
    for event in held.events:
        if isinstance(event, UserUttered):
            turn += 1
        if isinstance(event, WronglyClassifiedUserUtterance):
            wanted, got = event.intent_name or "", event.predicted_intent or ""
            # Entities are found by grammars, which learn nothing: there is nothing to get worse.
            if wanted != got:
                yield Slip(turn, wanted, got, "intent")
        elif isinstance(event, WronglyPredictedAction):
            yield Slip(turn, event.action_name or "", event.action_name_prediction or "", "action")
