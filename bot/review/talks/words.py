"""Words as they are searched: without capitals and accents, and nothing but letters and digits."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    return " ".join(word for word, _, _ in words_of(text))


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word, folded, with where it stands in a text whose characters are composed."""
    for match in _WORD.finditer(text):
        bare = unicodedata.normalize("NFKD", match[0].casefold())
        word = "".join(each for each in bare if not unicodedata.combining(each))
        if word:
            yield word, match.start(), match.end()


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
