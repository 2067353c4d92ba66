"""What is wrong with a value, as a sentence for who edits the shop file."""

from pydantic_core import ErrorDetails

SENTENCES = {
    "missing": "{place} is missing",
    "extra_forbidden": "{place} is not a key that means anything here",
    "string_type": "{place} must be text; put it between quotes",
    "string_too_short": "{place} is empty",
    "string_too_long": "{place} is longer than {max_length} characters",
    "int_type": "{place} must be a whole number",
    "bool_type": "{place} must be true or false",
    "list_type": "{place} must be a list",
    "too_short": "{place} must have something in it",
    "dict_type": "{place} must have keys of its own",
    "model_type": "{place} must have keys of its own",
    "date_type": "{place} must be a date such as 2026-12-05",
    "is_instance_of": "{place} must be an amount such as 19.50",
    "decimal_type": "{place} must be an amount such as 19.50",
    "decimal_max_places": "{place} has more than two decimals",
    "finite_number": "{place} must be an amount such as 19.50",
    "greater_than_equal": "{place} must be {ge} or more",
    "less_than_equal": "{place} must be {le} or less",
    "literal_error": "{place} must be {expected}",
    "enum": "{place} must be {expected}",
    "value_error": "{place} {error}",
}
PATTERNS = {
    "number": "six digits",
    "email": "an e-mail address",
    "key": "lower-case letters, digits and underscores",
    "website": "an address that begins with https://",
}
WEEKDAYS = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"


def sentence(error: ErrorDetails) -> str:
    place = _place(error["loc"])
    if error["type"] == "string_pattern_mismatch":
        wanted = PATTERNS.get(str(error["loc"][-1]), "two capitals such as NL")
        return f"{place} must be {wanted}, not '{error['input']}'."
    if error["type"] == "extra_forbidden" and error["loc"][:-1] == ("opening_hours",):
        return f"{place} is not a weekday; use {WEEKDAYS}."
    if error["type"] == "extra_forbidden" and error["input"] is None:
        return f"{place} is a key without a value; put a text with a comma between quotes."
    template = SENTENCES.get(error["type"])
    if template is None:
        return f"{place}: {error['msg']}."
    return template.format(place=place, **error.get("ctx", {})) + "."


def _place(location: tuple[str | int, ...]) -> str:
    """Write ("products", 3, "price") as "products[3].price", which is how one looks it up."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return written.lstrip(".") or "The file"
