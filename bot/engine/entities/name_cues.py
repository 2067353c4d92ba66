"""The words around a customer's name: those that announce it, and those within it."""

import re

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
WORDS = re.compile(rf"['’][st](?![^\W\d_])|{_WORD}")
PARTICLES = frozenset(
    {
        *(
            "van",
            "vd",
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

_I = r"(?:ik|ikke|iek|k|'k)"
_MY = r"(?:mijn|mijne|m'n|mn|me|men|ma|mij|my|ikke?)"
_NAME = r"(?:na+m+e?|nmaa|naan|nam)"
_OWN_NAME = (
    r"(?:volledige )?(?:voor- en achter|voor|achter|roep|meisjes|familie)?"
    + _NAME
    + r"(?: en voornaam)?"
)
_IS = (
    r"(?: is| si| '?s\b| heet| was| zijn| luidt| =|:|\?|,? dat is|,? da's|"
    r" (?:wordt|word) gespeld als| spel je als)"
)
_MEANT = r"(?: (?:toch|echt|gewoon|dus|zelf|maar|gerust|eigenlijk|trouwens|ook|voluit|hier|dan))*"
_END = r"(?:\s*[,:;–-]?\s+|\s*[:=]\s*)"
# After these a name is sure to come.
SURE = re.compile(
    r"(?:\b(?:ik|ikke|iek|k|'k) ?(?:heet(?:te|en|t)?|heten?|hiet|noem|word genoemd)\??|"
    r"\bheet ik|(?:^|[,.;!?\n])\W*heet(?= (?!dat|het|jij|je|u|dit))|\bondergetekende,?|"
    rf"\b{_MY} ?{_OWN_NAME}{_IS}?|"
    rf"\b(?:voor|achter|roep|de )?{_NAME}(?: van mij)?{_IS}|"
    r"\bna+m(?=\s*[:;=–-]\s)|"
    r"\b(?:voor|achter|roep)naam|"
    rf"\b(?:op|onder|naar) (?:de )?{_NAME}(?: van)?\b|\bt\.?n\.?v\.?|\bten name van|"
    r"\b(?:u|je|jullie) spreekt (?:met|mee)|\bspreekt? (?:je|u|ge|jullie) (?:met|mee)|"
    r"\b(?:noem(?:en|t)? (?:me|mij)|ken(?:t|nen) (?:me|mij) als|"
    r"(?:me|mij) ken(?:t|nen) (?:ze|men|iedereen) als)|"
    r"\bmag (?:je |u |ge )?(?:me|mij)(?=.* noemen\b))"
    rf"{_MEANT}{_END}"
)
# After these one comes when they are not about something else: "zet maar op de lijst".
BOOKED = re.compile(
    r"(?:\b(?:zet|doe|schrijf|noteer|reserveer|boek|plan|leg|hou|vul|mag|kan|inplannen|dat is|is)"
    r"(?:en|t)?"
    r"(?: (?:het|hem|haar|m|'m|me|mij|er|die|dat|dit|dan|maar|gerust|gewoon|even|aub|in|alles|"
    r"u|'t|de|mijn|een|afspraak|bril|bestelling|tijdstip|oogmeting|hoortest))*"
    r" (?:op|onder|als)(?: de naam)?|"
    r"\b(?:sta|staat|stond|ingeschreven|geregistreerd|gereserveerd|genoteerd|geboekt|bekend|zit|"
    r"afspraak|bestelling|reservering)"
    r"(?: (?:ik|me|bij|u|jullie|in|het|de|er|systeem|bestand|gewoon|nog|meestal|daar|dus|al))*"
    r" (?:op|onder|als)|"
    r"\b(?:zet|schrijf) (?:ik |je |u )?er(?: dan| maar| gewoon| even)*"
    r"(?= [^,.;!?]{2,40}\b(?:op|onder|neer)\b)|"
    r"\b(?:het|'t|dat|die|hem|'m|m|alles|afspraak) (?:op|onder)"
    r"(?= [^,.;!?]{2,40}\b(?:zetten|schrijven|boeken|noteren|reserveren)\b)|"
    r"\bnoter(?:en|ing)|\bnoteer|\bmaak er|\bzeg maar|"
    r"\b(?:getekend|afzender|aanvrager|contactpersoon|klant|afz|administratie|"
    r"gegevens)[.,:]|"
    rf"(?:^|[,.;!?\n]\s*)na+m(?= )){_MEANT}{_END}"
)
_HELLO = r"(?:h[aeo]+[iy]*|hallo+|dag|[yj]o+|moi|beste|ja|jawel|goede\w+|goeie\w+)"
_GREETING = rf"(?:{_HELLO}(?: [^\W\d_]+)?\W+)"
_CLOSING = (
    r"(?:gr|grt|grtn|grtje?s|groet\w*|mvg|liefs|hoogachtend|m\.v\.g|bedankt|afz|"
    r"(?:met )?vriendelijke groet(?:en)?|uw(?: \w+)? (?:klant|client|patient)e?|x{1,4})"
    r"(?: van)?(?:,? (?:oma|opa|tante|oom))?"
)
_IT_IS = (
    r"(?:'?t is|tis|het is|dat is|dat's|da's|das|dit is)(?: hier| weer| nog steeds| nog altijd)?"
)
# After these a name may come.
LIKELY = re.compile(
    rf"(?:\b(?:{_I} ?(?:ben|bn|bin|benne|zijn)|ben ik|i am|i'm)"
    r"(?: het| 't| t| den| dus| gewoon| ook)?"
    r"(?: weer)?(?:,? buur(?:man|vrouw))?|"
    rf"(?:^|[.!?\n])\W*{_GREETING}?(?:met|ik(?! ?(?:ben|bn|bin|ken|wil)\b))|(?:^|[,.;!?\n])\W*ben|"
    rf"\bken(?:t|nen)? (?:(?:u|je|jullie) )?(?:me|mij)(?: (?:wel|toch|al|vast|nog))*,|"
    rf"\b{_IT_IS}(?: met)?|"
    r"\b(?:hier spreekt|ben zelf)|(?:^|[^\w\s'’]\s*|\b(?:hoi|hallo|dag|hey|ha|hee|moi|ja) )"
    rf"hier(?: is| spreekt)?(?: met)?|\b{_CLOSING})\s*[.,:]?\s+"
)
# Before these stands a name: surely before the first group, perhaps before the other.
AFTER = re.compile(
    rf"\s*,?\s+(?:(?P<sure>(?:dat |dit )?(?:is|zijn|was|das|=) "
    rf"(?:{_MY}|de) (?:voor|achter)?{_NAME}\b(?! niet)|"
    rf"(?:was de|{_MY}) {_NAME}(?=\W*$)|"
    rf"spreekt (?:u|je|jullie|ge) (?:mee|met)(?=\W*$|\W*[,.])|is naam van mij\b|"
    r"(?:zo )?(?:heet|hiet|hete) (?:ik|ikke)\b(?![^,.!?]* nie))|"
    r"(?P<likely>(?:hier|aan (?:de|het) (?:lijn|telefoon|toestel))\b(?! is| in| op| ben)|"
    r"is het(?=\W*$)|aangenaam\b|(?P<titled>is (?:genoeg|voldoende|prima)\b)))"
)
# No customer's own name, though people say it of themselves.
PROVERBIAL = re.compile(
    r"(?:pietje? (?:precies|snot)|jan (?:lul|modaal|publiek|soldaat|met de pet|en alleman)|"
    r"gekke henkie|sjakie|blije (?:doos|ei)|vrouw holle|malle pietje)\b"
)
SIGNED = re.compile(rf"[.!?\n]\s*((?:(?:{_WORD}|['’]t)\s*){{1,4}})$")

# What parts a message into pieces one of which can be nothing but a name.
PIECES = re.compile(
    r"[,;\n!?:]+|(?<!\b[^\W\d_])\.(?=\s+(?:\S{3}|\w\. \w)|\s*$)|(?<=\d)\.(?=\s)|"
    r"\s(?=(?:thx |dank )?xx? )"
)
# Whose name it is, when it is not the customer's own.
OTHERS = re.compile(
    r"\b(?:man|vrouw|zoon\w*|dochter\w*|moeder|vader|ma|pa|oma|opa|zus\w*|broer\w*|buur\w*|nicht\w*|"
    r"neef\w*|tante|oom|vriend\w*|collega|kind|kleinkind|kleinzoon|kleindochter|dokter|meester|juf|"
    r"hij|zij|ze|die|aan|bij|van|voor|door|en|is|of)\W*$"
)
# Ordinary words that are a family name after a first name: "naam piet bos".
SURNAME_WORDS = frozenset(
    ["bos", "haas", "koning", "keizer", "kroon", "kruis", "prins", "vos", "kok", "boer", "zwart"]
)
# Forms that names seldom have, and words that no list holds often do.
_ORDINARY = re.compile(
    r"(?:ge|be|ver|ont|her)\w{3,}(?:d|t|de|te)$|on\w{3,}(?:d|t|de|te|en|ig|lijk)$|"
    r"\w{2,}(?:lijke?|ische?|bare?|lo(?:os|ze)|za(?:am|me)|achtige?|heid|ief|ieve|ier|eur|euse|iste?|ent|icus|werker|houder|lander|maker|rijder|drager|aire?|teit|tie|"
    r"loog|ende?|blind|ziend|horend|bril|lens|lenzen|brillen|glazen|dag|avond|middag|ochtend|"
    r"uur|week|maand|weekend|straat|nummer|test|meting|winkel|[bcdfgklmnprst]ig|[fknprt]je|jes)$"
)
# Forms that family names have, and ordinary words seldom.
SURNAME = re.compile(
    r"\w{2,}(?:s[mt]r?a|stra|inga|enga|ema|ama|kamp|huis|hui[sz]en|veld|velde|sen|ssen|ink|mans|"
    r"boom|ius|ens|sky|ski|ska|wicz|czyk|ova?|ov|enko|chuk|oglu|opoulos|ian|yan|ez|es|ini|etti|"
    r"elli|ari|aoui|oui|adi|idi|ouri|ane|wala|uddin|singh|ijn|eijn|ijk|dijk|horst|hoek|hof|"
    r"donk|beek|broek|laar|wijk|meijer|meyer|maker|ker[ks])$"
)

# Sounds, kisses and waiting: nobody's name.
INTERJECTION = re.compile(
    r"[aeou]+h+m*|h+[mu]+h*m*|m+h*m+|u+m+|p+f+|t+s+s*|e+u+h*|x+|z+|b+r+|p+s+t+"
)


def looks_ordinary(word: str) -> bool:
    return _ORDINARY.match(word.rsplit("-", 1)[-1]) is not None


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
