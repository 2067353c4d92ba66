"""YAML as plain data, remembering on which line each part of it stands."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

import yaml

from bot.shop.shopfile.mistakes import Mistake, ShopFileError

Place: TypeAlias = tuple[str | int, ...]


@dataclass
class Source:
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """Return the line of a place, or of the nearest thing around it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def parse(text: str) -> Source:
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        source = Source(lines={(): 1})
        source.data = _build(loader, node, (), source) if node else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        sentence = f"This is not valid YAML: {error.problem or error.context}."
        raise ShopFileError([Mistake(mark.line + 1 if mark else 1, sentence)]) from error
    except yaml.YAMLError as error:
        raise ShopFileError([Mistake(1, f"This is not valid YAML: {error}.")]) from error
    finally:
        loader.dispose()
    return source


def _build(loader: yaml.SafeLoader, node: yaml.Node, place: Place, source: Source) -> Any:
    source.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, place, source)
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(loader, item, (*place, number), source) for number, item in enumerate(node.value)
        ]
    return _scalar(loader, node)


def _mapping(
    loader: yaml.SafeLoader, node: yaml.MappingNode, place: Place, source: Source
) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in built:
            source.mistakes.append(Mistake(line, f"The key '{key}' stands here twice."))
            continue
        source.lines[(*place, key)] = line
        built[key] = _build(loader, value_node, (*place, key), source)
    return built


def _scalar(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if node.tag == "tag:yaml.org,2002:float":
        try:
            return Decimal(node.value)
        except InvalidOperation:
            return node.value
    try:
        return loader.construct_object(node)
    except ValueError:
        # Such as 2026-13-45: the schema says what was expected here.
        return node.value
