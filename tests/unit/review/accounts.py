"""People of the shop, with an account each."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from bot.review.rights import OWNERS, READERS, STAFF

PASSWORD = "bril-en-oor-9"
ROLES = (READERS, STAFF, OWNERS)


def somebody(name: str, role: str = STAFF, **more: Any) -> User:
    user = User.objects.create_user(
        name.lower(), password=PASSWORD, first_name=name, is_staff=True, **more
    )
    user.groups.add(Group.objects.get(name=role))
    return user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def logs_in_with_password(client: Client, name: str, password: str = PASSWORD):
    return client.post("/staf/inloggen/", {"username": name, "password": password})


def code_of(device: TOTPDevice, later: int = 0) -> str:
    """Return what somebody's phone shows, so many steps of half a minute later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift + later)
    return f"{totp.token():06d}"
