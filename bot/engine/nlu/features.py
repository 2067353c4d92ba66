"""What the intent classifier sees of a message: its words, lemmas, tags and characters."""

import re
import unicodedata
from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import FunctionTransformer
from spacy.tokens import Doc

# "words", "lemmas" and "tags" as plain strings, so that a stored vectorizer needs no spaCy.
Seen = dict[str, list[str]]

# The Dutch treebanks' classes (CGN): nouns, verbs, adjectives, names, numbers, adverbs.
_MEANINGFUL = {"N", "WW", "ADJ", "SPEC", "TW", "BW"}
# Found with each writer held out in turn (docs/benchmarks.md).
_WEIGHTS = {"words": 1.0, "characters": 1.3, "lemmas": 0.7, "tags": 0.2}
_DIGITS = re.compile(r"\d")


def see(doc: Doc) -> Seen:
    """Reduce a parsed message to the strings that features are made of."""
    words = [_plain(token.text) for token in doc if not token.is_space]
    # Compound boundaries (`zonne_bril`) make a lemma's parts features of their own.
    lemmas = [_plain(token.lemma_) for token in doc if not token.is_space]
    tags = [token.tag_ or token.pos_ for token in doc if not token.is_space]
    return {"words": words, "lemmas": lemmas, "tags": tags}


def union(parts: Sequence[str]) -> FeatureUnion:
    """Return the vectorizer of the chosen parts: words, lemmas, tags, characters."""
    return FeatureUnion(
        [(part, _PARTS[part]()) for part in parts],
        transformer_weights={part: _WEIGHTS[part] for part in parts},
    )


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return _DIGITS.sub("0", letters)


def _same(tokens: list[str]) -> list[str]:
    return tokens


def _all_words(messages: Sequence[Seen]) -> list[list[str]]:
    return [message["words"] for message in messages]


def _all_lemmas(messages: Sequence[Seen]) -> list[list[str]]:
    """Keep the words that carry meaning; "zonne_bril" and "zonnebril" are the same lemma."""
    return [
        [
            lemma.replace("_", "")
            for lemma, tag in zip(message["lemmas"], message["tags"], strict=True)
            if tag.split("|")[0] in _MEANINGFUL
        ]
        for message in messages
    ]


def _all_tags(messages: Sequence[Seen]) -> list[list[str]]:
    return [["|".join(tag.split("|")[:3]) for tag in message["tags"]] for message in messages]


def _all_texts(messages: Sequence[Seen]) -> list[str]:
    return [" ".join(message["words"]) for message in messages]


def _of(select, **options) -> Pipeline:
    return Pipeline(
        [
            ("select", FunctionTransformer(select)),
            ("weigh", TfidfVectorizer(sublinear_tf=True, **options)),
        ]
    )


def _tokens(select, longest: int) -> Pipeline:
    return _of(
        select,
        tokenizer=_same,
        preprocessor=_same,
        token_pattern=None,
        lowercase=False,
        ngram_range=(1, longest),
    )


_PARTS = {
    "words": lambda: _tokens(_all_words, 2),
    "lemmas": lambda: _tokens(_all_lemmas, 2),
    "tags": lambda: _tokens(_all_tags, 1),
    "characters": lambda: _of(_all_texts, analyzer="char_wb", ngram_range=(2, 5)),
}
