"""Word lists that tell a name from an ordinary word."""

from functools import cache
from pathlib import Path


@cache
def common_words() -> frozenset[str]:
    return _words_in("common_words.txt")


@cache
def given_names() -> frozenset[str]:
    return _words_in("given_names.txt")


def _words_in(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
