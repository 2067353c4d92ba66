"""Somebody who may not want to live on: heard in many words, before anything else is."""

import re

_SIGNS = (
    r"zelfm[oa]+rd|zelfdoding|su[iï]cid",
    r"niet (?:meer )?(?:verder )?(?:wil\w* )?(?:leven|bestaan)\b",
    r"\b(?:wil|wou|was|liever) (?:\w+ )?(?:\w+ )?dood\b",
    r"\bleven\b.*\b(?:zat|moe|beu|zinloos|zin meer|geen zin|niks meer|stoppen|beëindig\w*)",
    r"\b(?:zin|moe|genoeg)\b.*\b(?:te leven|het leven|dit leven)\b",
    r"(?:zie|zag) (?:het|'t) (?:leven )?(?:\w+ )?niet meer zitten|uit het leven",
    r"\beinde? (?:er ?aan|aan (?:mijn leven|alles|het leven))|er een einde? aan",
    r"(?:mij|me)zelf (?:iets aan|wat aan|van kant|ophang\w*|pijn doe\w*|snij\w*|verwond\w*)",
    r"\b(?:spring\w*|sprong)\b.*\b(?:trein|brug|dak|flat|metro)|van kant maken",
    r"overdosis|(?:alle|te veel|pot|strip) (?:\w+ )?pillen",
    r"er niet meer (?:wil\w*|hoef\w*) (?:te )?zijn|wil (?:ik )?er niet meer zijn",
    r"kill (?:myself|me)|want to die|end my life|suicide",
    r"umbringen|nicht mehr leben|me tuer|envie de mourir",
)
_CRISIS = re.compile("|".join(_SIGNS), re.I)


def is_crisis(text: str) -> bool:
    return bool(_CRISIS.search(text))
