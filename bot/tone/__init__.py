"""The shop's principles as checks on Dutch text."""

from bot.tone.checking import check
from bot.tone.conversation import Assessment, Placed, check_conversation
from bot.tone.finding import Finding

__all__ = ["Assessment", "Finding", "Placed", "check", "check_conversation"]
