"""The checks that look for phrases, read from rules/: one file for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.tone.denial import is_denied
from bot.tone.finding import Finding
from bot.tone.language import without_help_in_english
from bot.tone.lists import read_rule, read_words, rule_names
from bot.tone.phrase import Phrase, read_phrase
from bot.tone.text import plain, statements, without_quotations


@dataclass(frozen=True)
class Rule:
    """A check's name, principle and advice, with the phrases that it looks for.

    What is deniable is no fault when the sentence denies it. An excuse anywhere in the text
    takes the fault away.
    """

    check: str
    principle: str
    reason: str
    better: str
    deniable: bool
    phrases: tuple[Phrase, ...]
    always: tuple[Phrase, ...]
    excuses: tuple[Phrase, ...]

    def finding(self, text: str, start: int, end: int, better: str | None = None) -> Finding:
        return Finding(
            self.check,
            self.principle,
            start,
            end,
            text[start:end],
            self.reason,
            better or self.better,
        )

    def findings(self, text: str) -> Iterator[Finding]:
        said = without_help_in_english(without_quotations(plain(text)))
        excused = any(excuse.first.is_in(said) for excuse in self.excuses)
        spans = list(self._spans(said, self.always, deniable=False))
        if not excused:
            spans += self._spans(said, self.phrases, self.deniable)
        end = 0
        for span in sorted(spans, key=lambda span: (span[0], -span[1])):
            if span[0] >= end:
                end = span[1]
                yield self.finding(text, *span)

    def _spans(
        self, said: str, phrases: tuple[Phrase, ...], deniable: bool
    ) -> Iterator[tuple[int, int]]:
        for statement in statements(said):
            for phrase in phrases:
                for match in phrase.matches(statement.text):
                    if not (deniable and is_denied(statement.text, *match.span())):
                        yield statement.start + match.start(), statement.start + match.end()


@cache
def rule(check: str) -> Rule:
    written = read_rule(check)
    return Rule(
        check,
        written["principle"],
        written["reason"],
        written["better"],
        written.get("deniable", False),
        _phrases(written.get("phrases", ())),
        _phrases(written.get("always", ())),
        _phrases(written.get("excuses", ())),
    )


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(rule(name) for name in rule_names())


def _phrases(written: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(read_phrase(phrase, _groups()) for phrase in written)


@cache
def _groups() -> Mapping[str, str]:
    return {name: "|".join(words) for name, words in read_words("groups").items()}
