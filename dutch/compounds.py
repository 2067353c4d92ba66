"""Marks where a compound's lemma falls apart: zonnebril becomes zonne_bril, as in the treebanks.

This module travels in the wheel, so it needs spaCy alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

MARK = "_"
FACTORY = "compound_marker"
# The word classes that Dutch makes compounds of.
COMPOUNDING = ("NOUN", "VERB", "ADJ")
# Of the words that begin with a part, so many must be compounds before a new one is taken for one.
_FEWEST_COMPOUNDS = 0.5
_SHORTEST_PART = 3
_SHORTEST_NEW_PART = 4
# "In" and "op" begin verbs, and a verb is only split before one that is known.
_SHORTEST_VERB_PREFIX = 2
_LINKS = ("s", "en", "e")


class CompoundMarker:
    """Splits a lemma before a known last part, where what stands before it is a known first part.

    `known` holds word class -> lemma without marks -> lemma with marks (the same, if it has none);
    from it follow the first and last parts by which new compounds are told.
    """

    def __init__(self, known: dict[str, dict[str, str]] | None = None) -> None:
        self._known: dict[str, dict[str, str]] = {}
        self._prepare(known or {})

    @classmethod
    def learn(cls, lemmas: Iterable[tuple[str, str]]) -> "CompoundMarker":
        """Learn from pairs of a lemma with its marks and its word class."""
        spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for lemma, pos in lemmas:
            if pos in COMPOUNDING:
                spellings[pos, lemma.replace(MARK, "")][lemma] += 1
        known: dict[str, dict[str, str]] = {pos: {} for pos in COMPOUNDING}
        for (pos, plain), counts in sorted(spellings.items()):
            known[pos][plain] = counts.most_common(1)[0][0]
        return cls(known)

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if MARK not in token.text:
                token.lemma_ = self.mark(token.lemma_, token.pos_)
        return doc

    def mark(self, lemma: str, pos: str) -> str:
        """Return a lemma with its marks, or as it is where no compound is recognised."""
        if pos not in self._known:
            return lemma
        if lemma in self._known[pos]:
            return self._known[pos][lemma]
        places = range(_SHORTEST_VERB_PREFIX, len(lemma) - _SHORTEST_PART + 1)
        sure, split = max(
            (self._sureness(lemma[:place].lower(), lemma[place:].lower(), pos), place)
            for place in (*places, 0)
        )
        return f"{lemma[:split]}{MARK}{lemma[split:]}" if sure else lemma

    def _sureness(self, first: str, last: str, pos: str) -> float:
        """Return 0 where the two are no compound, and more the likelier they are one."""
        if last not in self._lasts[pos]:
            return 0.0
        share = self._share_of_compounds[pos].get(first)
        if share is not None:
            return len(first) + share if share >= _FEWEST_COMPOUNDS else 0.0
        if pos == "VERB" or min(len(first), len(last)) < _SHORTEST_NEW_PART:
            return 0.0
        bare = (first, *(first.removesuffix(link) for link in _LINKS if first.endswith(link)))
        return len(last) / 100 if any(part in self._words for part in bare) else 0.0

    def _prepare(self, known: dict[str, dict[str, str]]) -> None:
        self._known = known
        self._words = {
            plain.lower() for plain in known.get("NOUN", ()) if len(plain) >= _SHORTEST_NEW_PART
        }
        self._lasts = {pos: _last_parts(words) for pos, words in known.items()}
        self._share_of_compounds = {pos: _shares(words) for pos, words in known.items()}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        folder = Path(path)
        folder.mkdir(exist_ok=True)
        srsly.write_json(folder / "known.json", self._known)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "CompoundMarker":
        self._prepare(srsly.read_json(Path(path) / "known.json"))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        packed: bytes = srsly.msgpack_dumps(self._known)
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "CompoundMarker":
        self._prepare(srsly.msgpack_loads(data))
        return self

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None
    ) -> None:
        """Nothing to do: it is learned before it joins a pipeline."""


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.lemma", "token.pos"])
def make_compound_marker(nlp: Language, name: str) -> CompoundMarker:
    return CompoundMarker()


def _last_parts(words: dict[str, str]) -> set[str]:
    """Return the last parts of compounds, and the words that could be one."""
    lasts = {marked.rpartition(MARK)[2].lower() for marked in words.values()}
    return {last for last in lasts if len(last) >= _SHORTEST_PART}


def _shares(words: dict[str, str]) -> dict[str, float]:
    """Return, for each first part, which share of the words beginning with it are compounds."""
    parts = {marked.partition(MARK)[0].lower() for marked in words.values() if MARK in marked}
    compounds: Counter[str] = Counter()
    beginnings: Counter[str] = Counter()
    for plain, marked in words.items():
        for end in range(1, len(plain)):
            if plain[:end].lower() in parts:
                beginnings[plain[:end].lower()] += 1
        if MARK in marked:
            compounds[marked.partition(MARK)[0].lower()] += 1
    return {part: count / max(beginnings[part], count) for part, count in compounds.items()}
