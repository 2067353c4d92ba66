"""What stands in YAML beside the code: rules, principles and lists of words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent


@cache
def principles() -> Mapping[str, str]:
    return _read("principles.yml")


@cache
def read_words(name: str) -> dict[str, Any]:
    return _read(f"words/{name}.yml")


@cache
def read_rule(check: str) -> Mapping[str, Any]:
    return _read(f"rules/{check}.yml")


def rule_names() -> list[str]:
    return sorted(path.stem for path in (_HERE / "rules").glob("*.yml"))


def _read(path: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((_HERE / path).read_text(encoding="utf-8"))
    return content
