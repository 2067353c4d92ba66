from bot.review.models.audit import AuditEntry
from bot.review.models.corrections import Correction, Verdict
from bot.review.models.mail import CallMail, MailedAnswer, Outgoing
from bot.review.models.presence import Presence
from bot.review.models.ready_answers import ReadyAnswer
from bot.review.models.rights import Rights
from bot.review.models.steps import Deed, StaffDeed

__all__ = [
    "AuditEntry",
    "CallMail",
    "Correction",
    "Deed",
    "MailedAnswer",
    "Outgoing",
    "Presence",
    "ReadyAnswer",
    "Rights",
    "StaffDeed",
    "Verdict",
]
