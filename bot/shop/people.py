"""Whether two ways to write a phone number or a name are of one person."""

import re
import unicodedata

import phonenumbers

PARTICLES = {"de", "den", "der", "het", "'t", "la", "le", "te", "ten", "ter", "van", "von"}


def store_phone(text: str) -> str:
    """Return the number as E.164, or as it was written when it is no number."""
    try:
        return phonenumbers.format_number(
            phonenumbers.parse(text, "NL"), phonenumbers.PhoneNumberFormat.E164
        )
    except phonenumbers.NumberParseException:
        return text.strip()


def same_phone(one: str, other: str) -> bool:
    return store_phone(one) == store_phone(other)


def same_person(one: str, other: str) -> bool:
    """Return whether the names agree; "Jan" and "de Vries" both agree with "Jan de Vries"."""
    ours, theirs = _name_words(one), _name_words(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _name_words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return set(re.findall(r"['’]?[a-z]+", letters.replace("’", "'"))) - PARTICLES
