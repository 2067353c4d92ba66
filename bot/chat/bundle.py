"""Several ES modules in one, for the network's sake.

The window is written as small modules. A browser would fetch them one after another, each import
a round trip further away, and pack them each by itself. What is understood here is what those
modules use of the language: static imports of names from files beside them, and exports of
declarations.
"""

import re
from pathlib import Path

import rjsmin

_IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from "\./(?P<file>[\w.]+)\.js";$', re.M
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (?P<name>\w+))", re.M)
_NOT_UNDERSTOOD = re.compile(r"^(?:import|export)\b.*$", re.M)


class CannotBundle(Exception):
    """A module uses something that would be lost when it is joined with others."""


def bundle(entry: Path) -> str:
    """Return a module that exports what the entry exports, and imports nothing."""
    parts: dict[str, str] = {}
    _join(entry, parts, ())
    names = ", ".join(_EXPORT.findall(entry.read_text("utf-8")))
    joined = "\n".join(parts.values())
    return minified(f"{joined}\nexport const {{ {names} }} = {_variable(entry)};\n")


def minified(source: str) -> str:
    """Return a script without its comments and its layout."""
    return str(rjsmin.jsmin(source))


def _join(module: Path, parts: dict[str, str], importers: tuple[str, ...]) -> None:
    """Add a module after all that it imports; each keeps a scope of its own."""
    if module.stem in importers:
        raise CannotBundle(f"{module.name} imports itself, by way of {', '.join(importers)}")
    if module.stem in parts:
        return
    source = module.read_text("utf-8")
    for wanted in _IMPORT.finditer(source):
        _join(module.with_name(f"{wanted['file']}.js"), parts, (*importers, module.stem))
    body = _EXPORT.sub("", _IMPORT.sub(_taken_from_scope, source))
    if strange := _NOT_UNDERSTOOD.search(body):
        raise CannotBundle(f"{module.name}: {strange.group()}")
    names = ", ".join(_EXPORT.findall(source))
    parts[module.stem] = (
        f"const {_variable(module)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"
    )


def _taken_from_scope(wanted: re.Match[str]) -> str:
    taken = wanted["whole"] or f"{{ {wanted['names'].replace(' as ', ': ')} }}"
    return f"const {taken} = {_variable(Path(wanted['file']))};"


def _variable(module: Path) -> str:
    return f"module_{module.stem.replace('.', '_')}"
