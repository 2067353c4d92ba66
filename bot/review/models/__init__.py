from bot.review.models.accounts import Account
from bot.review.models.anonymous import AnonymousConversation
from bot.review.models.audit import AuditEntry
from bot.review.models.corrections import Correction, Decision, Skip, Verdict
from bot.review.models.digest import ConversationDigest, ConversationWords, Mark
from bot.review.models.figures import DayFigures, FiguresState, MinutesSaved
from bot.review.models.learning import GoodConversation, Training, TrainingExample
from bot.review.models.mail import CallMail, MailedAnswer, Outgoing
from bot.review.models.marks import Assignment, Colour, Label, Labelling, Note, Review, SavedFilter
from bot.review.models.presence import Presence
from bot.review.models.ready_answers import ReadyAnswer
from bot.review.models.rights import Rights
from bot.review.models.rules import ConsoleRules
from bot.review.models.steps import Deed, StaffDeed

__all__ = [
    "Account",
    "AnonymousConversation",
    "Assignment",
    "AuditEntry",
    "CallMail",
    "Colour",
    "ConsoleRules",
    "ConversationDigest",
    "ConversationWords",
    "Correction",
    "DayFigures",
    "Decision",
    "Deed",
    "FiguresState",
    "GoodConversation",
    "Label",
    "Labelling",
    "MailedAnswer",
    "Mark",
    "MinutesSaved",
    "Note",
    "Outgoing",
    "Presence",
    "ReadyAnswer",
    "Review",
    "Rights",
    "SavedFilter",
    "Skip",
    "StaffDeed",
    "Training",
    "TrainingExample",
    "Verdict",
]
