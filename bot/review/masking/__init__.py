"""Personal data out of a text, for who may not see it and for what is learned from."""

from bot.review.masking.masker import (
    Clear,
    Eyes,
    Masker,
    eyes_of,
    masked,
    may_see,
    names_of_records,
)

__all__ = ["Clear", "Eyes", "Masker", "eyes_of", "masked", "may_see", "names_of_records"]
