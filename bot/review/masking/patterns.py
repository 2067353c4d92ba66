"""What points to one person by its form alone: numbers, addresses, dates of birth."""

import re
from collections.abc import Callable

EMAIL = "[e-mailadres]"
PHONE = "[telefoonnummer]"
POSTCODE = "[postcode]"
ORDER = "[bestelnummer]"
APPOINTMENT = "[afspraaknummer]"
ACCOUNT = "[rekeningnummer]"
CARD = "[kaartnummer]"
CITIZEN = "[burgerservicenummer]"
ADDRESS = "[adres]"
BIRTH = "[geboortedatum]"
NUMBER = "[nummer]"

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?"
    r"|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = rf"\d{{1,2}}\s?(?:[-/.]\s?\d{{1,2}}\s?[-/.]|e?\s?{_MONTH})\s?(?:\d{{4}}|['’]?\d{{2}})(?!\d)"
# Nobody makes an appointment in these years, and most customers were born in them.
_YEAR_OF_BIRTH = r"(?:19\d{2}|20[01]\d)"
_DATE_OF_BIRTH = (
    rf"(?:\d{{1,2}}\s?(?:[-/. ]\s?\d{{1,2}}\s?[-/. ]|e?\s?{_MONTH})\s?{_YEAR_OF_BIRTH}"
    rf"|{_YEAR_OF_BIRTH}-\d{{2}}-\d{{2}})"
)

# A house number, and what people put after it: 12a, 12-2, 12 hs, 12 bis.
_HOUSE_NUMBER = (
    r"\d{1,4}(?:\s?-\s?\d{1,3}|\s?[a-z](?![\w])|\s?(?:hs|bis|boven|beneden)\b)?(?![\d:.,]*\d)"
)
_ALWAYS_A_STREET = (
    r"(?:straat|straatje|laan|laantje|plein|gracht|singel|steeg|plantsoen|dreef|boulevard|kade)"
)
_STREET_WHEN_A_NAME = (
    r"(?:weg|dijk|hof|pad|park|wal|veld|velden|markt|brink|kamp|kampen|baan|horst|erf|akker|es|esch"
    r"|weide|haven|poort|burg|brug|ring|zijde|kwartier|hoek|berg|bos|meer|oord|rode|vaart|zoom|werf)"
)

_PLAIN_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")
_SPOKEN_EMAIL = re.compile(
    r"[\w.+-]+(?:\s(?:punt|dot|streepje|min|underscore)\s[\w.+-]+(?:\s[\w-]+)??)*"
    r"\s?(?:apenstaartje|apestaartje|apenstaart|\(at\)|\[at\]|@|\sat\s)\s?"
    r"[\w-]+(?:\s?(?:\.|\(dot\)|punt|dot)\s?[\w-]+)*?"
    r"\s?(?:\.|\(dot\)|punt|dot)\s?(?:nl|com|net|org|be|de|eu|info|frl|amsterdam|example)\b",
    re.IGNORECASE,
)
_HALF_SPOKEN_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:apenstaartje|apestaartje|apenstaart|\(at\)|\[at\])\s?[\w.-]+", re.IGNORECASE
)


def _eleven_test(digits: str) -> bool:
    """Whether nine digits can be a burgerservicenummer."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=False))
    return (total - int(digits[8])) % 11 == 0


def _luhn(digits: str) -> bool:
    """Whether digits can be the number of a bank card."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


def _kind_of_digits(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found.group())
    if len(digits) >= 13 and _luhn(digits):
        return CARD
    if len(digits) == 9 and digits[0] != "0" and digits[:2] != "31" and _eleven_test(digits):
        return CITIZEN
    return PHONE if len(digits) <= 14 else NUMBER


def _after_cue(kind: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found.group(1)}{kind}"


PATTERNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_PLAIN_EMAIL, EMAIL),
    (_SPOKEN_EMAIL, EMAIL),
    (_HALF_SPOKEN_EMAIL, EMAIL),
    (re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE), ACCOUNT),
    (re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b"), ACCOUNT),
    (re.compile(r"\bAF[\s-]{0,2}(?=[A-Z0-9]*\d)[A-Z0-9]{6}\b", re.IGNORECASE), APPOINTMENT),
    (re.compile(r"\bAF-[A-Z0-9]{6}\b", re.IGNORECASE), APPOINTMENT),
    (
        re.compile(
            r"(\b(?:bsn|burgerservicenummer|sofinummer|sofi-nummer)\W{0,3}(?:nummer|nr|is)?\W{0,3})"
            r"\d(?:[\s.-]?\d){7,8}(?!\d)",
            re.IGNORECASE,
        ),
        _after_cue(CITIZEN),
    ),
    (
        re.compile(
            r"(\b(?:geboren|geboortedatum|geb\.?)(?:\s+(?:op|is|ben\s+ik))?\W{0,3})" + _DATE,
            re.IGNORECASE,
        ),
        _after_cue(BIRTH),
    ),
    (re.compile(rf"(?<![\w-]){_DATE_OF_BIRTH}(?![\w-])", re.IGNORECASE), BIRTH),
    # A Dutch number as people write it, and any run of digits that is too long for a price.
    (
        re.compile(r"(?<![\w+])(?:\+|00)\s?\d(?:[\s./()-]{0,2}\d){8,13}(?!\w)"),
        _kind_of_digits,
    ),
    (re.compile(r"(?<![\w.,:/-])\(?0(?:[\s./()-]{0,2}\d){8,9}(?!\w)"), _kind_of_digits),
    (re.compile(r"(?<![\w.,:/-])6(?:[\s-]?\d){8}(?!\w)"), _kind_of_digits),
    (re.compile(r"(?<![\w.,:/-])\d{4}[\s-]\d{4}[\s-]\d{4}[\s-]\d{1,7}(?!\w)"), _kind_of_digits),
    (re.compile(r"(?<!\w)\d{9,}(?!\w)"), _kind_of_digits),
    (re.compile(r"(?<![\w.,:/-])\d{6}(?![\w,]|[.:/-]\d|\s?euro)"), ORDER),
    (
        re.compile(
            r"(\b(?:bestel(?:ling|nummer)?|order(?:nummer)?)\W{0,3}(?:nummer|nr|is)?\W{0,3})"
            r"\d{2,3}[\s.-]\d{2,3}(?:[\s.-]\d{2})?(?!\d)",
            re.IGNORECASE,
        ),
        _after_cue(ORDER),
    ),
    (
        re.compile(
            rf"\b(?:(?:[A-Z][\w'’.]*|[Vv]an|[Dd]e[nr]?|'t)\s+){{0,3}}[\w'’-]*{_ALWAYS_A_STREET}"
            rf"\s+{_HOUSE_NUMBER}"
        ),
        ADDRESS,
    ),
    (
        re.compile(
            rf"\b(?:(?:[A-Z][\w'’.]*|van|de[nr]?|'t)\s+){{0,3}}[A-Z][\w'’-]+{_STREET_WHEN_A_NAME}"
            rf"\s+{_HOUSE_NUMBER}"
        ),
        ADDRESS,
    ),
    (
        re.compile(
            r"(\b(?:woon(?:t|achtig)?(?:\s+(?:op|aan|in))?(?:\s+de|\s+het)?|adres(?:\s+is)?)\W{1,3})"
            rf"[\w'’-]{{3,}}(?:\s[\w'’-]+)?\s{_HOUSE_NUMBER}",
            re.IGNORECASE,
        ),
        _after_cue(ADDRESS),
    ),
    (re.compile(r"(?<!\w)[1-9]\d{3}(?:[a-z]{2}| [A-Z]{2})(?!\w)"), POSTCODE),
    # With a space and small letters only what is no Dutch word: "2026 om 10 uur" is no address.
    (
        re.compile(
            r"(?<!\w)[1-9]\d{3}\s?"
            r"(?!(?:om|en|is|in|op|of|te|zo|ik|je|we|nu|er|ga|al|af|ze|me|ja|na|bv|km|cm|mm|kg)\b)"
            r"[a-z]{2}(?!\w)",
            re.IGNORECASE,
        ),
        POSTCODE,
    ),
)


def without_numbers(text: str) -> str:
    for pattern, kind in PATTERNS:
        text = pattern.sub(kind, text)
    return text
