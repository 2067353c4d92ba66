"""Phone numbers, e-mail addresses, postcodes and order numbers."""

import re

from bot.engine.entities.found import Found

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{0,63}[\w+-]\s?(?:@|\((?:at|apenstaartje)\)|\[at\])\s?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
    r"(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w])",
    re.I,
)
_AT = re.compile(r"\s?(?:@|\((?:at|apenstaartje)\)|\[at\])\s?", re.I)
# A date is not a phone number, though "01-12-2026 14" has ten digits.
_DATE = re.compile(r"(?<!\d)(?:[0-3]?\d([-/.])[01]?\d\1(?:20)?\d\d|20\d\d-\d\d-\d\d)(?![-/.]?\d)")
_GAP = r"[\s./\-–()]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?P<country>\+{_GAP}(?P<abroad>3[12])|00{_GAP}(?P<zeroes>3[12]))"
    rf"{_GAP}(?:\({_GAP}0{_GAP}\))?|\(?0)(?P<rest>(?:{_GAP}\d){{8,10}})(?![ .\-]?\d)(?![^\W_])"
)
# Dutch area codes that are Belgian mobile codes too.
_DUTCH_TOWNS = frozenset(
    ["475", "478", "481", "485", "486", "487", "488", "492", "493", "495", "497", "499"]
)
# Written without its nought, or with the country but no plus.
_MOBILE = re.compile(r"(?<![\w+])(?:31)?(6\d{8})(?!\w)")
# From any other country, with its code.
_FOREIGN = re.compile(rf"(?<![\w+])(?:\+|00)(?!3[12])(?=[1-9])(?P<rest>(?:{_GAP}\d){{9,14}})(?!\d)")
_SAID = re.compile(r"\bnul zes\b[\s,.]*(?=\d)", re.I)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,7}\b", re.I)
_POSTCODE = re.compile(r"(?<![\w.,+-])([1-9]\d{3})(?:\s?|\s?-\s?)([a-z]{2})(?![\w'])", re.I)
# Two letters after a year are mostly a word.
_WORDS_OF_TWO = frozenset(
    [
        "aan",
        "al",
        "af",
        "as",
        "ben",
        "bv",
        "de",
        "di",
        "do",
        "dr",
        "en",
        "er",
        "ff",
        "en",
        "ge",
        "ga",
        "he",
        "ie",
        "ik",
        "in",
        "is",
        "je",
        "ja",
        "km",
        "ma",
        "me",
        "mm",
        "mn",
        "na",
        "nu",
        "of",
        "ok",
        "om",
        "op",
        "pm",
        "po",
        "te",
        "tv",
        "tm",
        "to",
        "ts",
        "uu",
        "ut",
        "uw",
        "vd",
        "vr",
        "wc",
        "we",
        "wo",
        "za",
        "ze",
        "zo",
        "hè",
        "st",
        "eu",
        "dd",
        "ha",
        "hi",
        "jl",
        "el",
        "cm",
        "ml",
        "gr",
    ]
)
# The Dutch post never uses these pairs.
_NEVER_POSTCODE = frozenset({"sa", "sd", "ss"})
_POSTCODE_CUE = re.compile(r"post\s?code|woon|adres", re.I)
_ORDER = re.compile(
    r"(?<![\w+€])(?<![\d][.,\-/ ])(?:(?:#|nr\.?|no\.?|n°)\s?)?(\d{3})[ .]?(\d{3})(?![ .,\-/]?\d)"
    r"(?!,-)(?!\s?(?:euro|eur\b|€|km|stuks|keer|maal|x\b|mensen|dagen|jaar|uur))(?![a-z])",
    re.I,
)
_SPELT_ORDER = re.compile(
    r"(?:order|bestel|nummer|nr|#|bon)\D{0,14}((?:\d[\s.\-]?){5}\d)(?![\s.\-]?\d)(?![a-z])", re.I
)


def find_contacts(text: str) -> list[Found]:
    if not any(character.isdigit() or character in "@([" for character in text):
        return []
    found: list[Found] = []
    rest = _IBAN.sub(lambda match: "_" * len(match.group()), text)
    for finder in (_emails, _phones, _postcodes, _orders):
        for one in finder(rest):
            found.append(one)
            rest = f"{rest[: one.start]}{'_' * (one.end - one.start)}{rest[one.end :]}"
    return sorted(found, key=lambda one: one.start)


def _emails(text: str) -> list[Found]:
    return [
        Found("email", _AT.sub("@", match.group()).lower(), *match.span())
        for match in _EMAIL.finditer(text)
    ]


def _phones(text: str) -> list[Found]:
    dateless = _DATE.sub(lambda match: "_" * len(match.group()), text)
    dateless = _SAID.sub(lambda match: "06".rjust(len(match.group())), dateless)
    found = []
    for match in _PHONE.finditer(dateless):
        digits = re.sub(r"\D", "", match["rest"])
        country = match["abroad"] or match["zeroes"]
        if country:
            digits = digits.removeprefix("0")
        country = country or _country(digits, match.group())
        if len(digits) == (8 if country == "32" and digits[0] != "4" else 9):
            found.append(Found("phone", f"+{country}{digits}", *match.span()))
    found += [
        Found("phone", "+" + re.sub(r"\D", "", match["rest"]), *match.span())
        for match in _FOREIGN.finditer(dateless)
    ]
    return found or [
        Found("phone", f"+31{match[1]}", *match.span()) for match in _MOBILE.finditer(dateless)
    ]


def _country(digits: str, written: str) -> str:
    """Tell a Belgian number from a Dutch one, both written without their country.

    A Belgian landline is a digit shorter. A Belgian mobile (046x-049x) looks like a landline in
    the south of the Netherlands, unless no town has that code, or a dash follows the town's.
    """
    if len(digits) == 8:
        return "32"
    if not re.match(r"4[6-9]", digits):
        return "31"
    if digits[:3] in _DUTCH_TOWNS or digits[:2] == "46":
        by_town = "-" in written or re.match(r"\(?046[ )]", written)
        return "31" if by_town else "32"
    return "32"


def _orders(text: str) -> list[Found]:
    found = [
        Found("order_number", match[1] + match[2], *match.span(0))
        for match in _ORDER.finditer(text)
    ]
    if found:
        return found
    return [
        Found("order_number", re.sub(r"\D", "", match[1]), *match.span(1))
        for match in _SPELT_ORDER.finditer(text)
    ]


def _postcodes(text: str) -> list[Found]:
    return [
        Found("postcode", f"{match[1]} {match[2].upper()}", *match.span())
        for match in _POSTCODE.finditer(text)
        if _is_postcode(text, match)
    ]


def _is_postcode(text: str, match: re.Match[str]) -> bool:
    letters = match[2]
    if letters.lower() in _NEVER_POSTCODE:
        return False
    looks_like_words = letters.lower() in _WORDS_OF_TWO and " " in match.group()
    return not looks_like_words or letters.isupper() or bool(_POSTCODE_CUE.search(text))
