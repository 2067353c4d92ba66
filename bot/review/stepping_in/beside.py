"""What stands beside a conversation for who may answer in it."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest

from bot.chat.models import Conversation
from bot.review.access import user_of
from bot.review.masking import Eyes, eyes_of
from bot.review.models import ReadyAnswer
from bot.review.rights import ANSWER
from bot.review.stepping_in import mail
from bot.review.stepping_in.calls import notes_of
from bot.review.stepping_in.contact import email_of
from bot.review.stepping_in.filling import Unfillable, filled
from bot.review.stepping_in.forms import AnswerForm
from bot.review.stepping_in.steps import shown_name
from bot.review.stepping_in.summary import summary_of
from bot.shop.models import StaffMessage


@dataclass(frozen=True)
class Note:
    """What a customer left, as this person may see it."""

    pk: int
    text: str
    contact: str


def beside(conversation: Conversation, user: User) -> dict[str, Any]:
    eyes = eyes_of(user, conversation)
    context: dict[str, Any] = {
        "summary": summary_of(conversation, eyes),
        "messages_left": [shown_note(note, eyes) for note in notes_of(conversation)],
    }
    if user.has_perm(ANSWER):
        address = email_of(conversation)
        context |= {
            "ready_answers": ReadyAnswer.objects.all(),
            "mail_to": eyes.text(address),
            "mail_is_set_up": mail.is_set_up(),
        }
    return context


def offered_form(request: HttpRequest) -> AnswerForm:
    """Return the empty answer box, or one with the ready answer that the address asks for."""
    pk = request.GET.get("klaar", "")
    answer = (
        ReadyAnswer.objects.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 10 else None
    )
    if answer is None:
        return AnswerForm()
    try:
        return AnswerForm(initial={"text": filled(answer.text, shown_name(user_of(request)))})
    except Unfillable as wrong:
        return AnswerForm.again("", str(wrong))


def shown_note(note: StaffMessage, eyes: Eyes) -> Note:
    return Note(note.pk, eyes.text(note.text), eyes.text(note.contact))
