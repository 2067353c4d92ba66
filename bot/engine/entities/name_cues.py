"""The words around a customer's name: those that announce it, and those within it."""

import re

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
WORDS = re.compile(rf"['’][st](?![^\W\d_])|{_WORD}")
PARTICLES = frozenset(
    {
        *(
            "van",
            "de",
            "der",
            "den",
            "het",
            "'t",
            "ten",
            "ter",
            "te",
            "'s",
            "la",
            "le",
            "du",
            "von",
        ),
        *(
            "zu",
            "zum",
            "da",
            "dos",
            "del",
            "della",
            "di",
            "el",
            "al",
            "d'",
            "in",
            "op",
            "bin",
            "ben",
        ),
    }
)
# A family name can start with these.
FIRST_PARTICLES = frozenset(
    {"van", "de", "der", "den", "ter", "ten", "te", "el", "al", "'t", "la", "le"}
)
# Fatima El Amrani writes hers with a capital.
CAPITAL_PARTICLES = frozenset({"el", "al"})
TITLES = frozenset(
    {
        *("meneer", "mevrouw", "mevr", "mvr", "dhr", "mw", "mr", "dr", "drs", "ir", "ing", "prof"),
        *("heer", "juffrouw", "familie", "fam", "mijnheer", "madame", "sir"),
    }
)

_OWN_NAME = r"(?:volledige )?(?:voor- en achter|voor|achter)?na+m(?: en voornaam)?"
# After these a name is sure to come.
SURE = re.compile(
    r"(?:\b(?:ik |k ?|'k )(?:heet(?:te)?|hete)(?: toch| echt| gewoon)*|"
    r"\bheet ik|\bondergetekende,?|"
    rf"\b(?:mijn|m'n|mn|me) {_OWN_NAME}(?: is|:| =| luidt|\?)?|"
    r"\b(?:voor|achter)naam(?: is|:)?|\b(?:de )?naam(?:\s?:| is| =|:)|"
    r"\b(?:op|onder) (?:de )?naam(?: van)?|\bt\.?n\.?v\.?|\bten name van|"
    r"\b(?:u|je|jullie) spreekt met|\bspreekt? (?:je|u) met|\bnoem me(?: maar)?)\s*[:,]?\s+"
)
_GREETING = r"(?:(?:hoi|hallo|dag|hey|ha|hee|beste|goede\w+|goeie\w+)(?: [^\W\d_]+)?\W+)"
_CLOSING = (
    r"gr|grt|mvg|groet|groeten|groetjes|liefs|hoogachtend|m\.v\.g|bedankt|"
    r"(?:met )?vriendelijke groet(?:en)?"
)
# After these a name may come.
LIKELY = re.compile(
    rf"(?:\b(?:ik|k|'k) (?:ben|bn|bin)(?: de)?|^\W*{_GREETING}?met|"
    rf"\bhier(?: is| spreekt)?(?: met)?|\bdit is|\b(?:{_CLOSING})(?: van)?)\s*[.,:]?\s+"
)
SIGNED = re.compile(rf"[.!?\n]\s*((?:{_WORD}\s*){{1,4}})$")
HERE = re.compile(rf"^\W*{_GREETING}?({_WORD}(?: {_WORD}){{0,3}}) hier\b", re.I)

# What parts a message into pieces one of which can be nothing but a name.
PIECES = re.compile(r"[,;\n!?:]+|\.(?=\s+\S{3}|\s*$)|\s(?=(?:thx |dank )?xx? )")
# Whose name it is, when it is not the customer's own.
OTHERS = re.compile(
    r"\b(?:man|vrouw|zoon\w*|dochter\w*|moeder|vader|ma|pa|oma|opa|zus\w*|broer\w*|buur\w*|nicht\w*|"
    r"neef\w*|tante|oom|vriend\w*|collega|kind|kleinkind|kleinzoon|kleindochter|dokter|meester|juf|"
    r"hij|zij|ze|die|aan|bij|van|voor|door|en|is|of)\W*$"
)
# After a name these leave no doubt.
NAMED_BEFORE = re.compile(r"(?:is (?:mijn|mn|m'n|de) naam|heet ik)\W*$")
# What stands around a name that is the answer to "hoe heet je?".
BEFORE_ANSWER = re.compile(
    r"^\W*(?:(?:ja|oke?|hoi|hallo|eh|uh|ehm|oh|nou|gewoon|zet maar|doe maar|dat is|dat's|das|"
    r"het is|'t is|dit is|mijn naam is|mn naam is|m'n naam is|naam is|"
    r"(?:mijn |mn |m'n )?naam|ik ben|ik heet|k ben|'k ben|"
    r"met|op naam van|onder|t\.n\.v\.|de heer|natuurlijk|zeker|graag|op)"
    r"(?![^\W\d_])\s*[,:.]?\s*)*"
)
_SPELT = r"(?:[^\W\d_]-)+[^\W\d_]|(?:[^\W\d_] ){2,}[^\W\d_]"
AFTER_ANSWER = re.compile(
    r"(?:\s*[,.(]?\s*(?:hoor|graag|alsjeblieft|alstublieft|aub|a\.u\.b\.?|is mijn naam|"
    r"is de naam|dus|is het|heet ik|ben ik|met (?:een|twee|dubbele?|1|2|korte|lange)\b.*|"
    rf"zonder\b.*|{_SPELT}|goede\w+|hallo|hoi|groet\w*|(?:alvast )?bedankt|"
    r"dank je(?: wel)?|:\)|;\)))*"
    r"\s*[.!)]*\s*$",
    re.I,
)
