import re

PATTERN = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")


def read_postcode(text: str) -> str:
    """Return a Dutch postcode as "1234 AB", or "" when it is none."""
    found = PATTERN.fullmatch(text.strip())
    return f"{found[1]} {found[2].upper()}" if found else ""
