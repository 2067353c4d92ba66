from bot.review.models.audit import AuditEntry
from bot.review.models.corrections import Correction, Verdict
from bot.review.models.digest import ConversationDigest, ConversationWords, Mark
from bot.review.models.marks import (
    Assignment,
    Colour,
    Label,
    Labelling,
    Note,
    Review,
    SavedFilter,
)
from bot.review.models.rights import Rights
from bot.review.models.steps import Deed, StaffDeed

__all__ = [
    "Assignment",
    "AuditEntry",
    "Colour",
    "ConversationDigest",
    "ConversationWords",
    "Correction",
    "Deed",
    "Label",
    "Labelling",
    "Mark",
    "Note",
    "Review",
    "Rights",
    "SavedFilter",
    "StaffDeed",
    "Verdict",
]
