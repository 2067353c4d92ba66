"""English where Dutch has a word.

A word with a Dutch one beside it is found anywhere, a name ("Clubmaster") excepted. Two English
function words close together are English whatever they say.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.tone.finding import Finding
from bot.tone.language import (
    common_words,
    is_english,
    without_help_in_english,
    words_english_alone,
)
from bot.tone.lists import read_words
from bot.tone.phrase import word_pattern
from bot.tone.rules import rule
from bot.tone.text import places, plain, sentences, without_places, without_quotations

_NEAR = 2


def english(text: str) -> Iterator[Finding]:
    said = without_help_in_english(without_places(without_quotations(plain(text))))
    for sentence in sentences(said):
        spans = [(0, len(sentence.text.rstrip()), None)] if is_english(sentence.text) else None
        for start, end, better in spans or [*_words(sentence.text), *_run(sentence.text)][:1]:
            place = sentence.start + start
            yield rule("english").finding(text, place, sentence.start + end, better)


def _words(sentence: str) -> Iterator[tuple[int, int, str | None]]:
    for pattern, better in _listed():
        for match in pattern.finditer(sentence):
            if not _is_name(match, sentence):
                yield *match.span(), f'"{better}"'


def _run(sentence: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield two English words with no more than a word between, or one that says enough."""
    found = [match for match in places(sentence) if match[0].lower() in common_words()]
    for word, other in pairwise(found):
        if len(sentence[word.end() : other.start()].split()) < _NEAR:
            yield word.start(), other.end(), None
    for word in found:
        if word[0].lower() in words_english_alone() and not _is_name(word, sentence):
            yield *word.span(), None


def _is_name(match: re.Match[str], sentence: str) -> bool:
    """Whether a word in the middle of a sentence is written as a name."""
    capital = match[0][0].isupper() and not match[0].isupper()
    return capital and bool(sentence[: match.start()].strip())


@cache
def _listed() -> tuple[tuple[re.Pattern[str], str], ...]:
    conjugated = {
        rf"(?<!\w)(?:ge|geü|her)?{stem}(?:en|t|te|ten|de|den|d|e|ed|et|ende)?(?!\w)": better
        for stem, better in read_words("english_verbs").items()
    }
    words = read_words("english_phrases") | read_words("english")
    return (
        *((word_pattern(word), better) for word, better in words.items()),
        *((re.compile(form, re.IGNORECASE), better) for form, better in conjugated.items()),
    )
