"""Finds what the shop sells and does by the words that customers have for it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.engine.entities.folding import fold
from bot.engine.entities.found import Found
from bot.engine.entities.words import common_words

_WORD = re.compile(r"[^\W_]+(?:[.+][\d]+)?|[.,?!;\n]")
_STOPS = frozenset(".,?!;\n")
_LONGEST_PHRASE = 5
# How many words may stand between those of one phrase: "ogen weer eens laten meten".
_GAP = 3
# Words that a phrase can do without.
_LOOSE = frozenset(
    [
        "laten",
        "te",
        "komen",
        "van",
        "mijn",
        "het",
        "een",
        "de",
        "over",
        "bij",
        "nieuwe",
        "nieuw",
        "helpen",
        "aan",
        "voor",
    ]
)
# "Maken" and "zetten" say too little when they stand apart from "bril".
_TOO_GENERAL = frozenset({"mak", "zett", "goed"})
_NOUNS = {
    **dict.fromkeys(("oog", "ogen", "oogje", "oogjes"), "#oog"),
    **dict.fromkeys(("oor", "oren", "oortje", "oortjes"), "#oor"),
    **dict.fromkeys(("lens", "lenzen", "lensjes", "contactlenzen", "contactlens"), "#lens"),
    **dict.fromkeys(("bril", "brillen", "brilletje", "brilleke", "brille"), "#bril"),
    **dict.fromkeys(("montuur", "monturen", "montuurtje"), "#montuur"),
}
# Spellings by ear of the words that services are made of.
_BY_EAR = {
    **dict.fromkeys(("oge", "ooge", "oogen"), "ogen"),
    **dict.fromkeys(("lense", "lensen"), "lenzen"),
    **{f"{prefix}mete": f"{prefix}meten" for prefix in ("", "aan", "op", "door", "na")},
    "late": "laten",
}
_ENDINGS = ("s", "en", "n", "je", "jes", "tje", "tjes", "etje", "etjes", "ke", "kes", "eke", "ken")
_SEPARABLE = ("op", "na", "bij", "uit", "recht", "aan", "door", "af")


@dataclass(frozen=True)
class _Word:
    plain: str
    start: int
    end: int


class Catalogue:
    """Knows phrases of brands, kinds and services; `phrases` is entity -> phrase -> value."""

    def __init__(self, phrases: Mapping[str, Mapping[str, str]]) -> None:
        self._exact: dict[str, dict[str, str]] = {}
        self._loose: dict[str, dict[frozenset[str], str]] = {}
        for entity, values in phrases.items():
            exact = {_squashed(phrase): value for phrase, value in values.items()}
            if entity == "brand":
                exact = {**{_squashed(brand): brand for brand in values.values()}, **exact}
            self._exact[entity] = {phrase: value for phrase, value in exact.items() if phrase}
            self._loose[entity] = _loose(values) if entity == "service" else {}
        brands = {brand for brand in self._exact.get("brand", {}) if brand not in common_words()}
        others = {
            phrase for entity, known in self._exact.items() if entity != "brand" for phrase in known
        }
        self._brands = frozenset(brands)
        # A slip in the first letter is rare, and asking for it keeps the search short.
        self._slips: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted(brands | others):
            if len(phrase) >= 5:
                self._slips[phrase[0]].append(phrase)
        self._read_one = lru_cache(maxsize=8192)(self._one)

    def find(self, text: str) -> list[Found]:
        words = [
            _Word(_BY_EAR.get(match.group(), match.group()), *match.span())
            for match in _WORD.finditer(fold(text))
        ]
        found = [
            one
            for entity in self._exact
            for one in _longest([*self._phrases(entity, words), *self._scattered(entity, words)])
        ]
        kinds = [one for one in found if one.entity != "brand"]
        found = [one for one in found if one.entity != "brand" or self._is_brand(one, kinds, text)]
        return sorted(found, key=lambda one: (one.start, -one.end))

    def _phrases(self, entity: str, words: list[_Word]) -> Iterator[Found]:
        for first in range(len(words)):
            for last in range(first, min(first + _LONGEST_PHRASE, len(words))):
                if words[last].plain in _STOPS:
                    break
                span = words[first : last + 1]
                value = self._value(entity, tuple(word.plain for word in span))
                if value:
                    yield Found(entity, value, span[0].start, span[-1].end)

    def _value(self, entity: str, span: tuple[str, ...]) -> str | None:
        squashed = "".join(span)
        exact = self._exact[entity].get(squashed)
        if exact or len(span) > 2 or len(squashed) < 4:
            return exact
        if len(span) == 2 and (
            entity != "brand"
            or len(span[0]) < 3
            or span[1] in _LOOSE
            or common_words().issuperset(span)
        ):
            return None
        return self._read_one(entity, squashed)

    def _one(self, entity: str, word: str) -> str | None:
        """Return what an inflected, compound or misspelt word means."""
        if word in common_words():
            return None
        known = self._exact[entity]
        for stem in _stems(word):
            is_word = entity == "brand" and stem in common_words()
            if len(stem) > 3 and stem in known and not is_word:
                return known[stem]
        if any(stem in other for other in self._exact.values() for stem in (word, *_stems(word))):
            return None
        if entity == "brand" and word.endswith("s") and f"{word[:-1]}z" in known:
            return known[f"{word[:-1]}z"]
        misspelt = self._misspelt(word)
        if misspelt:
            return known.get(misspelt)
        return None if entity == "brand" else self._compound(entity, word)

    def _compound(self, entity: str, word: str) -> str | None:
        shortest = 4 if entity == "kind" else 7
        for start in range(2, len(word) - shortest + 1):
            for tail in (word[start:], *_stems(word[start:])):
                if len(tail) >= shortest and tail in self._exact[entity]:
                    return self._exact[entity][tail]
        return None

    def _misspelt(self, word: str) -> str | None:
        """Return the phrase that was meant, of whatever entity it is."""
        for spelling in dict.fromkeys((word, *_as_heard(word))) if len(word) >= 5 else ():
            best = process.extractOne(
                spelling,
                self._slips.get(spelling[0], ()),
                scorer=OSA.distance,
                score_cutoff=1 if len(spelling) < 8 else 2,
            )
            if not best:
                continue
            phrase, slips, _ = best
            if slips < 2 or len(spelling) >= 10 or phrase in self._brands:
                return str(phrase)
        return None

    def _scattered(self, entity: str, words: list[_Word]) -> Iterator[Found]:
        """Find a phrase whose words stand apart, or turned round: "testen van mijn gehoor"."""
        known = self._loose[entity]
        for first, word in enumerate(words if known else ()):
            for last in range(first + 1, min(first + _GAP + 3, len(words))):
                if words[last].plain in _STOPS:
                    break
                if last - first == 1:
                    continue
                value = known.get(frozenset((_root(word.plain), _root(words[last].plain))))
                if value:
                    yield Found(entity, value, word.start, words[last].end)

    def _is_brand(self, brand: Found, others: list[Found], text: str) -> bool:
        """A brand that is a word as well, such as Helder, needs a product beside it."""
        if fold(text[brand.start : brand.end]) not in common_words():
            return True
        return any(
            re.fullmatch(
                r"\W*(?:van |de |het |een )?(?:merk )?\W*", fold(text[brand.end : other.start])
            )
            if other.start >= brand.end
            else re.fullmatch(r"\W*(?:van |merk )*\W*", fold(text[other.end : brand.start]))
            for other in others
            if other.entity == "kind"
        )


def _loose(values: Mapping[str, str]) -> dict[frozenset[str], str]:
    """Return the phrases of two words that matter, in any order and form."""
    loose: dict[frozenset[str], str] = {}
    for phrase, value in values.items():
        content = [word for word in _WORD.findall(fold(phrase)) if word not in _LOOSE]
        if len(content) == 2 and not _TOO_GENERAL.intersection(map(_root, content)):
            loose.setdefault(frozenset(map(_root, content)), value)
    return loose


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """Bring "gemeten", "opmeten" and "meten" together, and "bril" with "brillen"."""
    if word in _NOUNS:
        return _NOUNS[word]
    if len(word) > 6 and word.startswith("ge"):
        word = word[2:]
    for prefix in _SEPARABLE:
        if word.startswith(f"{prefix}ge") and len(word) > len(prefix) + 5:
            return _root(prefix + word[len(prefix) + 2 :])
    # "Met" is no form of "meten".
    return (
        re.sub(r"(?:en|t|d)$", "", word) if len(word) > 4 else f"{word}!" if word == "met" else word
    )


def _longest(found: list[Found]) -> list[Found]:
    """Keep the longest of those that overlap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return kept


def _squashed(phrase: str) -> str:
    return "".join(word for word in _WORD.findall(fold(phrase)) if word not in _STOPS)


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _as_heard(word: str) -> Iterator[str]:
    if word.startswith("f"):
        yield f"ph{word[1:]}"
    if word.endswith("ys"):
        yield f"{word[:-2]}ies"
