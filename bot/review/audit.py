"""The log of what staff did: who, what, to what, when."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from bot.review.models import AuditEntry


def note(
    user: User | AbstractBaseUser | AnonymousUser | None,
    action: str,
    subject: str = "",
    **details: Any,
) -> None:
    """Write down that a user did something; `user` is None for what the system does by itself.

    `details` must be JSON and hold no words of a customer: the log outlives conversations.
    """
    account = user if isinstance(user, User) else None
    AuditEntry.objects.create(
        user=account,
        name=account.get_username() if account else "Buur zelf",
        action=action,
        subject=subject,
        details=details,
    )
