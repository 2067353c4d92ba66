"""Measures a pipeline on what it never saw."""

import time
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from dutch.compounds import MARK
from dutch.silver import Message, message_docs
from dutch.treebank import Sentence, to_doc

Scores = dict[str, float]


def score_words(nlp: Language, sentences: Sequence[Sentence], lower: bool = False) -> Scores:
    """Word classes, tags, forms and lemmas, on the treebank's own tokens."""
    examples = []
    for sentence in sentences:
        gold = to_doc(nlp.vocab, sentence)
        words = [token.lower_ if lower else token.text for token in gold]
        bare = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in gold])
        if lower:
            gold = _same_labels(gold, words)
        examples.append(Example(bare, gold))
    predicted = nlp.pipe(example.predicted.copy() for example in examples)
    plain = _plain_lemmas_right(predicted, [example.reference for example in examples])
    found = nlp.evaluate(examples)
    scores = {key: found[key] for key in ("pos_acc", "tag_acc", "morph_acc", "lemma_acc")}
    scores["plain_lemma_acc"] = plain
    return {key: round(value, 4) for key, value in scores.items()}


def _plain_lemmas_right(predicted: Iterable[Doc], reference: Iterable[Doc]) -> float:
    """The share of lemmas that are right but for the marks where a compound falls apart."""
    right = [
        token.lemma_.replace(MARK, "") == wanted.lemma_.replace(MARK, "")
        for doc, gold in zip(predicted, reference, strict=True)
        for token, wanted in zip(doc, gold, strict=True)
    ]
    return sum(right) / len(right)


def _same_labels(gold: Doc, words: list[str]) -> Doc:
    return Doc(
        gold.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in gold],
        tags=[token.tag_ for token in gold],
        pos=[token.pos_ for token in gold],
        morphs=[str(token.morph) for token in gold],
        lemmas=[token.lemma_ for token in gold],
    )


def score_names(nlp: Language, messages: Sequence[Message]) -> Scores:
    """Exact names of people in messages, on spaCy's own tokens."""
    gold = list(message_docs(nlp, messages))
    found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    return {key: round(found[key] or 0.0, 4) for key in ("ents_p", "ents_r", "ents_f")}


def milliseconds_per_message(nlp: Language, texts: Sequence[str]) -> float:
    for text in texts[:50]:
        nlp(text)
    start = time.perf_counter()
    for text in texts:
        nlp(text)
    return round((time.perf_counter() - start) / len(texts) * 1000, 2)
