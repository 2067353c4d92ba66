"""Personal data out of a text, for who may not see it and for what is learned from."""

from bot.review.masking.masker import Clear, Masker, eyes_of, masked, may_see

__all__ = ["Clear", "Masker", "eyes_of", "masked", "may_see"]
