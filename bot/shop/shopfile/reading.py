"""A shop file, read whole: either all of it is right, or every mistake is told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.shop.shopfile.mistakes import Mistake, ShopFileError
from bot.shop.shopfile.schema import ShopFile
from bot.shop.shopfile.sentences import sentence
from bot.shop.shopfile.source import Source, parse

NATURAL_KEYS = {"services": "key", "products": "sku", "orders": "number"}


def read_shop_file(path: Path) -> ShopFile:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ShopFileError([Mistake(1, f"{path} cannot be read: {error.strerror}.")]) from error
    except UnicodeDecodeError as error:
        raise ShopFileError([Mistake(1, f"{path} is not UTF-8 text.")]) from error

    source = parse(text)
    mistakes = [*source.mistakes, *_duplicates(source), *_overlapping_exceptions(source)]
    try:
        shop_file = ShopFile.model_validate(source.data)
    except ValidationError as error:
        mistakes += [Mistake(source.line_of(e["loc"]), sentence(e)) for e in error.errors()]
    if mistakes:
        raise ShopFileError(mistakes)
    return shop_file


def _duplicates(source: Source) -> Iterator[Mistake]:
    for section, key in NATURAL_KEYS.items():
        seen: dict[Any, int] = {}
        for number, item in _items(source, section):
            value = item.get(key)
            if not isinstance(value, str):
                continue
            line = source.line_of((section, number, key))
            if value in seen:
                yield Mistake(
                    line, f"The {key} '{value}' of {section} stands on line {seen[value]} already."
                )
            seen.setdefault(value, line)


def _overlapping_exceptions(source: Source) -> Iterator[Mistake]:
    seen: list[tuple[date, date, int]] = []
    for number, item in _items(source, "opening_hours", "exceptions"):
        first, last = item.get("date", item.get("from")), item.get("date", item.get("to"))
        if type(first) is not date or type(last) is not date:
            continue
        line = source.line_of(("opening_hours", "exceptions", number))
        for other_first, other_last, other_line in seen:
            if first <= other_last and other_first <= last:
                yield Mistake(
                    line,
                    f"This exception has a day in common with the one on line {other_line}.",
                )
        seen.append((first, last, line))


def _items(source: Source, *place: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Walk a list in data that nobody has checked yet."""
    found = source.data
    for key in place:
        found = found.get(key) if isinstance(found, dict) else None
    if isinstance(found, list):
        yield from ((n, item) for n, item in enumerate(found) if isinstance(item, dict))
