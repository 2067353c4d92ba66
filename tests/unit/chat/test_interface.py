"""What `openapi.json` says of the chat API is true: checked with requests made from it."""

from typing import Any

import httpx
import hypothesis
import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bot.chat.api import api

from .fake_engine import FakeEngine

EXAMPLES = 25

# JSON Schema cannot say what is readable text: that it is taken, test_messages tests.
NOT_FOR_US: list[Any] = [positive_data_acceptance]
DESCRIBED = api.get_openapi_schema(path_prefix="/api/chat/")["paths"]
REQUESTS = [
    (path, method, mode)
    for path, methods in DESCRIBED.items()
    for method, operation in methods.items()
    for mode in GenerationMode
    # Where nothing can be filled in, nothing can be filled in wrong.
    if mode.is_positive or operation["parameters"] or "requestBody" in operation
]


@pytest.fixture
def interface(_shop: None, engine: FakeEngine, door_url: str, settings: Any) -> BaseSchema:
    many = (1_000_000, 60)
    settings.CHAT_OPEN_LIMIT = settings.CHAT_ADDRESS_LIMIT = many
    config = SchemathesisConfig.from_dict(
        {
            "max-stream-events": 1,
            "request-timeout": 5,
            # Each request has a good token; that without one it is refused, is a check of its own.
            "generation": {"with-security-parameters": False},
        }
    )
    return schemathesis.openapi.from_url(f"{door_url}/api/chat/openapi.json", config=config)


@pytest.mark.parametrize(("path", "method", "mode"), REQUESTS)
def test_every_answer_is_as_described(
    interface: BaseSchema, door_url: str, path: str, method: str, mode: GenerationMode
) -> None:
    @hypothesis.settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=interface[path][method].as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case) -> None:
        # A new one each time: a conversation that was erased would be known no more.
        case.call_and_validate(headers=_key(door_url), excluded_checks=NOT_FOR_US)

    holds()


def _key(door_url: str) -> dict[str, str]:
    opened = httpx.post(f"{door_url}/api/chat/conversations", json={}, trust_env=False)
    return {"Authorization": f"Bearer {opened.json()['token']}"}
