"""What to look at in the training data: `make check` prints it.

Only a message under two intents is an error. The rest is for whoever writes more messages: what
says nearly the same, which voice an intent lacks, and which intents a model takes for each other.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.engine.nlu.model import IntentModel
from bot.engine.training_data import VOICES, read_blocks

# Percent of the letters that two messages have in common, in order.
_NEARLY_THE_SAME = 92
_ROWS_AT_ONCE = 1000
# Only messages that share their rarer runs of letters are compared letter by letter.
_LARGEST_SHARE = 0.02
_SHARED = 0.6
_THIN_VOICE = 8
_SHOWN = 10


@dataclass(frozen=True)
class Message:
    text: str
    intent: str
    writer: str
    voice: str

    @property
    def bare(self) -> str:
        """The text without capitals and signs, unless it is nothing else."""
        return re.sub(r"[\W_]+", " ", self.text.casefold()).strip() or self.text


def main() -> int:
    messages = list(_messages())
    torn = _under_two_intents(messages)
    for text, intents in torn:
        print(f"error: {text!r} stands under {' and '.join(intents)}")
    _print_near_duplicates(_near_duplicates(messages))
    _print_thin_voices(_thin_voices(messages))
    _print_confusable(_confusable(messages))
    return 1 if torn else 0


def _messages() -> Iterator[Message]:
    for block in read_blocks():
        for voice, texts in block.by_voice():
            for text in texts:
                yield Message(text, block.intent, block.writer, voice)


def _under_two_intents(messages: Sequence[Message]) -> list[tuple[str, list[str]]]:
    intents: dict[str, set[str]] = defaultdict(set)
    for message in messages:
        intents[message.bare].add(message.intent)
    return [(text, sorted(found)) for text, found in intents.items() if len(found) > 1]


def _near_duplicates(messages: Sequence[Message]) -> list[tuple[float, Message, Message]]:
    """Return pairs that are nearly the same letter by letter, those of two intents first."""
    texts = [message.bare for message in messages]
    vectors = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(4, 5), min_df=2, max_df=_LARGEST_SHARE, dtype=np.float32
    ).fit_transform(texts)
    pairs = []
    for start in range(0, len(messages), _ROWS_AT_ONCE):
        alike = (vectors[start : start + _ROWS_AT_ONCE] @ vectors.T).tocoo()
        close = (alike.data > _SHARED) & (alike.row + start < alike.col)
        for row, column in zip(alike.row[close] + start, alike.col[close], strict=True):
            likeness = fuzz.ratio(texts[row], texts[column])
            if likeness >= _NEARLY_THE_SAME:
                pairs.append((likeness, messages[row], messages[column]))
    return sorted(pairs, key=lambda pair: (pair[1].intent == pair[2].intent, -pair[0]))


def _thin_voices(messages: Sequence[Message]) -> list[tuple[str, str, int]]:
    counts = Counter((message.intent, message.voice) for message in messages)
    intents = sorted({message.intent for message in messages})
    pairs = [(intent, voice, counts[intent, voice]) for intent in intents for voice in VOICES]
    return [pair for pair in pairs if pair[2] < _THIN_VOICE]


def _confusable(messages: Sequence[Message]) -> list[tuple[int, str, str]]:
    """Return how often a model of half the writers takes one intent for another in the rest."""
    half = set(sorted({message.writer for message in messages})[::2])
    learn = [message for message in messages if message.writer in half]
    model = IntentModel().fit(
        [m.text for m in learn], [m.intent for m in learn], [m.writer for m in learn]
    )
    taken: Counter[tuple[str, str]] = Counter()
    for message in messages:
        if message.writer not in half:
            found = model.intents[int(np.argmax(model.chances(message.text)))]
            if found != message.intent:
                one, other = sorted((found, message.intent))
                taken[one, other] += 1
    return [(count, *pair) for pair, count in taken.most_common()]


def _print_near_duplicates(pairs: Sequence[tuple[float, Message, Message]]) -> None:
    torn = sum(one.intent != other.intent for _, one, other in pairs)
    print(
        f"\n{len(pairs)} pairs of messages say nearly the same, {torn} of them under two intents:"
    )
    for likeness, one, other in pairs[:_SHOWN]:
        print(f"  {likeness:4.0f}  {one.intent}: {one.text}\n        {other.intent}: {other.text}")


def _print_thin_voices(thin: Sequence[tuple[str, str, int]]) -> None:
    print(f"\n{len(thin)} intents are short of a voice (fewer than {_THIN_VOICE} messages):")
    for intent, voice, count in thin:
        print(f"  {intent}: {count} in {voice}")


def _print_confusable(pairs: Sequence[tuple[int, str, str]]) -> None:
    print("\nmost often taken for each other by a model of half the writers:")
    for count, one, other in pairs[:_SHOWN]:
        print(f"  {count:4}  {one} and {other}")


if __name__ == "__main__":
    sys.exit(main())
