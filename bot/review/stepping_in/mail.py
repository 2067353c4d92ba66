"""Mail that must go out: written down with what it tells of, sent at once or as soon as it can."""

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import TypeVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from bot.chat.models import Message
from bot.review.models import CallMail, MailedAnswer, Outgoing
from bot.review.stepping_in.summary import subjects_of
from bot.shop.models import Shop, WaitingRules

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 6
_PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 240)]
_AT_A_TIME = 20

Mail = TypeVar("Mail", bound=Outgoing)


def is_set_up() -> bool:
    """Tell whether mail leaves this machine; without EMAIL_URL it only shows in the output."""
    return bool(settings.EMAIL_URL)


def send_due() -> None:
    """Send what could not go before."""
    for kind in (MailedAnswer, CallMail):
        due = kind._default_manager.filter(
            sent_at=None, attempts__lt=MOST_ATTEMPTS, next_try_at__lte=timezone.now()
        )
        for mail in due.order_by("pk")[:_AT_A_TIME]:
            send(mail)


def send(mail: Outgoing) -> bool:
    """Try to send a mail, unless somebody else does or did; return whether it went."""
    if not _claim(mail):
        return False
    try:
        (_answer(mail) if isinstance(mail, MailedAnswer) else _call(mail)).send()
    except (SMTPException, OSError, ValueError) as failure:
        # Never the mail itself: it holds an address.
        logger.warning("Mail %s did not go: %s", mail.pk, type(failure).__name__)
        return False
    type(mail)._default_manager.filter(pk=mail.pk).update(sent_at=timezone.now())
    return True


def _claim(mail: Outgoing) -> bool:
    pause = _PAUSES[min(mail.attempts, len(_PAUSES) - 1)]
    own = type(mail)._default_manager.filter(
        pk=mail.pk, sent_at=None, attempts=mail.attempts, next_try_at=mail.next_try_at
    )
    return bool(own.update(attempts=mail.attempts + 1, next_try_at=timezone.now() + pause))


def _answer(mail: MailedAnswer) -> EmailMessage:
    message: Message = mail.message
    shop = Shop.current()
    return EmailMessage(
        subject=f"Antwoord van {shop.name}",
        body=(
            f"{message.text}\n\n"
            f"Groeten,\n{message.name}\n{shop.name}, {shop.phone}\n\n"
            f"Dit antwoord staat ook in de chat op onze website, waar je het vroeg."
        ),
        from_email=_sender(shop),
        to=[mail.to],
        reply_to=[shop.email],
    )


def _call(mail: Outgoing) -> EmailMessage:
    """Say that somebody waits and what it is about; not a word of the customer's own."""
    assert isinstance(mail, CallMail)
    shop = Shop.current()
    about = ", ".join(subjects_of(mail.conversation)) or "nog niet bekend"
    return EmailMessage(
        subject="Er wacht een klant op een antwoord",
        body=(
            "In de chat wacht een klant op iemand van de winkel.\n\n"
            f"Onderwerp: {about}\n"
            f"Lees en antwoord: {settings.PUBLIC_URL}/staf/gesprek/{mail.conversation.public_id}/"
        ),
        from_email=_sender(shop),
        to=[WaitingRules.current().mail_to or shop.email],
    )


def _sender(shop: Shop) -> str:
    return settings.MAIL_FROM or f"{shop.name} <{shop.email}>"
