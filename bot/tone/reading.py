"""The texts of a file, each with its line: a domain's responses, or what a shop's file says.

A comment `# tone: english` on a text's line, or on the line of its response, lets a check pass
there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

# Buttons that ask which question was meant carry what the customer would say.
_TITLES = "utter_choice_"
# What shop.yml holds for the machine: no customer reads it.
_NOT_SAID = re.compile(
    r"(?:appointments|handover|languages|opening_hours|glasses_from)(?:\.|$)|privacy\.erase$"
    r"|(?:.*\.)?(?:key|sku|status|discounts|email|website|instagram|postcode|phone|number)$"
)
_PASSED = re.compile(r"#\s*tone:\s*([a-z_, ]+)")


@dataclass(frozen=True)
class Line:
    """A text at its line of a file, and the checks that pass there."""

    text: str
    number: int
    is_title: bool
    passed: frozenset[str]


def read(path: Path) -> list[Line]:
    source = path.read_text(encoding="utf-8")
    root = yaml.compose(source, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return []
    reader = _Reader(source.splitlines())
    responses = _child(root, "responses")
    if isinstance(responses, yaml.MappingNode):
        return list(reader.responses(responses))
    return list(reader.values(root, ""))


@dataclass(frozen=True)
class _Reader:
    source: list[str]

    def responses(self, responses: yaml.MappingNode) -> Iterator[Line]:
        for key, variants in responses.value:
            is_title = key.value.startswith(_TITLES)
            for variant in variants.value if isinstance(variants, yaml.SequenceNode) else ():
                text = _child(variant, "text")
                if isinstance(text, yaml.ScalarNode):
                    yield self._line(text, is_title, key)
                buttons = _child(variant, "buttons")
                for button in buttons.value if isinstance(buttons, yaml.SequenceNode) else ():
                    title = _child(button, "title")
                    if isinstance(title, yaml.ScalarNode):
                        yield self._line(title, True, key)

    def values(self, node: yaml.Node, path: str) -> Iterator[Line]:
        if _NOT_SAID.match(path):
            return
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from self.values(value, f"{path}.{key.value}".strip("."))
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from self.values(value, path)
        elif isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str":
            yield self._line(node, False, node)

    def _line(self, node: yaml.ScalarNode, is_title: bool, owner: yaml.Node) -> Line:
        numbers = {node.start_mark.line, node.end_mark.line, owner.start_mark.line}
        comments = (_PASSED.search(self.source[n]) for n in numbers if n < len(self.source))
        passed = (re.split(r"[,\s]+", comment[1].strip()) for comment in comments if comment)
        return Line(
            str(node.value),
            node.start_mark.line + 1,
            is_title,
            frozenset(name for names in passed for name in names),
        )


def _child(node: yaml.Node, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)
