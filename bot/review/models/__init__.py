from bot.review.models.audit import AuditEntry
from bot.review.models.corrections import Correction, Decision, Skip, Verdict
from bot.review.models.learning import GoodConversation, Training, TrainingExample
from bot.review.models.rights import Rights
from bot.review.models.steps import Deed, StaffDeed

__all__ = [
    "AuditEntry",
    "Correction",
    "Decision",
    "Deed",
    "GoodConversation",
    "Rights",
    "Skip",
    "StaffDeed",
    "Training",
    "TrainingExample",
    "Verdict",
]
