"""Silver training data for names: nobody read these sentences, rules marked the names."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from dutch.people import LISTS, People
from dutch.treebank import Sentence, Word, to_doc

HERE = Path(__file__).parent
MESSAGES_PER_TEMPLATE = 45
GLUED_PER_TEMPLATE = 110
NAMES_PUT_IN = 3
MESSAGES_PER_NAMELESS_TEMPLATE = 14
LONGEST_NAME = 5
FILLERS: dict[str, list[str]] = LISTS["fillers"]
# Where a message speaks of a relative, of him, her or you, a name would do as well.
REPLACEABLE = re.compile(
    r"\b(?:mijn|me|m'n|onze|mien) (?:moeder|vader|man|vrouw|dochter|zoon|zoontje|dochtertje|ma|pa|"
    r"oma|opa|buurman|buurvrouw|kleinzoon|kleindochter|zus|broer|vriend|vriendin|schoonmoeder)\b|"
    r"\b(?:hij|zij|u|iemand|jij|jullie|een mens)\b",
    re.I,
)
NOT_PEOPLE = re.compile(r"^(?:the|of|&|and|de|het|la|le|los|san|santa|saint|st\.?|sint|new)$", re.I)


@dataclass(frozen=True)
class Message:
    text: str
    names: tuple[tuple[int, int], ...]


def template_messages(people: People, seed: int) -> Iterator[Message]:
    dice = random.Random(seed)
    nameless = _lines("messages_without_names.txt")
    for template in _lines("templates.txt"):
        glued = "+" in template
        for _ in range(GLUED_PER_TEMPLATE if glued else MESSAGES_PER_TEMPLATE):
            whole = template.replace("+", dice.choice(nameless).rstrip(".")) if glued else template
            yield _as_typed(fill(whole, people, dice), dice)
    for template in _lines("templates_without_names.txt"):
        for _ in range(MESSAGES_PER_NAMELESS_TEMPLATE):
            yield _as_typed(fill(template, people, dice), dice)
    for text in nameless:
        yield _as_typed(Message(text, ()), dice)
        if REPLACEABLE.search(text):
            for _ in range(NAMES_PUT_IN):
                slot = dice.choice(("{first}", "{first}", "{first}", "{full}", "{title} {last}"))
                yield _as_typed(fill(REPLACEABLE.sub(slot, text, count=1), people, dice), dice)


def fill(template: str, people: People, dice: random.Random) -> Message:
    text = ""
    names: list[tuple[int, int]] = []
    for part in re.split(r"(\{\w+\})", template):
        if not part.startswith("{"):
            text += part
        elif part == "{phone}":
            text += _phone(dice)
        elif part[1:-1] in FILLERS:
            text += dice.choice(FILLERS[part[1:-1]])
        else:
            name = _shape(people, part[1:-1])
            names.append((len(text), len(text) + len(name)))
            text += name
    return Message(text, tuple(names))


def _shape(people: People, shape: str) -> str:
    person = people.draw()
    if shape == "full":
        return person.full
    if shape == "first":
        return person.first
    if shape == "last":
        return person.last
    if shape == "double":
        return f"{person.full}-{people.draw().last.split()[-1]}"
    if shape == "initials":
        return f"{person.first[0]}.{people.draw().first[0]}. {person.last}"
    return f"{person.first[0]}. {person.last}"


def _phone(dice: random.Random) -> str:
    digits = f"{dice.randrange(10**8):08d}"
    return dice.choice(("06{0}", "06-{0}", "06 {0}", "+316{0}")).format(digits)


def _as_typed(message: Message, dice: random.Random) -> Message:
    """Half of what people type on a phone has no capitals; none of these changes the length."""
    habit = dice.random()
    text = message.text
    if habit < 0.45 and len(text.lower()) == len(text):
        return Message(text.lower(), message.names)
    if habit < 0.5 and len(text.upper()) == len(text):
        return Message(text.upper(), message.names)
    if habit < 0.7:
        return Message(text[:1].upper() + text[1:], message.names)
    return message


def message_docs(nlp: Language, messages: Sequence[Message]) -> Iterator[Doc]:
    for message in messages:
        doc = nlp.make_doc(message.text)
        spans = [
            doc.char_span(start, end, label="PERSON", alignment_mode="expand")
            for start, end in message.names
        ]
        doc.set_ents([span for span in spans if span is not None])
        yield doc


def treebank_docs(
    nlp: Language, sentences: Sequence[Sentence], first_names: set[str], dice: random.Random
) -> Iterator[Doc]:
    surnames = _surnames(sentences, first_names)
    for sentence in sentences:
        doc = to_doc(nlp.vocab, sentence)
        certain: list[Span] = []
        undecided: list[Span] = []
        for start, end in _name_spans(sentence):
            verdict = _is_person(sentence[start:end], first_names, surnames)
            if verdict is not False:
                span = Span(doc, start, end, label="PERSON")
                (certain if verdict else undecided).append(span)
        if dice.random() < 0.3 and not undecided:
            doc = Doc(nlp.vocab, [t.lower_ for t in doc], [bool(t.whitespace_) for t in doc])
            certain = [Span(doc, span.start, span.end, label="PERSON") for span in certain]
        doc.set_ents(certain, missing=undecided, default="outside")
        yield doc


def _name_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = None
    for index, word in enumerate([*sentence, Word("", "", "", "", "", True)]):
        joins = word.tag == "SPEC|deeleigen"
        if start is not None and not (joins and sentence[start].tag == "SPEC|deeleigen"):
            yield start, index
            start = None
        if start is None and word.is_name_part:
            start = index


def _surnames(sentences: Sequence[Sentence], first_names: set[str]) -> set[str]:
    return {
        sentence[end - 1].form
        for sentence in sentences
        for start, end in _name_spans(sentence)
        if end - start > 1 and _starts_as_person(sentence[start:end], first_names)
    }


def _starts_as_person(name: Sentence, first_names: set[str]) -> bool:
    # A name longer than this is a title or a company.
    return (
        len(name) <= LONGEST_NAME
        and name[0].form in first_names
        and all(word.form[0].isalpha() for word in name)
        and name[-1].form[0].isupper()
    )


def _is_person(name: Sentence, first_names: set[str], surnames: set[str]) -> bool | None:
    """None: the rules cannot tell, so the training learns nothing from it."""
    if len(name) > 1:
        if _starts_as_person(name, first_names):
            return True
        if NOT_PEOPLE.match(name[0].form) or any(word.form[0].isdigit() for word in name):
            return False
        return None
    word = name[0]
    if "zijd" not in word.tag or not word.form[0].isupper():
        return None if word.tag == "SPEC|deeleigen" else False
    if word.form in surnames or word.form in first_names:
        return True
    return None


def marked_messages(path: Path) -> Iterator[Message]:
    """Messages in which a person put [brackets] around the names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, names = "", []
        for part in re.split(r"(\[[^\]]+\])", line):
            bare = part.strip("[]") if part.startswith("[") else part
            if part.startswith("["):
                names.append((len(text), len(text) + len(bare)))
            text += bare
        if text and not text.startswith("#"):
            yield Message(text, tuple(names))


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
