"""The customer's words: answers to a form's questions, odd ones, and the messages learned from."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from bot.engine.training_data import read_blocks

NEVER_MIND = "laat maar"
OWN_APPOINTMENT = "hoe laat was mijn afspraak ook alweer?"
GO_ON = "Ga verder met de chatbot"
# By what the question asks for.
DETAIL = {
    "service": ["een oogmeting", "hoortest", "lenzen aanmeten graag", "bril bijstellen"],
    "time": [
        "donderdag om 11 uur",
        "morgen om half drie",
        "woensdag 2 december om kwart over tien",
        "vrijdagmiddag",
        "volgende week",
        "zondag om 12 uur",
        "zo snel mogelijk",
        "8 januari 14:00",
    ],
    "name": ["Jan de Vries", "fatima el idrissi", "Truus", "ik heet Kees Mulder", "Nguyen"],
    # Filled with a number of its own, so that nobody is told of another talk's appointment.
    "phone": ["06 {number}", "06{number}", "+31 6 {number}", "06-{number}"],
    "yes": ["ja", "ja graag", "klopt", "nee", "doe maar"],
    "appointment": ["AF-ABC123", "Jan de Vries 06 12345678", "weet ik niet meer"],
    "order": ["100234", "100235", "bestelnummer 100237", "999999", "die ben ik kwijt"],
    "postcode": ["7961 AB", "7963cd", "9401xz"],
    "message": ["Wil je me terugbellen over mijn bril?"],
    "contact": ["0612345678", "jan@voorbeeld.nl"],
}
ODD = [
    "👍",
    "😂😂😂",
    "?",
    "...",
    "a",
    "k",
    "ja",
    "nee",
    "0",
    "1234",
    "€€€",
    "/restart",
    '/intent{"a":1}',
    '/inform{"service": "eye_test"}',
    "x" * 1000,
    ("en wat kost dat dan? " * 47)[:1000],
    "oogmeting hoortest zaterdag ray-ban " * 20,
    "مرحبا، متى تفتحون؟",
    "שלום",
    "什么时候开门",
    "h\u200bo\u200bi",
    "{name} {0} %s None",
    "<script>alert(1)</script>",
    "'; DROP TABLE orders; --",
    "morgen\n\n\nof\novermorgen",
    "qwrtp zxcvb",
    "HALLOOOOO",
]


@cache
def training_messages() -> dict[str, list[str]]:
    messages: dict[str, list[str]] = defaultdict(list)
    for block in read_blocks():
        messages[block.intent] += [text for text in block.examples if text.strip()]
    return messages
