"""The questions of a message, when it holds more than one.

"Zijn jullie zaterdag open en wat kost een oogmeting?" is cut where a question may end, each
piece is understood by itself, and neighbours that ask the same are one again. In doubt it is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# What a customer can ask beside something else. The others stand alone (an emergency), answer the
# bot (yes, a name), or are the tone of a question rather than one (a greeting, a story, an insult).
ASKED_BESIDE = frozenset(
    [
        *("talk_to_human", "ask_opening_hours", "ask_location", "ask_parking", "ask_contact"),
        *("ask_about_shop", "ask_payment_methods", "ask_delivery", "ask_privacy", "ask_price"),
        *("ask_discount", "ask_gift", "ask_adjustment", "ask_repair", "service_bought_elsewhere"),
        *("ask_cleaning_refill", "ask_care_tips", "order_status", "return_product"),
        *("ask_warranty", "ask_insurance", "make_appointment", "check_appointment"),
        *("reschedule_appointment", "cancel_appointment", "ask_eye_test", "ask_hearing_test"),
        *("ask_product_availability", "ask_advice", "negotiate_price", "customer_is_king"),
        *("bot_challenge", "ask_help", "tell_joke"),
    ]
)
# A sentence that turns to something else ("o ja, ...") may come after these, and before them.
ASKED_APART = ASKED_BESIDE | {"describe_problem", "complaint", "want_to_buy"}
# Manners around a question: "bedankt voor de info. geef je ook korting?"
MANNERS = frozenset(["greet", "thank", "goodbye", "compliment", "ask_help"])
# What answers the bot: "donderdag om tien uur, en wat kost dat?"
ANSWERS = frozenset(["inform"])
_SURE = 0.7
_SURE_BESIDE_ANSWER = 0.9
# These begin a form, which asks on: what is asked beside them is answered first.
STARTS_A_FORM = frozenset(
    [
        *("make_appointment", "check_appointment", "reschedule_appointment"),
        *("cancel_appointment", "order_status", "talk_to_human"),
    ]
)
# After "en" a piece of the same question may follow ("zaterdag en zondag"), so more is asked of it.
_SURE_AFTER_AND = 0.75
_TURN = (
    r"o+h? ?ja|verder(?: nog)?|daarnaast|tevens|trouwens|overigens|los daarvan|nog een vraag|"
    r"ten tweede"
)
# These turn only where a sentence begins: "heb je nog iets in het blauw" is one question.
_TURN_AT_START = r"(?:en\s+)?(?:nog (?:iets|wat)|(?:iets|wat) anders)"
_BUT = r"maar (?=(?:wat|hoe|waar|wanneer|kan|mag|is|zijn|heb\w*)\b)"
# In haste all signs go: "bril zit scheef kan dat recht hoeveel kost dat".
_UNMARKED = (
    r"hoeveel kost|wat kost|hoe duur (?:is|zijn)|hoe laat (?:gaan|zijn|ben|sluit)|"
    r"kan ik (?:\w+ )?(?:pinnen|parkeren|betalen)"
)
_END = re.compile(
    rf"(?P<turn>[,.?!;\n]*\s*\b(?:en\s+)?(?:{_TURN})\b[:,]?\s*"
    rf"|(?:[,.?!;\n]+\s*|\s+(?=en\s)){_TURN_AT_START}\b[:,]?\s*"
    rf"|\s+{_TURN_AT_START}[:,]\s*)"
    r"|(?P<end>(?:[.?!;\n]|:(?=\s))+\s*)"
    r"|(?P<and>(?:, *| +)(?:en|oh en|plus|alsmede|alsook|&|\+|/) (?:ook |dan |verder )?"
    r"| ?, *(?=[^\W\d])|, +"
    rf"|,? +{_BUT}| +(?={_UNMARKED}))",
    re.I,
)
# How a question or a wish begins, after a word or two of no weight. What begins otherwise is the
# story around it: "mijn bril is stuk en ik moet op reis".
_OPENING = re.compile(
    r"^\W*(?:(?:en|oh|o|dus|maar|ook|verder|trouwens|anders|hoi|hallo|dag|hey|hee|moi|ps|vraagje|"
    r"nog|iets|ff|even|zeg|dan|goede\w+|goeie\w+|of|tot|vanaf|op|met|om|sinds|voor)\W+)*"
    r"(?:wat|waar\w*|wanneer|hoe\w*|welk\w*|wie|waarom|kan|ken|kun\w*|mag|mogen|moet\w*|"
    r"moest|is|zijn|"
    r"zit\w*|bent?(?= (?:je|jij|u|ge|gij))|heb\w*|heeft|doe\w*|ga\w*|geef\w*|krijg\w*|"
    r"kost\w*|komt?|komen|help\w*|repare\w*|"
    r"verko\w*|maak\w*|maken|neem|nemen|lever\w*|stuur\w*|sturen|bezorg\w*|werk\w*|spre\w+|vertel\w*|"
    r"zou\w*|wil\w*|valt|vallen|staa\w*|duur\w*|red\w*|bestaa\w*)\b",
    re.I,
)
# A verb before who does it, whatever the verb: "vullen jullie", "vergoedt de VGZ", "valt dat".
_NO_VERB = (
    r"toen|als|omdat|dat|want|terwijl|zodat|nadat|voordat|hoewel|sinds|waar|met|van|voor|op|bij|"
    r"in|aan|naar|over|onder|door|zonder|tegen|uit|om|of|en|nu|daar|hier|toch|dan|tot|dus|ook|"
    r"maar|ik|je|jij|u|ge|gij|we|wij|ze|zij|hij|het|die|deze|dit|al|alle|heel|was|waren|had|"
    r"hadden|werd|bedankt|dank"
)
_INVERSION = re.compile(
    r"^\W*(?:(?:en|oh|o|dus|maar|ook|verder|trouwens|anders|dan|daarnaast)\W+)*"
    rf"(?!(?:{_NO_VERB})\b)\w+(?:t|n|[aeiou]\w|[bdfgklmprs]) "
    r"(?:je|jij|u|ge|gij|jullie|julie|de|dat|dit|er|het|hij|vgz|cz|menzis)\b"
    # "wanneer hij klaar is en of ik dan kan pinnen"
    r"|^\W*(?:en )?of (?:ik|u|je|jullie|er|mijn|m'?n|de|het|dat|ze|hij)\b",
    re.I,
)
_OR = re.compile(r"\W*of\b", re.I)
_WISH = re.compile(
    r"\b(?:wil|wilde|willen|wou|wens|graag|zou|verneem|benieuwd|vraag|vroeg|weten|hoop|zoek|afspraak|"
    r"(?:kan|mag|moet|kunnen|mogen) (?:ik|je|jij|u|we|wij|ge|gij|jullie|iemand))\b",
    re.I,
)


@dataclass(frozen=True)
class Question:
    """A part of a message, by character offsets, and what is asked in it."""

    intent: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    after_and: bool
    is_apart: bool
    """Whether the customer turns to something else after it or came from something else."""


Understand = Callable[[int, int], tuple[str, float]]


def questions(text: str, whole: str, understand: Understand) -> list[Question]:
    """Return the questions of a message as they are to be answered.

    Nothing is returned where the message as a whole is its one question. `whole` is the intent of
    the message in one piece; `understand` tells intent and confidence of the part between two
    offsets.
    """
    pieces = list(_pieces(text))
    if whole not in ASKED_APART | MANNERS | ANSWERS or len(pieces) == 1:
        return []
    merged = _merged(list(_found(text, pieces, understand)))
    if whole in ANSWERS:
        return [one for one in _apart_from_forms(merged) if one.confidence >= _SURE_BESIDE_ANSWER]
    if len(merged) > 1:
        # "Kun je me helpen?" is asked by whoever goes on to ask something.
        asked = [one for one in merged if one.intent != "ask_help"]
        return [*_apart_from_forms(asked), *_one_that_goes_on(asked)]
    # One question within a story: what the story names ("morgen op reis") is not asked after.
    return [one for one in merged if one.intent == whole or whole in MANNERS]


def _found(text: str, pieces: Sequence[_Piece], understand: Understand) -> Iterator[Question]:
    story = 0
    for piece in pieces:
        possible = ASKED_APART if piece.is_apart else ASKED_BESIDE
        least = _SURE_AFTER_AND if piece.after_and else _SURE
        if not piece.is_apart and not _asks(text[piece.start : piece.end], piece.after_and):
            continue
        # "Mijn bril zakt af. Kunnen jullie daar iets aan doen?" needs the story before it.
        for begin in dict.fromkeys((piece.start, story)):
            intent, confidence = understand(begin, piece.end)
            if intent in possible and confidence >= least:
                yield Question(intent, confidence, begin, piece.end)
                story = piece.end
                break


def _apart_from_forms(asked: Sequence[Question]) -> list[Question]:
    return [one for one in asked if one.intent not in STARTS_A_FORM]


def _one_that_goes_on(asked: Sequence[Question]) -> list[Question]:
    """Return what comes last, since it asks on; whoever wants a person tells the rest to them."""
    last = [one for one in asked if one.intent in STARTS_A_FORM]
    return [one for one in last if one.intent == "talk_to_human"] or last


def _pieces(text: str) -> Iterator[_Piece]:
    start, after_and, after_turn = 0, False, False
    for cut in _END.finditer(text):
        if not text[start : cut.start()].strip():
            continue
        turns = bool(cut["turn"])
        end = cut.start() if turns or cut["and"] else cut.end()
        yield _Piece(start, end, after_and, is_apart=after_turn or turns)
        start, after_and, after_turn = cut.end(), bool(cut["and"]), turns
    if text[start:].strip():
        yield _Piece(start, len(text), after_and, is_apart=after_turn)


def _asks(piece: str, after_and: bool) -> bool:
    if any(form.search(piece) for form in (_OPENING, _INVERSION, _WISH)):
        return True
    # "Of allebei?" goes on with what was asked.
    return "?" in piece and not after_and and not _OR.match(piece)


def _merged(found: Sequence[Question]) -> list[Question]:
    merged: list[Question] = []
    for question in found:
        same = next((q for q in merged if q.intent == question.intent), None)
        if same is None:
            merged.append(question)
        elif same is merged[-1]:
            merged[-1] = Question(same.intent, same.confidence, same.start, question.end)
    return merged
