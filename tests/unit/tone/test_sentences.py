"""The checks tell good sentences from bad ones."""

from pathlib import Path

import pytest

from bot.tone.lists import principles, read_rule, rule_names
from bot.tone.measure import Measured, measure, read_samples

LATER = sorted((Path(__file__).parent / "later").glob("*.yml"))
CHECKS = {sample.check for sample in read_samples() if sample.check}


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(read_samples())


def test_there_are_sixty_sentences_of_each_kind_at_least():
    samples = read_samples()

    assert sum(sample.check is None for sample in samples) >= 60
    assert sum(sample.check is not None for sample in samples) >= 60


def test_finds_what_is_bad_and_leaves_what_is_good(measured):
    assert measured.recall >= 0.95, measured.missed
    assert measured.precision >= 0.95, measured.wronged


@pytest.mark.parametrize("path", LATER, ids=lambda path: path.stem)
def test_does_as_well_on_sentences_written_afterwards(path):
    later = measure(read_samples(path))

    assert later.recall >= 0.95, later.missed
    assert later.precision >= 0.95, later.wronged


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_finds_its_fault(measured, check):
    assert measured.counts.found[check] >= 2


def test_every_check_on_a_text_has_sentences():
    of_conversations = {"not_introduced", "same_reply", "same_refusal", "too_many_bubbles"}

    assert set(rule_names()) - of_conversations == CHECKS


@pytest.mark.parametrize("check", rule_names())
def test_every_reason_quotes_its_principle(check):
    rule = read_rule(check)

    quotes = rule["reason"].split('"')[1::2]

    assert quotes
    assert all(quote in principles()[rule["principle"]] for quote in quotes)
