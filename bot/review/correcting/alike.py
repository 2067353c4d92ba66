"""How much two messages are alike, by the groups of three letters that they share."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

# Above this, two messages ask the same in nearly the same words.
ALIKE = 0.4
# Longer messages tell a story; what is beyond says little of how alike they are.
_LONGEST = 200
_NO_LETTERS = re.compile(r"[^a-z0 ]+")
_SPACES = re.compile(r"\s+")

Trigrams = frozenset[str]


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def trigrams(text: str) -> Trigrams:
    """Return a text's groups of three letters; every digit counts as the same one."""
    plain = re.sub(r"\d", "0", folded(text[:_LONGEST]))
    words = f" {_SPACES.sub(' ', _NO_LETTERS.sub(' ', plain)).strip()} "
    return frozenset(words[at : at + 3] for at in range(len(words) - 2))


def likeness(one: Trigrams, other: Trigrams) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def grouped(texts: Sequence[Trigrams]) -> list[list[int]]:
    """Put texts with the first of those before it that it is like; return their places."""
    groups: list[list[int]] = []
    # Which groups' first texts have these three letters: only those need a look.
    first_with: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        shared = Counter(group for three in text for group in first_with[three])
        best, most = -1, ALIKE
        for group, number in shared.items():
            first = texts[groups[group][0]]
            alike = number / (len(first) + len(text) - number)
            if alike >= most:
                best, most = group, alike
        if best >= 0:
            groups[best].append(place)
            continue
        groups.append([place])
        for three in text:
            first_with[three].append(len(groups) - 1)
    return groups
