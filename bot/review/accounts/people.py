"""The accounts of the shop: making one, giving it a role, switching it off."""

from django.contrib.auth.models import Group, User
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from bot.review.accounts import sessions
from bot.review.rights import OWNERS, READERS, ROLES, STAFF

WHAT_A_ROLE_MAY = {
    OWNERS: "alles, ook accounts, privacy en het logboek",
    STAFF: "gesprekken lezen en antwoorden, verbeteren, en de winkel bijhouden",
    READERS: "meelezen, met namen en nummers van klanten afgeschermd",
}


class LastOwner(Exception):
    """Without an owner nobody could let anybody in any more."""


def staff() -> QuerySet[User]:
    """Return everybody who has or had an account of the console."""
    return User.objects.filter(is_staff=True).order_by("-is_active", "first_name", "username")


def role_of(user: User) -> str:
    if user.is_superuser:
        return OWNERS
    groups = {group.name for group in user.groups.all()}
    return next((role for role in ROLES if role in groups), READERS)


def owners() -> QuerySet[User]:
    return User.objects.filter(
        Q(is_superuser=True) | Q(groups__name=OWNERS), is_active=True, is_staff=True
    ).distinct()


def make(username: str, shown_name: str, email: str, role: str) -> User:
    """Make an account without a password; a one-time link lets its owner choose one."""
    with transaction.atomic():
        user = User(username=username, first_name=shown_name, email=email, is_staff=True)
        user.set_unusable_password()
        user.save()
        user.groups.set([Group.objects.get(name=role)])
    return user


def give_role(user: User, role: str) -> None:
    with transaction.atomic():
        if role != OWNERS:
            _keep_an_owner(user)
            user.is_superuser = False
            user.save(update_fields=["is_superuser"])
        others = user.groups.exclude(name__in=ROLES)
        user.groups.set([*others, Group.objects.get(name=role)])


def switch_off(user: User) -> None:
    """Keep somebody out from this moment on, also where they are logged in."""
    with transaction.atomic():
        _keep_an_owner(user)
        user.is_active = False
        user.save(update_fields=["is_active"])
        sessions.end_all(user)


def switch_on(user: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])


def remove(user: User) -> None:
    """Remove an account; in conversations and in the log its name stays."""
    with transaction.atomic():
        _keep_an_owner(user)
        user.delete()


def one_time_link(user: User) -> str:
    """Return the path of the page where somebody chooses a password, once."""
    return reverse(
        "review:choose_password",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(user.pk)),
            "token": default_token_generator.make_token(user),
        },
    )


def _keep_an_owner(user: User) -> None:
    # Held, so that two owners can't send each other away at the same time.
    left = list(User.objects.select_for_update().filter(pk__in=owners().values("pk")))
    if not [owner for owner in left if owner.pk != user.pk]:
        raise LastOwner
