"""How hard a text is to read, against B1.

The score is the Dutch adaptation of Flesch's Reading Ease by W.H. Douma (De leesbaarheid van
landbouwbladen, Landbouwhogeschool Wageningen, 1960):

    206.84 - 0.93 * words per sentence - 77 * syllables per word

By Douma's own table 60 and up is plain, 45-60 fairly hard, below 45 hard. He scored pages. In a
chat bubble of a dozen words one long word moves the score by tens, so syllables beyond the
fourth do not count (a long compound such as "openingstijden" is not harder for its length), and a
score alone says nothing before there are enough words. What is hard in a short bubble is found by
itself: a sentence that is too long, or a word of letters and offices.
"""

import re
from dataclasses import dataclass

from bot.tone.text import sentences, words

HARD_BELOW = 45
# Fewer words make the score a matter of chance.
ENOUGH_WORDS = 12
LONGEST_SENTENCE = 24
_COUNTED_SYLLABLES = 4
_NUCLEUS = re.compile(
    r"aai|ooi|oei|eeu|ieu|auw|ouw|aa|ee|ie|oe|oo|uu|eu|ei|ij|au|ou|ui|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)


@dataclass(frozen=True)
class Reading:
    words: int
    sentences: int
    syllables: int

    @property
    def score(self) -> float:
        if not self.words:
            return 100
        return 206.84 - 0.93 * self.words / self.sentences - 77 * self.syllables / self.words


def reading(text: str) -> Reading:
    counted = [word for word in words(text) if not word[0].isdigit()]
    return Reading(
        len(counted),
        sum(1 for sentence in sentences(text) if words(sentence.text)) or 1,
        sum(min(syllables(word), _COUNTED_SYLLABLES) for word in counted),
    )


def syllables(word: str) -> int:
    return len(_NUCLEUS.findall(word.lower())) or 1
