"""The words of Dutch: what newspapers, subtitles, books and the web have in common."""

from __future__ import annotations

from wordfreq import get_frequency_dict

# Three times in ten million words; what is rarer is as often a slip as a word.
_FEWEST = 3e-7


def dutch_words() -> set[str]:
    """Return some 58,000 words in small letters (wordfreq's list, CC BY-SA 4.0)."""
    frequencies = get_frequency_dict("nl", wordlist="large")
    return {word for word, share in frequencies.items() if share >= _FEWEST}
