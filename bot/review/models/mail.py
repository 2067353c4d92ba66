"""Mail that must go out, kept until it has: a mail server may be away for a while."""

from django.db import models
from django.utils import timezone

from bot.chat.models import Conversation, Message


class Outgoing(models.Model):
    """One mail on its way. All times are real, also where the shop's clock stands still."""

    # Before then nobody tries; whoever tries moves it on, so that two never do.
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField("verstuurd", null=True)

    class Meta:
        abstract = True


class MailedAnswer(Outgoing):
    """A person's answer that the customer gets by mail as well."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="mailed")
    to = models.EmailField("aan")

    class Meta:
        verbose_name = "gemaild antwoord"
        verbose_name_plural = "gemailde antwoorden"
        default_permissions = ()

    def __str__(self) -> str:
        return f"Mail bij {self.message}"


class CallMail(Outgoing):
    """A mail to the shop about a customer who waits; one for each time that one waits."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="call_mails")
    since = models.DateTimeField("wacht sinds")

    class Meta:
        verbose_name = "mail over een wachtende klant"
        verbose_name_plural = "mail over wachtende klanten"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["conversation", "since"], name="mailed_once_a_wait")
        ]

    def __str__(self) -> str:
        return f"Mail over {self.conversation}"
