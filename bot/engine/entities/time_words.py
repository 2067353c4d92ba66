"""The words in which a Dutch or Flemish customer says when."""

from datetime import time

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
PARTS = {
    "ochtend": (time(9), time(12)),
    "middag": (time(12), time(17)),
    "avond": (time(17), time(20)),
}

SHORT_WEEKDAYS = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
    "woe": "woensdag",
    "don": "donderdag",
    "din": "dinsdag",
}
SHORT_MONTHS = {
    "jan": "januari",
    "feb": "februari",
    "febr": "februari",
    "mrt": "maart",
    "apr": "april",
    "jun": "juni",
    "jul": "juli",
    "aug": "augustus",
    "sep": "september",
    "sept": "september",
    "okt": "oktober",
    "oct": "oktober",
    "nov": "november",
    "dec": "december",
}

_UNITS = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    *("tien", "elf", "twaalf", "dertien", "veertien"),
    *("vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
NUMBERS = {word: number for number, word in enumerate(_UNITS) if number > 1}
NUMBERS |= {word: number for number, word in enumerate(_TEENS, 10)}
NUMBERS |= {"twintig": 20, "dertig": 30, "eenendertig": 31, "drij": 3, "twie": 2, "twalf": 12}
NUMBERS |= {f"{word}entwintig": 20 + number for number, word in enumerate(_UNITS) if number}

ORDINALS = {
    "eerste": 1,
    "derde": 3,
    "achtste": 8,
    "twintigste": 20,
    "dertigste": 30,
    **{f"{word}de": number for word, number in NUMBERS.items() if number < 20 and number != 3},
    **{f"{word}ste": number for word, number in NUMBERS.items() if number > 20},
}
# "tegen vijven", "na achten"
HOURS_ABOUT = {
    "enen": 1,
    "tweeen": 2,
    "drieen": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zevenen": 7,
    "achten": 8,
    "negenen": 9,
    "tienen": 10,
    "elven": 11,
    "twaalven": 12,
}

_PART_WORDS = {
    "ochtend": "ochtend",
    "voormiddag": "ochtend",
    "middag": "middag",
    "namiddag": "middag",
    "achternoen": "middag",
    "avond": "avond",
}
# What a word stands for; more than one word when it is a compound.
ALIASES: dict[str, str] = {
    **_PART_WORDS,
    **{f"{word}s": f"{part}s" for word, part in _PART_WORDS.items()},
    **{f"s{word}s": f"{part}s" for word, part in _PART_WORDS.items()},
    **{f"van{word}": f"vandaag {part}" for word, part in _PART_WORDS.items()},
    **{f"heden{word}": f"vandaag {part}" for word, part in _PART_WORDS.items()},
    **{f"morgen{word}": f"morgen {part}" for word, part in _PART_WORDS.items()},
    **{f"overmorgen{word}": f"overmorgen {part}" for word, part in _PART_WORDS.items()},
    **{f"gister{word}": "gisteren" for word in _PART_WORDS},
    **{
        f"{day}{word}": f"{day} {part}"
        for day in WEEKDAYS
        for word, part in {**_PART_WORDS, "morgen": "ochtend", "nacht": ""}.items()
    },
    **{
        f"{short}{word}": f"{SHORT_WEEKDAYS[short]} {part}"
        for short in ("ma", "di", "wo", "do", "vr", "za", "zo")
        for word, part in _PART_WORDS.items()
    },
    "morgens": "ochtends",
    "smorgens": "ochtends",
    "vanmorgen": "vandaag ochtend",
    "overmorgenvroeg": "overmorgen ochtend",
    "morgenvroeg": "morgen ochtend",
    "gistermorgen": "gisteren",
    "gister": "gisteren",
    "heden": "vandaag",
    "vandage": "vandaag",
    "moarn": "morgen",
    "mergen": "morgen",
    "mrgn": "morgen",
    "dunderdag": "donderdag",
    "zotterdag": "zaterdag",
    "zaoterdag": "zaterdag",
    "moandag": "maandag",
    "zundag": "zondag",
    "goensdag": "woensdag",
    "dinseldag": "dinsdag",
    "frijdag": "vrijdag",
    "vriedag": "vrijdag",
    "saterdag": "zaterdag",
    "sondag": "zondag",
    "vlg": "volgende",
    "vlgd": "volgende",
    "vlgde": "volgende",
    "vlgnd": "volgende",
    "vlgnde": "volgende",
    "vlgende": "volgende",
    "volg": "volgende",
    "volgend": "volgende",
    "wek": "week",
    "uru": "uur",
    "uurtje": "uur",
    "ure": "uur",
    "halfuurtje": "halfuur",
    "avnd": "avond",
    "hlaf": "half",
    "halv": "half",
    "kwrt": "kwart",
    "kwrat": "kwart",
    "kawrt": "kwart",
    "den": "de",
    "vorig": "vorige",
    "dees": "deze",
    "aanstaand": "aanstaande",
    "jongstleden": "jl",
    "dinsd": "dinsdag",
    "woensd": "woensdag",
    "kwartiertje": "kwartier",
    "minuutjes": "minuten",
    "minuut": "minuten",
    "min": "minuten",
    "dagjes": "dagen",
    "weekje": "week",
    "weekjes": "weken",
    "maandje": "maand",
    "eerstvolgende": "komende",
    "eerstkomende": "komende",
    "toekomende": "komende",
    "aankomende": "komende",
    "aanstaande": "komende",
}

# Right words that lie one slip away from a word of time.
NOT_A_SLIP = frozenset(
    [
        "mogen",
        "vandaan",
        "vandaar",
        "morgan",
        "morgen",
        "moren",
        "morden",
        "morsen",
        "mordde",
        "vroeger",
        "vorige",
        "volgens",
        "volgen",
        "volgden",
        "volgde",
        "komen",
        "komend",
        "kwamen",
        "zomerdag",
        "zonde",
        "zonden",
        "zondaar",
        "maanden",
        "maandlens",
        "manden",
        "middel",
        "middelen",
        "avonden",
        "gelopen",
        "afgesloten",
        "toenemende",
        "aangaande",
        "aanslaan",
        "aankomen",
        "toekomen",
        "gisten",
        "vrijheid",
        "wonderdag",
        "donderde",
        "augurk",
        "april",
        "aprils",
        "paaseieren",
        "kerstdagen",
        "zondagen",
        "maandagen",
        "dinsdagen",
        "woensdagen",
        "donderdagen",
        "vrijdagen",
        "zaterdagen",
        "middagen",
        "ochtenden",
        "maandags",
        "dinsdags",
        "woensdags",
        "donderdags",
        "vrijdags",
        "zaterdags",
        "zondags",
        "merken",
        "merkt",
        "gister",
        "pasten",
        "passen",
        "pasten",
        "pas",
        "vorig",
        "volgend",
        "kerst",
    ]
)
_LONG = (*WEEKDAYS, "morgen", "vanm", "vano", "eerstv", "aan")
SPELT_OUT = (
    *WEEKDAYS,
    *(word for word in ALIASES if word.startswith(_LONG) and len(word) > 8),
    *("morgen", "overmorgen", "vandaag", "ochtend", "middag", "avond", "ochtends", "middags"),
    *("avonds", "namiddag", "voormiddag", "vanavond", "volgende", "komende", "vorige"),
    *("afgelopen", "gisteren", "eergisteren", "december", "november", "oktober", "september"),
    *("januari", "februari", "augustus"),
    *("koningsdag", "hemelvaartsdag", "hemelvaart", "kerstdag", "paasdag", "pinksterdag"),
    *("pinkstermaandag", "pinksteren", "paasmaandag", "sinterklaas", "kerstavond"),
    *("oudejaarsdag", "oudjaarsdag", "nieuwjaarsdag", "bevrijdingsdag"),
)
