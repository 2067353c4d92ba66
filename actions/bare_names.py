"""A name as the whole answer to "op welke naam?"."""

import re

_MOST_WORDS = 5
_PARTICLES = {
    "de",
    "den",
    "der",
    "van",
    "ter",
    "ten",
    "te",
    "het",
    "'t",
    "el",
    "la",
    "le",
    "op",
    "in",
}
_LEAD_IN = re.compile(
    r"^(?:(?:op naam van|op|met|ik ben|ik heet|dat is|mijn naam is|naam|doe maar)\b[: ]*)+", re.I
)
_NO_NAMES = {
    "ja",
    "jawel",
    "jazeker",
    "nee",
    "neen",
    "ok",
    "oke",
    "okee",
    "okay",
    "prima",
    "goed",
    "graag",
    "klopt",
    "top",
    "niet",
    "geen",
    "laat",
    "maar",
    "stop",
    "hoi",
    "hallo",
    "hey",
    "dag",
    "moi",
    "goedemorgen",
    "goedemiddag",
    "goedenavond",
    "doei",
    "bedankt",
    "dank",
    "dankjewel",
    "wat",
    "waar",
    "wanneer",
    "waarom",
    "wie",
    "hoe",
    "welke",
    "hoeveel",
    "waarvoor",
    "kan",
    "kun",
    "kunnen",
    "mag",
    "moet",
    "moeten",
    "wil",
    "is",
    "zijn",
    "heb",
    "hebben",
    "ben",
    "weet",
    "ik",
    "je",
    "jij",
    "jullie",
    "we",
    "u",
    "mij",
    "me",
    "mijn",
    "jouw",
    "dit",
    "dat",
    "een",
    "nog",
    "ook",
    "al",
    "wel",
    "open",
    "dicht",
    "uur",
    "morgen",
    "vandaag",
    "overmorgen",
    "nu",
    "straks",
    "help",
    "mens",
    "medewerker",
    "iemand",
    "anders",
    "eerst",
    "even",
    "toch",
    "liever",
}


def bare_name(text: str) -> str | None:
    """Return the name when a message can be nothing but one, with capitals as Dutch has them."""
    words = _LEAD_IN.sub("", text.strip(" .,!:;-")).split()
    letters = [re.sub(r"[-'.’]", "", word) for word in words]
    if not 1 <= len(words) <= _MOST_WORDS or not all(word.isalpha() for word in letters):
        return None
    if any(word.lower() in _NO_NAMES for word in words):
        return None
    return " ".join(_capitalised(word, first=not at) for at, word in enumerate(words))


def _capitalised(word: str, first: bool) -> str:
    if word.lower() in _PARTICLES and not first:
        return word.lower()
    if word[0].isupper() and not word.isupper():
        return word
    parts = [part[:1].upper() + part[1:].lower() for part in word.split("-")]
    return "-".join("IJ" + part[2:] if part.startswith("Ij") else part for part in parts)
