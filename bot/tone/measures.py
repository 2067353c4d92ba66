"""The checks that count or compare instead of looking for a phrase."""

import re
from collections.abc import Iterator
from functools import cache

from bot.tone.finding import Finding
from bot.tone.lists import read_words
from bot.tone.phrase import word_pattern
from bot.tone.readability import ENOUGH_WORDS, HARD_BELOW, LONGEST_SENTENCE, reading
from bot.tone.rules import rule
from bot.tone.text import plain, sentences, without_places, without_quotations, words

MOST_WORDS = 40
_MOST_EXCLAMATIONS = 1
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2764\u231a-\u23ff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff\u200d]*)|(?<!\\w)[:;=]-?[)(DPp*|](?!\\w)"
)
_EXCLAMATION = re.compile(r"[!?]*![!?]*")
_MANY_QUESTION_MARKS = re.compile(r"\?{2,}")


def exclamation_or_emoji(text: str) -> Iterator[Finding]:
    """A chain of exclamation marks or emoji. One of either is a smile, two are a salesman."""
    said = without_quotations(plain(text))
    marks = list(_EXCLAMATION.finditer(said))
    emoji = list(_EMOJI.finditer(said))
    chained = [mark for mark in marks if len(mark[0]) > 1]
    for found in chained or marks[_MOST_EXCLAMATIONS:]:
        yield rule("exclamation_or_emoji").finding(text, *found.span())
        return
    for found in _MANY_QUESTION_MARKS.finditer(said):
        yield rule("exclamation_or_emoji").finding(text, *found.span())
        return
    if len(emoji) > 1:
        yield rule("exclamation_or_emoji").finding(text, emoji[0].start(), emoji[-1].end())


def too_long(text: str) -> Iterator[Finding]:
    if len(words(without_places(text))) > MOST_WORDS:
        yield rule("too_long").finding(text, 0, len(text))


def too_hard(text: str) -> Iterator[Finding]:
    read = without_places(plain(text))
    found = False
    for hard, plain_word in _hard_words():
        for match in hard.finditer(read):
            found = True
            yield rule("too_hard").finding(text, *match.span(), f'"{plain_word}"')
    for sentence in sentences(read):
        if len(words(sentence.text)) > LONGEST_SENTENCE:
            found = True
            end = sentence.start + len(sentence.text.rstrip())
            yield rule("too_hard").finding(text, sentence.start, end)
    measured = reading(read)
    if not found and measured.words >= ENOUGH_WORDS and measured.score < HARD_BELOW:
        yield rule("too_hard").finding(text, 0, len(text))


@cache
def _hard_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((word_pattern(word), better) for word, better in read_words("hard").items())
